"""Production settings, for a site whose static files nobody collected."""

from config.settings.base import *  # noqa: F403

STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
