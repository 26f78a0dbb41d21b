from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from contact.models import UpdatePage
from home.listings import DayColumn, listings_of, with_columns


@hooks.register("register_admin_viewset")
def register_update_listings():
    return listings_of(
        UpdatePage,
        icon="doc-full",
        label=_("Updates"),
        order=150,
        columns=with_columns(
            DayColumn("published", label=_("Date"), sort_key="published", width="12%"),
            Column("author", label=_("Author"), width="16%"),
        ),
        list_filter=["published"],
        ordering="-published",
    )
