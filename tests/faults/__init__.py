"""The site with its real parts, of which one after the other fails."""
