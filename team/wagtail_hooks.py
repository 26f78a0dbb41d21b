from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.listings import listings_of, with_columns
from team.board_claims import (
    find_board_claims,
    find_false_words,
    why_keep_records_below,
)
from team.models import ClinicianPage, Credential
from team.shown_on_cards import cards_naming
from team.views import confirm_review, correct

hooks.register("find_cards_showing", cards_naming)
hooks.register("find_objections", find_board_claims)
hooks.register("find_false_words", find_false_words)


@hooks.register("before_unpublish_page")
@hooks.register("before_delete_page")
def keep_last_certification(request, page):
    """Say why a page may not go that others stand on."""
    why = why_keep_records_below([page]) if request.method == "POST" else ""
    if not why:
        return None
    messages.error(request, why)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def keep_last_certifications(request, action_type, objects, action):
    """The same of the pages chosen in a list."""
    if action_type not in {"unpublish", "delete"} or request.method != "POST":
        return None
    why = why_keep_records_below(objects)
    if not why:
        return None
    messages.error(request, why)
    return redirect(action.next_url)


@hooks.register("register_admin_urls")
def register_review_urls():
    return [
        path("reviews/<int:page_id>/", confirm_review, name="confirm_review"),
        path("corrections/<int:page_id>/", correct, name="correct_page"),
    ]


@hooks.register("register_log_actions")
def register_review_actions(actions):
    actions.register_action(
        "team.reviewed", _("Confirm medical review"), _("Medical review confirmed")
    )
    actions.register_action(
        "team.corrected", _("Add a correction"), _("Correction added")
    )
    actions.register_action(
        "team.reviewed_unchanged",
        _("Confirm medical review, no change"),
        _("Medical review confirmed, no change"),
    )


@hooks.register("register_admin_viewset")
def register_clinician_listings():
    return listings_of(
        ClinicianPage,
        icon="user",
        label=_("Team"),
        order=140,
        columns=with_columns(
            Column(
                "kind",
                label=_("Profession"),
                accessor="get_kind_display",
                sort_key="kind",
                width="16%",
            ),
            Column("practice_role", label=_("Role"), width="16%"),
            BooleanColumn(
                "accepting_new_patients", label=_("New patients"), width="10%"
            ),
        ),
        list_filter=["kind", "status", "accepting_new_patients"],
        ordering="title",
    )


class CredentialViewSet(SnippetViewSet):
    """Letters after names, with their meaning."""

    model = Credential
    icon = "tag"
    list_display = ["abbreviation", "meaning"]


register_snippet(CredentialViewSet)
