from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "contact"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models can be imported only now.
        from contact.mail.delivery import recipient_refused
        from contact.scopes import scopes_of
        from contact.subscribing.bounces import note_bounce
        from home.changes.writing import told_apart

        recipient_refused.connect(note_bounce, dispatch_uid="contact.note_bounce")
        told_apart.append(scopes_of)
