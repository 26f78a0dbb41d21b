from django.apps import AppConfig
from django.conf import settings


class HomeConfig(AppConfig):
    name = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models exist only now.
        from wagtail.signals import page_published

        from home.tasks import make_pictures

        def queue_pictures(instance, **kwargs):
            if settings.MAKE_PICTURES_AT_PUBLISH:
                for page in (instance, instance.get_parent()):
                    make_pictures.enqueue(page.pk)

        page_published.connect(queue_pictures, weak=False, dispatch_uid="make_pictures")
