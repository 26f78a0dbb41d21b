"""Django's PostgreSQL, for people who do not wait for a server that hangs."""
