"""Answers that may be kept and shown to any other visitor."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

# Where the page cache in front of Django looks for the query that was understood.
UNDERSTOOD_QUERY = "practice.understood_query"
# Where it looks for what to show of a page while the database is away.
WITHOUT_DATABASE = "practice.without_database"


def may_be_kept(
    request: HttpRequest, response: HttpResponse, query: str = ""
) -> HttpResponse:
    """Say that this answer is the same for everybody who asks for it.

    `query` is that part of the query string on which the answer depends, as pages write
    it into their own links. How long it is kept, the page cache decides.
    """
    patch_cache_control(response, public=True, s_maxage=0)
    request.environ[UNDERSTOOD_QUERY] = query.removeprefix("?")
    return response


def keep_for_outages(request: HttpRequest, body: bytes) -> None:
    """Let visitors see this while the database is away, of a page that nobody may keep.

    `body` is the page without what was made for one visitor.
    """
    request.environ[WITHOUT_DATABASE] = body


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view whose answers are the same for everybody, whatever the query."""

    @wraps(view)
    def keeping_view(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        return (
            may_be_kept(request, response) if response.status_code == 200 else response
        )

    return keeping_view
