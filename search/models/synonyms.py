"""Words that mean the same, as the practice's editors write them down."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.fields import LineListField


class SynonymSet(models.Model):
    """Words of patients and of clinicians that mean the same in a search."""

    words = LineListField(
        _("words"),
        blank=False,
        help_text=_(
            "Words or phrases that mean the same, one a line, such as: heart attack, "
            "myocardial infarction."
        ),
    )

    panels = [FieldPanel("words")]

    class Meta:
        verbose_name = _("set of synonyms")
        verbose_name_plural = _("sets of synonyms")

    def __str__(self):
        return ", ".join(self.words)
