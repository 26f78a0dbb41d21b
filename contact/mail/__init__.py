"""Mail as a queue: written in one transaction, delivered in another process."""
