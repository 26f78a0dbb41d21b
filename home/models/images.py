import copy

from django.db import models
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from home.undrawn import is_drawn_at_once, tell_missing

EMPTY_FRAME = "icons/frame.svg"


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

    def get_rendition(self, filter: Filter | str) -> "PracticeRendition":
        # Wagtail's own would keep what stands in as if it were drawn.
        return next(iter(self.get_renditions(filter).values()))

    def create_renditions(self, *filters: Filter) -> dict[Filter, AbstractRendition]:
        if is_drawn_at_once():
            return super().create_renditions(*filters)
        return {wanted: self._stand_in(wanted) for wanted in filters}

    def _stand_in(self, wanted: Filter) -> "PracticeRendition":
        """The most alike of the sizes that are drawn; an empty frame without any."""
        tell_missing(self.pk, wanted.spec)
        drawn = [size for size in self.renditions.all() if not size.is_stand_in]
        found = copy.copy(
            max(drawn, key=lambda size: size.likeness(wanted.spec))
            if drawn
            else PracticeRendition(image=self)
        )
        found.is_stand_in = True
        found.filter_spec, found.focal_point_key = (
            wanted.spec,
            wanted.get_cache_key(self),
        )
        # As large as what it stands for, so that the page stays as it is.
        found.width, found.height = map(round, wanted.get_transform(self).size)
        found._from_cache = True  # Wagtail keeps no such rendition for others.
        return found


class PracticeRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(
        PracticeImage, on_delete=models.CASCADE, related_name="renditions"
    )
    is_stand_in = False

    class Meta:
        verbose_name = _("image size")
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        # Browsers never ask again: another picture of the same name has another one.
        name, point, rest = super().get_upload_to(filename).partition(".")
        return f"{name}-{self.image.get_file_hash()[:8]}{point}{rest}"

    @property
    def url(self) -> str:
        return super().url if self.file else static(EMPTY_FRAME)

    def likeness(self, spec: str) -> tuple[int, int]:
        """How well it stands in for a size: cut and format, then how large it is."""
        wanted = {part.partition("-")[0] for part in spec.split("|")}
        own = {part.partition("-")[0] for part in self.filter_spec.split("|")}
        same = set(spec.split("|")) & set(self.filter_spec.split("|"))
        return len(wanted & own) + len(same), self.width
