"""The editor's form: a draft always saves, the rules bite at publish."""

from home.drafts import DraftPageForm
from home.objections import find_objections, objection_problems


class PageForm(DraftPageForm):
    """Asks the page what still stands between it and the public."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # Left empty, the page makes one from its title when it is saved.
            self.fields["slug"].required = False

    def clean(self):
        cleaned = super().clean()
        rows = self._rows()
        # Nobody else has this field.
        if "override_reason" in self.changed_data:
            self.instance.override_reason = cleaned.get("override_reason", "")
            objections = find_objections(self.instance, cleaned, rows)
            self.instance.override(self.instance.override_reason, objections)
        if not self.is_deferred_validation and not self._is_sent_back:
            problems = self.instance.publish_problems(cleaned, rows)
            if self._goes_public:
                problems |= objection_problems(self.instance, cleaned, rows)
            for field, message in problems.items():
                self.add_error(field if field in self.fields else None, message)
        return cleaned

    @property
    def _goes_public(self) -> bool:
        """Whether the button publishes; a reviewer may be asked about anything."""
        approves = self.data.get("workflow-action-name") == "approve"
        return "action-publish" in self.data or approves

    @property
    def _is_sent_back(self) -> bool:
        # A reviewer asks for changes to a page because it is not ready.
        return self.data.get("workflow-action-name") == "reject"

    def _rows(self) -> dict[str, list]:
        """The rows of each inline list as they would be saved."""
        return {
            name: [form.instance for form in formset if _is_kept(form)]
            for name, formset in self.formsets.items()
        }


def _is_kept(form) -> bool:
    blank = form.empty_permitted and not form.has_changed()
    return not blank and form.is_valid() and not form.cleaned_data.get("DELETE")
