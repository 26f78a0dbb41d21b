"""Mails to all subscribers: what is new, how it is written, when it goes."""
