"""A bare Django view that returns the bytes of one file: the measure of all others."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

BODY = Path(os.environ["BARE_BODY"]).read_bytes()

settings.configure(
    ALLOWED_HOSTS=["localhost", "127.0.0.1"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bare-" + "0" * 50,
    MIDDLEWARE=[],
)


def bare(request):
    return HttpResponse(BODY)


urlpatterns = [path("<path:anything>", lambda request, anything: bare(request))]
application = get_wsgi_application()
