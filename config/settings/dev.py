"""Settings for work on the code: debug pages, no secret needed, instant tasks."""

import os

os.environ.setdefault("SECRET_KEY", "development-" + "0" * 50)
os.environ.setdefault("SITE_URL", "http://localhost:8000")
os.environ.setdefault("TWO_FACTOR", "optional")
os.environ.setdefault("LOG_FORMAT", "text")

from config.settings.base import *  # noqa: F403

DEBUG = True
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
TASKS["default"]["BACKEND"] = "django_tasks.backends.immediate.ImmediateBackend"  # noqa: F405
MAKE_PICTURES_AT_PUBLISH = False
WAGTAIL_CACHE = False  # It would not see a changed template.
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
