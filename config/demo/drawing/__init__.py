"""The illustrations of the demo practice, drawn by program."""
