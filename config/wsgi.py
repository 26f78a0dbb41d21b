"""The application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")

django = get_wsgi_application()

# Its settings exist only now.
from django.urls import get_resolver  # noqa: E402

from config.health import HealthChecks  # noqa: E402
from config.logs.references import NameRequests  # noqa: E402
from config.page_cache.application import PageCache  # noqa: E402

# Django would leave it to the first request of each worker.
get_resolver().reverse_dict  # noqa: B018

application = HealthChecks(NameRequests(PageCache(django)))
