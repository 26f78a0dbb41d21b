"""The list of the team."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from home.catalogues import Entry
from home.models import Filter, IndexPage
from home.vocabulary import Specialty
from team.models.clinicians import ClinicianPage
from team.models.known import known_clinicians
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

    def get_listed(self):
        people = ClinicianPage.objects.child_of(self).filter(
            status=ClinicianStatus.CURRENT
        )
        return people.for_cards()

    def get_entries(self):
        listed = self.practice_site.visible(self.get_listed())
        rows = list(listed.values_list("pk", "expire_at", "specialties", "languages"))
        places = self._places_of(row[0] for row in rows)
        for key, expire_at, specialties, languages in rows:
            yield Entry(
                key,
                expire_at,
                choices={
                    **{("specialty", value): "" for value in specialties},
                    **{("location", slug): title for slug, title in places[key]},
                    **{("language", code): "" for code in languages},
                },
            )

    @staticmethod
    def _places_of(people: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
        """The addresses and titles of the places where each of them is."""
        found = defaultdict(list)
        through = ClinicianPage.locations.through.objects
        rows = through.filter(clinicianpage_id__in=list(people)).values_list(
            "clinicianpage_id", "locationpage__slug", "locationpage__title"
        )
        for key, slug, title in rows:
            found[key].append((slug, title))
        return found

    def load(self, keys, chosen):
        people = known_clinicians(self.practice_site, keys)
        return [people[key] for key in keys if key in people]

    def get_filters(self):
        values = self.catalogue.values
        specialties, languages = values("specialty"), values("language")
        spoken = [(code, SpokenLanguage.label(code)) for code in languages]
        return [
            Filter(
                "specialty",
                __("Specialty"),
                [pair for pair in Specialty.choices if pair[0] in specialties],
            ),
            Filter("location", __("Location"), sorted(values("location").items())),
            Filter(
                "language", __("Language"), sorted(spoken, key=lambda pair: pair[1])
            ),
        ]
