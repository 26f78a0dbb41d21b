"""The editor's form: a draft always saves, the rules bite at publish."""

from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """Asks the page what still stands between it and the public."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            for field, message in self.instance.publish_problems(cleaned).items():
                self.add_error(field if field in self.fields else None, message)
        return cleaned
