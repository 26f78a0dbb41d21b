from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "contact"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models can be imported only now.
        from contact.mail.delivery import recipient_refused
        from contact.scopes import scopes_of, scopes_of_topic
        from contact.subscribing.bounces import note_bounce
        from home.changes.page_changes import tell_pages_apart
        from home.changes.row_changes import tell_rows_apart

        recipient_refused.connect(note_bounce, dispatch_uid="contact.note_bounce")
        tell_pages_apart(scopes_of)
        tell_rows_apart(self.get_model("UpdateTopic"), scopes_of_topic)
