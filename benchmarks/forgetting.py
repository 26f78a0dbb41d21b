"""A process that has kept nothing yet, at every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from home.changes.keeping import forget_all


class ForgetParts:
    """Let each request make every part of its page itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        forget_all()
        return self.get_response(request)
