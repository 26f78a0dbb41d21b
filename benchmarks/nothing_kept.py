"""The same as `uncached`, but that no process keeps a part of a page either."""

from benchmarks.uncached import *  # noqa: F403
from config.settings.base import MIDDLEWARE

MIDDLEWARE = ["benchmarks.forgetting.ForgetParts", *MIDDLEWARE]
