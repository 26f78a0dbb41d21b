"""Throws out every kept page."""

from home.changes.journal import EVERYTHING, WITHDRAWN
from home.changes.telling import tell


def clear_pages() -> None:
    """Let no worker show what it kept so far, whatever it stands on.

    The files are left to the store, which writes over them or sweeps them away: proxies
    have still to be told of each address.
    """
    tell([EVERYTHING], WITHDRAWN)
