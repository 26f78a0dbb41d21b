"""What is written down of the site's work: one line a piece, and nobody's data."""
