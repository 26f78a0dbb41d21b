"""What the dashboard says about the site as a whole."""

from wagtail.admin.ui.components import Component

from home.required_notices import checklist
from home.site import PracticeSite


class NoticePanel(Component):
    """The notices a site has to carry, there or missing."""

    name = "required_notices"
    order = 140
    template_name = "home/editor/notice_panel.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        site = PracticeSite.for_request(request)
        home = site.site.root_page
        return {
            "items": checklist(site),
            "may_begin": home.permissions_for_user(request.user).can_add_subpage(),
        }
