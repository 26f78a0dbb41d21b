"""The step of a workflow in which somebody else looks at a page."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from home.publishing import refuse_unready


class ApprovalTask(AbstractGroupApprovalTask):
    """Approval by groups of people, of what may be published and nothing else."""

    class Meta:
        verbose_name = _("approval of a page that is ready")
        verbose_name_plural = _("approvals of pages that are ready")

    def on_action(self, task_state, user, action_name, **kwargs):
        if action_name == "approve":
            refuse_unready(task_state.revision.as_object())
        super().on_action(task_state, user, action_name, **kwargs)
