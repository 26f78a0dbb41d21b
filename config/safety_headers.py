"""What browsers may do with every answer of the site."""

from collections.abc import Callable, Iterable
from functools import cache
from urllib.parse import urlsplit

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.core.files.storage import default_storage
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware

ADMIN = "/admin/"
PICTURES = "/media/"
# Wagtail's editor starts its date fields and inline forms with scripts in the page.
EDITOR_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "font-src": [SELF],
    "frame-src": [SELF],
}
# Copying a link and watching a film in full are all that a page of ours ever asks for.
PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in [
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "screen-wake-lock",
        "usb",
        "xr-spatial-tracking",
    ]
)


@cache
def _pictures_come_from() -> list[str]:
    """The site itself, and the object store that has its pictures."""
    address = default_storage.url("images/any").removesuffix("images/any")
    return [SELF, address] if urlsplit(address).netloc else [SELF]


class ContentPolicy(CSPMiddleware):
    """One policy for visitors; what Wagtail's editor needs besides, for editors only."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponse,
        report_only: bool = False,
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        # The icon of the tab stands in the page.
        pictures = [*_pictures_come_from(), "data:"]
        parts.update = {"img-src": pictures}
        if request.path_info.startswith(ADMIN):
            parts.replace = EDITOR_POLICY
            parts.update = {"img-src": [*pictures, "blob:"]}
        return parts


class SayWhoMayUse:
    """Keep answers from other sites' pages, and devices from ours."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.process_response(request, self.get_response(request))

    @staticmethod
    def process_response(request: HttpRequest, response: HttpResponse) -> HttpResponse:
        # Pictures are made to be shared: feed readers show them on pages of their own.
        is_picture = request.path_info.startswith(PICTURES)
        response.headers.setdefault(
            "Cross-Origin-Resource-Policy",
            "cross-origin" if is_picture else "same-origin",
        )
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


def _nobody(request: HttpRequest) -> HttpResponse:
    """The view that is never asked: the answer is there already."""
    raise NotImplementedError


def send_safely(
    response: HttpResponse, environ: dict, start_response: Callable
) -> Iterable[bytes]:
    """Send an answer that no middleware sees, with what they give to all others."""
    request = WSGIRequest(environ)
    for middleware in (
        XFrameOptionsMiddleware,
        SecurityMiddleware,
        ContentPolicy,
        SayWhoMayUse,
    ):
        sayer = middleware(_nobody)
        response = sayer.process_response(request, response)
    headers = [*response.items(), ("Content-Length", str(len(response.content)))]
    start_response(f"{response.status_code} {response.reason_phrase}", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [response.content]
