"""Parts of the tree of pages that answers stand on, instead of on each page of it.

Whoever reads only such a part names its tag with `only_standing_on`; `scopes_of` tells
the tags that a change of a page touches: in its columns before, and in those after.
"""

from collections.abc import Iterator
from hashlib import blake2b

from wagtail.models import Page

from home.changes.queries import table_tag

FRAME = "frame"  # what stands around every page
# Pages that every page links to: the name of their key in the frame → their type.
LINKED = {
    "contact_id": "contactpage",
    "evidence_id": "evidencelevelspage",
    "matrix_id": "evidencematrixpage",
    "location_id": "locationpage",
}


def pages_of(*kinds: str) -> list[str]:
    """Which pages of these types there are, such as "contactpage"."""
    models = (Page._meta.get_field(kind).related_model for kind in kinds)
    return [table_tag(model._meta.db_table) for model in models]


def address_tag(url_path: str) -> str:
    """What is found at an address; a short name, whatever somebody asks for."""
    return f"address:{blake2b(url_path.encode(), digest_size=8).hexdigest()}"


def below_tag(path: str) -> str:
    """Which pages are right below the one at this path of the tree."""
    return f"below:{path}"


def updates_about_tag(key: int) -> str:
    """Which updates are about a page."""
    return f"updates-about:{key}"


def updates_by_tag(key: int) -> str:
    """Which updates a clinician has written."""
    return f"updates-by:{key}"


def scopes_of(page: Page, stored: dict) -> Iterator[str]:
    """The tags of those parts that any page may belong to."""
    # Not every column may have been read of it.
    for columns in (stored, stored | vars(page)):
        yield address_tag(columns["url_path"])
        yield below_tag(columns["path"][: -page.steplen])
        if _is_framing(page, columns):
            yield FRAME


def _is_framing(page: Page, columns: dict) -> bool:
    kind = page.specific_class
    return (
        kind is None
        or kind._meta.model_name in {"homepage", *LINKED.values()}
        or bool(columns["show_in_menus"] or _notice_kind(page, columns))
    )


def _notice_kind(page: Page, columns: dict) -> str:
    """Which legal notice a page is, if any; its own columns may not be at hand."""
    if "notice_kind" in columns or not hasattr(page.specific_class, "notice_kind"):
        return columns.get("notice_kind", "")
    stored = page.specific_class._base_manager.filter(pk=page.pk)
    return stored.values_list("notice_kind", flat=True).first() or ""
