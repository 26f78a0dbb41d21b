"""The tabs of the page editor, the same for every page type."""

from django.forms import Media
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel, ObjectList, Panel, TabbedInterface

TABS = [
    ("content_panels", _("Content")),
    ("evidence_panels", _("Evidence & review")),
    ("related_panels", _("Related")),
    ("promote_panels", _("Search & share")),
    ("settings_panels", _("Settings")),
]


def page_tabs(page_model: type) -> Panel:
    """Build the editor of a page type from its lists of panels; no empty tab."""
    tabs = [
        ObjectList(getattr(page_model, name), heading=heading)
        for name, heading in TABS
        if getattr(page_model, name)
    ]
    return TabbedInterface(tabs, base_form_class=page_model.base_form_class)


class FoundPanel(HelpPanel):
    """How the page looks in search results, what machines read, and what to mend.

    It shows what is saved; a script lets the server write it anew while one types.
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("template", "home/editor/found_panel.html")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def media(self):
            return Media(
                js=["js/found.js"],
                css={"all": ["css/found.css", "css/share-preview.css"]},
            )
