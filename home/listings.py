"""Lists of pages of one type in the editor: in the explorer and in the menu."""

from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

_FIRST = ("bulk_actions", "title")


class DayColumn(Column):
    """A day as such: Wagtail's own column would call one to come "just now"."""

    def get_value(self, instance):
        day = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""


def with_columns(*own: Column) -> list[Column]:
    """Wagtail's own columns with these after the title; no column for the type."""
    usual = [c for c in PageListingViewSet.columns if c.name not in {"type", "parent"}]
    first = [column for column in usual if column.name in _FIRST]
    rest = [column for column in usual if column.name not in _FIRST]
    return [*first, *own, *rest]


def listings_of(
    page_model: type, *, icon: str, label: str, order: int, columns: list, **options
) -> list:
    """Make both lists of a page type: flat in the menu, and below its index page.

    `options` are attributes of the viewsets, such as `list_filter`, `ordering`.
    """
    shared = {"model": page_model, "icon": icon, "list_display": columns, **options}
    flat = {"add_to_admin_menu": True, "menu_label": label, "menu_order": order}
    name = page_model.__name__
    return [
        type(f"{name}Listing", (PageListingViewSet,), shared | flat)(
            page_model._meta.model_name
        ),
        type(f"{name}Explorer", (PageViewSet,), shared)(),
    ]
