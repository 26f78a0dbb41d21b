"""What the rules of a place make a page say about unproven uses."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.fields import ChoiceListField
from treatments.vocabulary import TreatmentType


class RegulatoryNoticeQuerySet(models.QuerySet):
    """Notices by time and place."""

    def in_force(self, jurisdictions: list[str], day: date | None = None):
        """Those in force on a day in any of these places, such as "US-AZ".

        A notice for "US" holds in every state; one without a place holds anywhere.
        """
        day = day or timezone.localdate()
        countries = {code.split("-")[0] for code in jurisdictions}
        return self.filter(
            Q(starts__isnull=True) | Q(starts__lte=day),
            Q(ends__isnull=True) | Q(ends__gte=day),
            Q(jurisdiction__in=["", *jurisdictions, *countries]),
        )


class RegulatoryNotice(models.Model):
    """A text that stands on every page with an unproven use of some kind."""

    jurisdiction = models.CharField(
        _("jurisdiction"),
        max_length=10,
        blank=True,
        help_text=_("Such as US or US-AZ. Left empty: anywhere."),
    )
    treatment_types = ChoiceListField(
        _("kinds of treatment"),
        options=TreatmentType,
        help_text=_("None ticked: every kind."),
    )
    text = models.TextField(_("text"), max_length=1000)
    source = models.CharField(
        _("rule it comes from"),
        max_length=300,
        help_text=_("The statute, regulation or guidance; it stands behind the text."),
    )
    starts = models.DateField(_("in force from"), null=True, blank=True)
    ends = models.DateField(_("in force until"), null=True, blank=True)

    panels = [
        "text",
        "source",
        FieldRowPanel(["jurisdiction", "starts", "ends"]),
        FieldPanel("treatment_types"),
    ]
    objects = RegulatoryNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("regulatory notice")
        ordering = ["jurisdiction", "pk"]

    def __str__(self):
        return f"{self.jurisdiction or _('Anywhere')}: {self.text[:60]}"

    def clean(self):
        super().clean()
        self.jurisdiction = self.jurisdiction.strip().upper()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("It would end before it begins.")})

    def concerns(self, treatment_types: set[str]) -> bool:
        """Whether it speaks of any of these kinds of treatment."""
        return not self.treatment_types or bool(
            treatment_types & set(self.treatment_types)
        )
