"""Settings for the tests: quick hashing, memory caches, throw-away media."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "tests-" + "0" * 50)
os.environ["SITE_URL"] = "http://localhost"
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="practice-tests-"))

from config.settings.base import *  # noqa: E402, F403

ALLOWED_HOSTS = ["localhost", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
    }
    for name in CACHES  # noqa: F405
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
