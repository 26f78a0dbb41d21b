"""The list of the team."""

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from home.models import Filter, IndexPage
from home.vocabulary import Specialty
from team.models.clinicians import ClinicianPage
from team.vocabulary import ClinicianStatus, SpokenLanguage


class TeamIndexPage(IndexPage):
    """All clinicians, by specialty, location and language."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["team.ClinicianPage"]

    empty_message = _("Nobody is listed yet. Please call us and ask who can see you.")
    highlight_style = "portraits"
    page_size = 48

    class Meta:
        verbose_name = _("list of the team")
        verbose_name_plural = _("lists of the team")

    @classmethod
    def get_highlights(cls, children):
        return list(
            ClinicianPage.objects.filter(
                pk__in=children.values("pk"), status=ClinicianStatus.CURRENT
            ).order_by("path")[:6]
        )

    def lists(self, page):
        return page.is_current

    def get_listing_pages(self):
        people = ClinicianPage.objects.child_of(self).filter(
            status=ClinicianStatus.CURRENT
        )
        return list(
            self.practice_site.visible(people).prefetch_related("locations").for_cards()
        )

    def get_filters(self, pages):
        used_specialties = {value for page in pages for value in page.specialties}
        places = {place.slug: place for page in pages for place in page.locations.all()}
        languages = {code for page in pages for code in page.languages}
        return [
            Filter(
                "specialty",
                __("Specialty"),
                [pair for pair in Specialty.choices if pair[0] in used_specialties],
            ),
            Filter(
                "location",
                __("Location"),
                sorted((slug, place.title) for slug, place in places.items()),
            ),
            Filter(
                "language",
                __("Language"),
                sorted(
                    ((code, SpokenLanguage.label(code)) for code in languages),
                    key=lambda pair: pair[1],
                ),
            ),
        ]

    def matches(self, page, name, value):
        if name == "location":
            return any(place.slug == value for place in page.locations.all())
        return value in (page.specialties if name == "specialty" else page.languages)
