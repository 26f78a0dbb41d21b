"""Where the editor's own search looks: in the database, or on a search server.

Visitors search the site's own index either way.
"""

import os
from collections.abc import Mapping
from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured

from config import environment

# Backend of Wagtail's search → the module of its client and the package that has it.
CLIENTS = {
    "elasticsearch7": ("elasticsearch", "elasticsearch>=7,<8"),
    "elasticsearch8": ("elasticsearch", "elasticsearch>=8,<9"),
    "elasticsearch9": ("elasticsearch", "elasticsearch>=9,<10"),
    "opensearch2": ("opensearchpy", "opensearch-py>=2,<3"),
    "opensearch3": ("opensearchpy", "opensearch-py>=3,<4"),
}
DATABASE = "database"


def backends(environ: Mapping[str, str] = os.environ) -> dict[str, dict]:
    """Return Wagtail's search backends as the environment wants them."""
    name = environment.choice(
        "ADMIN_SEARCH", [DATABASE, *CLIENTS], DATABASE, environ=environ
    )
    address = environment.url(
        "ADMIN_SEARCH_URL", "", schemes=["http", "https"], environ=environ
    )
    index = environment.text("ADMIN_SEARCH_INDEX", "practice", environ=environ)
    if name == DATABASE:
        if address:
            raise ImproperlyConfigured(
                "ADMIN_SEARCH_URL is set, but ADMIN_SEARCH does not name a server."
            )
        return {"default": {"BACKEND": "config.admin_search_database"}}
    if not address:
        raise ImproperlyConfigured(f"ADMIN_SEARCH is {name}; set ADMIN_SEARCH_URL.")
    module, package = CLIENTS[name]
    if find_spec(module) is None:
        raise ImproperlyConfigured(
            f"ADMIN_SEARCH is {name}; install its client: pip install '{package}'."
        )
    return {
        "default": {
            "BACKEND": f"modelsearch.backends.{name}",
            "URLS": [address],
            "INDEX_PREFIX": f"{index}_",
            "TIMEOUT": 5,
        }
    }
