"""Check what a medical page claims."""

from .check import RULES, Finding, check_text

__all__ = ["RULES", "Finding", "check_text"]
