from django.apps import AppConfig
from django.db.models.signals import post_save


class ConfigConfig(AppConfig):
    name = "config"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models exist only now.
        from config.last_known import remember_practice
        from home.models import PracticeSettings

        def remember(instance, **kwargs):
            remember_practice(instance)

        post_save.connect(
            remember,
            sender=PracticeSettings,
            weak=False,
            dispatch_uid="remember_practice",
        )
