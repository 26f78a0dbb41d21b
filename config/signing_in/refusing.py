"""What somebody reads who has tried too often."""

import math
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import ngettext


def waiting_words(seconds: int) -> str:
    """When to try again, as a span and as a time of the day."""
    if seconds < 60:
        return ngettext(
            "Too many attempts. Please try again in %(number)d second.",
            "Too many attempts. Please try again in %(number)d seconds.",
            seconds,
        ) % {"number": seconds}
    minutes = math.ceil(seconds / 60)
    again = timezone.localtime() + timedelta(minutes=minutes)
    words = ngettext(
        "Too many attempts. Please try again at %(time)s, in %(number)d minute.",
        "Too many attempts. Please try again at %(time)s, in %(number)d minutes.",
        minutes,
    )
    return words % {"number": minutes, "time": time_format(again)}


def refuse(view, form, seconds: int) -> HttpResponse:
    """Show the form of a view again, with what was typed and the time to wait."""
    messages.error(view.request, waiting_words(seconds))
    response = view.render_to_response(view.get_context_data(form=form))
    return as_refusal(response, seconds)


def as_refusal(response: HttpResponse, seconds: int) -> HttpResponse:
    """Make an answer one of 429 Too Many Requests."""
    response.status_code = 429
    response["Retry-After"] = str(seconds)
    return response
