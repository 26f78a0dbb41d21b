"""The window in which a reference is chosen, or made from what is pasted."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChosenResponseMixin
from wagtail.snippets.views.chooser import (
    BaseSnippetChooseView,
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenView,
    SnippetCreateView,
)

from treatments.forms import ReferenceForm
from treatments.identifiers import KINDS
from treatments.models import Reference

COLUMNS = [
    Column("authors", label=_("Authors")),
    Column("year", label=_("Year"), width="8%"),
]


class NewReferenceForm(ReferenceForm):
    """The form of the window's second tab."""

    class Meta(WagtailAdminModelForm.Meta):
        model = Reference
        fields = ["title", "authors", "source", "year", "study_type", *KINDS, "url"]


class WithColumns(BaseSnippetChooseView):
    """Shows what tells references apart."""

    @property
    def columns(self):
        return [*super().columns, *COLUMNS]


class ChooseReferenceView(WithColumns, ChooseView):
    pass


class ChooseReferenceResultsView(WithColumns, ChooseResultsView):
    pass


class WithShortName(ChosenResponseMixin):
    """Tells the text editor what to call the reference."""

    def get_chosen_response_data(self, item):
        return super().get_chosen_response_data(item) | {"name": item.short_name}


class ReferenceChosenView(WithShortName, SnippetChosenView):
    pass


class ReferenceCreateView(WithShortName, SnippetCreateView):
    pass


class ReferenceChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseReferenceView
    choose_results_view_class = ChooseReferenceResultsView
    chosen_view_class = ReferenceChosenView
    create_view_class = ReferenceCreateView
    creation_form_class = NewReferenceForm
    creation_tab_label = _("New reference")
