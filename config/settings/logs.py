"""Which lines are logged, and in what form."""

from config import environment
from config.logs.lines import chosen_line

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": chosen_line}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": environment.choice(
            "LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], default="INFO"
        ),
    },
    "loggers": {
        # A line for each task that went well would bury the others.
        "django_tasks": {"level": "WARNING"},
        # Robots ask for any host, and the line of each answer says 400.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # Django's own handlers would say the same again, or mail it.
        "django": {"handlers": [], "level": "INFO"},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
    },
}
