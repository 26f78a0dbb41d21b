from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class PracticeImage(AbstractImage):
    """A picture with its description for those who cannot see it, and its credit."""

    credit = models.CharField(
        _("credit"),
        max_length=160,
        blank=True,
        help_text=_("Who made the picture; shown with it where it has a caption."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class PracticeRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(
        PracticeImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        verbose_name = _("image size")
        unique_together = (("image", "filter_spec", "focal_point_key"),)
