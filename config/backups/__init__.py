"""The practice's database and media in one file, and the way back."""
