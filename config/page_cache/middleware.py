"""Says of every answer who may keep it, before it leaves Django, and packs the others."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import has_vary_header, patch_cache_control


class PackWhatIsForOne(GZipMiddleware):
    """Compress the pages that the page cache does not: it packs what it keeps.

    Django adds random bytes, so that the length does not tell a form's token.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse):
        is_kept = "s-maxage" in response.get("Cache-Control", "")
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_kept or not is_page:
            return response
        return super().process_response(request, response)


class DecideWhoMayKeep:
    """Let nobody keep what was made for one visitor, whatever the view says."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        said = response.get("Cache-Control", "")
        if not said:
            if response.get("Content-Type", "").startswith("text/html"):
                patch_cache_control(response, private=True, no_cache=True)
        elif "s-maxage" in said and self._is_for_one(request, response):
            response["Cache-Control"] = "private, no-cache"
        return response

    @staticmethod
    def _is_for_one(request: HttpRequest, response: HttpResponse) -> bool:
        return (
            response.status_code != 200
            or settings.SESSION_COOKIE_NAME in request.COOKIES
            or bool(response.cookies)
            or has_vary_header(response, "Cookie")
        )
