"""The tabs of the page editor, the same for every page type."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, Panel, TabbedInterface

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
