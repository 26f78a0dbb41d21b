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


class DerivedTitleForm(PageForm):
    """For pages whose title, and so whose slug, follows from other fields."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # Left empty, the page makes one from its title when it is saved.
            self.fields["slug"].required = False
