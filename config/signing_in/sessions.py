"""How long somebody stays signed in: two hours at rest, twelve in all."""

import time

from django.http import HttpRequest
from django.urls import reverse

AT_REST = 2 * 60 * 60
IN_ALL = 12 * 60 * 60
# Writing it down with every request would make each of them a write.
NOTED_EVERY = 60
BEGAN, SEEN = "signed_in_at", "seen_at"


def begin_session(request: HttpRequest, **kwargs) -> None:
    """Start both clocks; called by Django's signal with each sign-in."""
    if request is not None:
        request.session[BEGAN] = request.session[SEEN] = int(time.time())


def is_over(session) -> bool:
    """Whether a session has lasted too long, or was never given its clocks."""
    now = time.time()
    began, seen = session.get(BEGAN, 0), session.get(SEEN, 0)
    return now - began > IN_ALL or now - seen > AT_REST


def note_activity(request: HttpRequest) -> None:
    """Keep a session alive while somebody works; an open tab alone does not."""
    # Wagtail asks by itself, again and again, who else edits a page.
    if request.path.startswith(reverse("wagtailadmin_home") + "editing-sessions/"):
        return
    now = int(time.time())
    if now - request.session.get(SEEN, 0) >= NOTED_EVERY:
        request.session[SEEN] = now
