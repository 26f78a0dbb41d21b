from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # The signals are those of models, which are loaded only now.
        from search.signals import connect

        connect()
