"""Citations in Wagtail's text editor: from the page to the editor and back."""

from django.urls import reverse_lazy
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import EmbedHandler

from treatments.citing import EMBED_TYPE, cite
from treatments.models import Reference

FEATURE = "citation"
ENTITY = "REFERENCE"


class CitationHandler(EmbedHandler):
    """Prints a citation, and tells Wagtail where a reference is used."""

    identifier = EMBED_TYPE

    @staticmethod
    def get_model():
        return Reference

    @staticmethod
    def expand_db_attributes(attrs):
        return cite(attrs.get("id", ""))

    @classmethod
    def extract_references(cls, attrs):
        if attrs.get("id", "").isdecimal():
            # Type, key, and the paths below this text: it is one reference, no more.
            yield Reference, attrs["id"], "", ""


class CitationElementHandler(InlineEntityElementHandler):
    """Puts the short name of a reference into the editor's text."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        return {"id": attrs.get("id", "")}

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        key = dict(attrs).get("id") or ""
        found = Reference.objects.filter(pk=key).first() if key.isdecimal() else None
        words = found.short_name if found else __("deleted reference")
        state.current_block.text += f"[{words}]"
        state.leading_whitespace = KEEP_WHITESPACE


def embed_of(props: dict):
    """What is kept of a citation: the key of its reference, no words."""
    return DOM.create_element("embed", {"embedtype": EMBED_TYPE, "id": props["id"]})


EDITOR_FEATURE = EntityFeature(
    {
        "type": ENTITY,
        "icon": "openquote",
        "description": _("Cite a reference"),
        "chooserUrl": reverse_lazy(
            "wagtailsnippetchoosers_treatments_reference:choose"
        ),
    },
    js=["wagtailadmin/js/chooser-modal.js", "js/cite.js"],
)
CONVERTER_RULE = {
    "from_database_format": {
        f'embed[embedtype="{EMBED_TYPE}"]': CitationElementHandler(ENTITY)
    },
    "to_database_format": {"entity_decorators": {ENTITY: embed_of}},
}


def register_citations(features) -> None:
    """Make the feature known to Wagtail."""
    features.register_embed_type(CitationHandler)
    features.register_editor_plugin("draftail", FEATURE, EDITOR_FEATURE)
    features.register_converter_rule("contentstate", FEATURE, CONVERTER_RULE)
