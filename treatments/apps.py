from django.apps import AppConfig, apps
from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_unpublished


class TreatmentsConfig(AppConfig):
    name = "treatments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models exist only now.
        from home.changes.page_changes import tell_pages_apart
        from home.changes.row_changes import tell_rows_apart
        from treatments.claims_record import forget_claims, remember_claims
        from treatments.scopes import scopes_of, scopes_of_row
        from treatments.tasks import practice_changed, team_changed, uses_changed

        tell_pages_apart(scopes_of)
        tell_rows_apart(self.get_model("Indication"), scopes_of_row)
        page_published.connect(remember_claims, dispatch_uid="remember_claims")
        page_unpublished.connect(forget_claims, dispatch_uid="forget_claims")
        for change in (page_published, page_unpublished, post_delete):
            change.connect(team_changed, apps.get_model("team.ClinicianPage"))
            for model in ("TreatmentPage", "ConditionPage"):
                change.connect(uses_changed, self.get_model(model))
        post_save.connect(practice_changed, apps.get_model("home.PracticeSettings"))
