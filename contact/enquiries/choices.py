"""What an enquiry can be about: places, people and treatments that visitors may see."""

from django.apps import apps

from home.changes.reading import valid_until
from home.site import PracticeSite

# Field of the form → the pages it offers.
PAGES = {
    "location": ("home.LocationPage", {}),
    "clinician": ("team.ClinicianPage", {"status": "current"}),
    "treatment": ("treatments.TreatmentPage", {}),
}
# A longer list helps nobody; a page that is asked about stands in it all the same.
MOST = 300

Options = dict[str, list[tuple[str, str]]]


def options_of(site: PracticeSite, asked: set[str]) -> Options:
    """Field → (number of the page, its title), by title; one query a field.

    `asked` are numbers of pages that were chosen or that the enquiry is about.
    """
    return {
        field: _pages(site, model, rule, asked)
        for field, (model, rule) in PAGES.items()
    }


def _pages(
    site: PracticeSite, model: str, rule: dict, asked: set[str]
) -> list[tuple[str, str]]:
    pages = apps.get_model(model).objects.descendant_of(site.site.root_page)
    visible = site.visible(pages.filter(**rule)).order_by("title")
    shown = visible.values_list("pk", "title", "expire_at")
    found = list(shown[:MOST])
    if len(found) == MOST:
        numbers = [one for one in asked if one.isdecimal() and len(one) < 10]
        missing = shown.filter(pk__in=numbers)
        found = sorted({*found, *missing}, key=lambda one: one[1])
    for end in {end for _pk, _title, end in found if end}:
        valid_until(end)
    return [(str(pk), title) for pk, title, _end in found]
