"""What Crossref and PubMed know of a publication; asked only by a command."""
