from django.apps import AppConfig
from django.conf import settings


class HomeConfig(AppConfig):
    name = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models exist only now.
        from wagtail.signals import page_published
        from wagtailseo.models import SeoSettings

        from home import address_changes
        from home.changes import page_changes, writing
        from home.organization import validate_markup
        from home.scopes import scopes_of
        from home.share_cards import following
        from home.tasks import make_pictures
        from home.together import do_once

        # Bad markup would be left out without a word.
        markup = SeoSettings._meta.get_field("struct_org_extra_json")
        markup.validators.append(validate_markup)

        writing.connect()
        page_changes.tell_pages_apart(scopes_of)

        def queue_pictures(instance, **kwargs):
            if settings.MAKE_PICTURES_AT_PUBLISH:
                do_once(queue_each, [instance.pk, instance.get_parent().pk])

        def queue_each(keys):
            for key in sorted(keys):
                make_pictures.enqueue(key)

        page_published.connect(queue_pictures, weak=False, dispatch_uid="make_pictures")
        address_changes.connect()
        following.connect()
