import sys

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models.signals import post_save


def _load_rest_framework() -> None:
    """Load what Wagtail's editor needs of REST framework, and no more.

    It takes what it finds installed: PostgreSQL's driver (9 MB of each process), which
    Django loads anyhow where it is of use, and Markdown, which only the demo reads.
    """
    unneeded = {"psycopg", "markdown"}.difference(sys.modules)
    # Python's way to say that there is none.
    sys.modules.update(dict.fromkeys(unneeded))  # type: ignore[arg-type]
    try:
        import rest_framework.compat  # noqa: F401
    finally:
        for name in unneeded:
            del sys.modules[name]


_load_rest_framework()


class ConfigConfig(AppConfig):
    name = "config"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models exist only now.
        from config.last_known import remember_practice
        from config.page_cache.purging import queue_purge
        from config.signing_in.record import record_sign_in, record_sign_out
        from config.signing_in.sessions import begin_session
        from home.changes.telling import something_changed
        from home.models import PracticeSettings

        def remember(instance, raw=False, **kwargs):
            if not raw:  # Its site may still be missing.
                remember_practice(instance)

        post_save.connect(
            remember,
            sender=PracticeSettings,
            weak=False,
            dispatch_uid="remember_practice",
        )
        user_logged_in.connect(begin_session, dispatch_uid="begin_session")
        user_logged_in.connect(record_sign_in, dispatch_uid="record_sign_in")
        user_logged_out.connect(record_sign_out, dispatch_uid="record_sign_out")
        something_changed.connect(queue_purge, dispatch_uid="queue_purge")
