"""Whole pages, kept for all visitors without a session, in front of Django."""
