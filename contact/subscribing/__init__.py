"""How people get on the list of those who are mailed, and off it again."""
