"""The inbox in the editor: for the front desk and owners, every look is recorded."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import ModelPermissionPolicy

from contact.enquiries.records import log_export, log_note, log_view
from contact.models.enquiries import LABELS, Enquiry, EnquiryNote
from contact.spreadsheets import SafeSpreadsheet

DESK = ["Front desk", "Owners"]


def who_answers():
    """Everybody who may open the inbox."""
    people = get_user_model().objects.filter(is_active=True)
    return people.filter(Q(groups__name__in=DESK) | Q(is_superuser=True)).distinct()


class InboxPermissions(ModelPermissionPolicy):
    """The rights of the groups; only visitors write an enquiry."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class InboxFilters(WagtailFilterSet):
    """By state, wish, place, person and day."""

    class Meta:
        model = Enquiry
        fields = {
            "state": ["exact"],
            "purpose": ["exact"],
            "location": ["exact"],
            "assigned_to": ["exact"],
            "received": ["date__gte", "date__lte"],
        }


class InboxView(SafeSpreadsheet, generic.IndexView):
    """The list, without a word of what people wrote, and its export, with all."""

    export_filename = "enquiries"

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("location", "assigned_to")

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self.user_has_permission("change"):
            raise PermissionDenied
        enquiries = queryset.prefetch_related("notes")
        log_export(enquiries, self.request.user, spreadsheet_format)
        return super().as_spreadsheet(enquiries, spreadsheet_format)

    def to_row_dict(self, item):
        return {
            "reference": item.reference,
            "received": item.received,
            "state": item.get_state_display(),
            "purpose": item.get_purpose_display(),
            **{name: item.word(name) for name, _label in LABELS},
            "notes": "\n".join(note.text for note in item.notes.all()),
        }


class DeskForm(WagtailAdminModelForm):
    """What the desk can change: state, who answers, and one more note."""

    note = forms.CharField(
        label=_("Add a note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept encrypted with the enquiry. It cannot be changed later."),
    )

    class Meta:
        model = Enquiry
        fields = ["state", "assigned_to"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assigned_to"].queryset = who_answers()


class EnquiryView(generic.EditView):
    """One enquiry: what was written, the notes, and how far the answer is."""

    template_name = "contact/editor/enquiry.html"

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        log_view(self.object, request.user)
        return response

    def get_context_data(self, **kwargs):
        notes = self.object.notes.select_related("author")
        return super().get_context_data(**kwargs) | {"notes": notes}

    def save_instance(self):
        enquiry = super().save_instance()
        if text := self.form.cleaned_data["note"].strip():
            note = EnquiryNote(enquiry=enquiry, author=self.request.user)
            note.set_words({"text": text})
            note.save()
            log_note(enquiry, self.request.user)
        return enquiry


class EnquiryViewSet(ModelViewSet):
    """Enquiries and requests for appointments."""

    model = Enquiry
    icon = "mail"
    menu_label = _("Enquiries")
    menu_order = 110
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = InboxView
    edit_view_class = EnquiryView
    filterset_class = InboxFilters
    search_fields = ["reference"]
    search_backend_name = None
    list_display = [
        "reference",
        Column(
            "state", label=_("State"), accessor="get_state_display", sort_key="state"
        ),
        Column("purpose", label=_("Wish"), accessor="get_purpose_display"),
        Column("location", label=_("Location")),
        Column("assigned_to", label=_("Who answers")),
        DateColumn("received", label=_("Received"), sort_key="received"),
    ]
    list_export = [
        "reference",
        "received",
        "state",
        "purpose",
        *[name for name, _label in LABELS],
        "notes",
    ]
    export_headings = {"reference": _("Reference"), **dict(LABELS), "notes": _("Notes")}

    @property
    def permission_policy(self):
        return InboxPermissions(self.model)

    def get_form_class(self, for_update=False):
        return DeskForm
