"""The list of subscribers in the editor: the front desk looks, owners move it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.validators import FileExtensionValidator
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Site

from contact.enquiries.inbox import InboxPermissions
from contact.models.subscribers import Subscriber, SubscriberState
from contact.spreadsheets import SafeSpreadsheet
from contact.subscribing.columns import COLUMNS, REQUIRED, row_of
from contact.subscribing.importing import ImportRefusedError, import_subscribers
from contact.subscribing.joining import set_state
from contact.subscribing.records import log_export, log_import, log_view

LARGEST_FILE = 5_000_000  # bytes
# To take the whole list along is the right of who may bring one.
MOVES_THE_LIST = "contact.add_subscriber"


class SubscriberFilters(WagtailFilterSet):
    """By state and day."""

    class Meta:
        model = Subscriber
        fields = {"state": ["exact"], "confirmed": ["date__gte", "date__lte"]}


class ListView(SafeSpreadsheet, generic.IndexView):
    """The list without whole addresses, and its export, with all."""

    export_filename = "subscribers"

    @cached_property
    def header_buttons(self):
        buttons = super().header_buttons
        if self.request.user.has_perm(MOVES_THE_LIST):
            address = reverse("subscriber:import")
            buttons.append(HeaderButton(_("Import"), url=address, icon_name="upload"))
        return buttons

    @property
    def show_export_buttons(self):
        return self.request.user.has_perm(MOVES_THE_LIST)

    def search_queryset(self, queryset):
        if self.is_searching:
            return queryset.addressed_to(self.search_query)
        return queryset

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self.request.user.has_perm(MOVES_THE_LIST):
            raise PermissionDenied
        site = Site.find_for_request(self.request)
        log_export(site, self.request.user, spreadsheet_format, queryset.count())
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def to_row_dict(self, item):
        return row_of(item)


class SubscriberForm(WagtailAdminModelForm):
    """What the desk can change: whether somebody is mailed."""

    class Meta:
        model = Subscriber
        fields = ["state"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state = self.fields["state"]
        if self.instance.state == SubscriberState.LEFT:
            state.choices = [one for one in state.choices if one[0] == "left"]
            state.help_text = _("Only they themselves can come back, with the form.")


class SubscriberView(generic.EditView):
    """One subscriber: the address, and what they agreed to."""

    template_name = "contact/editor/subscriber.html"

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        log_view(self.object, request.user)
        return response

    def save_instance(self):
        subscriber = super().save_instance()
        if "state" in self.form.changed_data:
            set_state(subscriber, subscriber.state)
        return subscriber


class ImportForm(forms.Form):
    """A file."""

    file = forms.FileField(
        label=_("CSV file"),
        validators=[FileExtensionValidator(["csv"])],
        widget=forms.FileInput(attrs={"accept": ".csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        return file


class ImportView(WagtailAdminTemplateMixin, FormView):
    """Takes a file and tells, line by line, what it did not take."""

    form_class = ImportForm
    template_name = "contact/editor/import_subscribers.html"
    page_title = _("Import subscribers")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(MOVES_THE_LIST):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        above = {"url": reverse("subscriber:index"), "label": _("Subscribers")}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "required": REQUIRED,
            "columns": COLUMNS,
            "states": SubscriberState.values,
        }

    def form_valid(self, form):
        site = Site.find_for_request(self.request)
        try:
            report = import_subscribers(form.cleaned_data["file"].read(), site)
        except ImportRefusedError as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        log_import(
            site,
            self.request.user,
            added=report.added,
            known=report.known,
            refused=len(report.refused),
        )
        context = self.get_context_data(form=self.form_class(), report=report)
        return self.render_to_response(context)


class SubscriberViewSet(ModelViewSet):
    """Everybody who is mailed, or was."""

    model = Subscriber
    icon = "group"
    menu_label = _("Subscribers")
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = ListView
    edit_view_class = SubscriberView
    filterset_class = SubscriberFilters
    # Found by its keyed hash, so by the whole address only.
    search_fields = ["address_key"]
    search_backend_name = None
    list_display = [
        "masked_email",
        Column(
            "state", label=_("State"), accessor="get_state_display", sort_key="state"
        ),
        Column("topics", label=_("Hears of"), accessor="topics_in_words"),
        DateColumn("confirmed", label=_("On the list since"), sort_key="confirmed"),
    ]
    list_export = COLUMNS
    export_headings = {name: name for name in COLUMNS}

    @property
    def permission_policy(self):
        return InboxPermissions(self.model)

    def get_form_class(self, for_update=False):
        return SubscriberForm

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("import/", ImportView.as_view(), name="import"),
        ]
