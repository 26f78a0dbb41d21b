"""The site's settings, but that every page is made anew."""

from config.settings.base import *  # noqa: F403

WAGTAIL_CACHE = False
