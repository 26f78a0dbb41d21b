"""What the dashboard says about searches."""

from wagtail.admin.ui.components import Component

from search.reports import NOTHING, may_do, searches

SHOWN = 8


class NotFoundPanel(Component):
    """What people searched for and did not find, most often first."""

    name = "not_found"
    order = 140
    template_name = "search/editor/not_found_panel.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"rows": searches(shown=NOTHING)[:SHOWN], **may_do(user)}
