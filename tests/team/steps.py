"""What people and programs do to the pages of a practice, one step at a time."""

from collections.abc import Callable
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale, Page

from team.corrections import add_correction
from team.reviewing import mark_reviewed
from tests.practice import Cast, use
from tests.team.seen_words import Seen, read_page
from treatments.importing import Importer
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.records import read_record

PAGES = ["lupus", "stem_cells", "stem_cells_for_lupus", "tablets"]
SUMMARIES = ["It may help some people.", "It helps.", "It helps everybody."]
BODIES = [
    [],
    [("benefits_and_risks", {"benefits": "<p>Less pain.</p>", "risks": ""})],
    [("benefits_and_risks", {"benefits": "", "risks": "<p>Less pain.</p>"})],
    [("quote", {"text": "Less pain.", "attribution": "A leaflet"})],
]
BODIES_OF_FILES = ["Less pain.", "No pain.", "Pain is rare."]
LAYOUTS = ["<p>{}</p>", "<p><b>{}</b></p>", '<p data-block-key="x">{}</p>']


class Site:
    """The practice while things happen to it, and what reviewers have seen of it."""

    def __init__(self, cast: Cast, reviewers: list) -> None:
        self.cast = cast
        self.reviewers = reviewers
        self.pages = {getattr(cast, name).pk for name in PAGES}
        self.stale = {pk: self.fresh(pk) for pk in self.pages}
        self.confirmed: dict[int, set[str]] = {pk: set() for pk in self.pages}

    def fresh(self, pk: int) -> Page:
        return Page.objects.get(pk=pk).specific

    def draft_of(self, pk: int) -> Page:
        return self.fresh(pk).get_latest_revision_as_object()

    def confirm(self, pk: int, number: int) -> None:
        """A reviewer reads the page as visitors do, and presses the button."""
        page = self.fresh(pk)
        seen = read_page(page)
        try:
            mark_reviewed(page, self.reviewers[number % 2], page.words_hash)
        except PermissionDenied:
            return
        if seen is not None:
            self.confirmed[pk].add(seen.words)

    def read(self) -> list[tuple[int, Seen]]:
        """What a visitor is given now, for every page and copy."""
        seen = [(pk, read_page(self.fresh(pk))) for pk in sorted(self.pages)]
        return [(pk, one) for pk, one in seen if one is not None]


# What happens, with the key of the page to which, in one of a dozen ways.
Step = Callable[[Site, int, int], None]


def change(page: Page, number: int) -> None:
    """Change the words of a page in memory."""
    page.summary = SUMMARIES[number % 3]
    page.body = [
        {"type": name, "value": value, "id": str(number)}
        for name, value in BODIES[number % 4]
    ]


def write_draft(site: Site, pk: int, number: int) -> None:
    page = site.draft_of(pk)
    change(page, number)
    page.save_revision(clean=False)


def publish(site: Site, pk: int, number: int) -> None:
    revision = site.fresh(pk).get_latest_revision()
    if revision:
        revision.publish()


def publish_other_words(site: Site, pk: int, number: int) -> None:
    write_draft(site, pk, number)
    publish(site, pk, number)


def revert(site: Site, pk: int, number: int) -> None:
    revisions = list(site.fresh(pk).revisions.order_by("created_at"))
    if revisions:
        older = revisions[number % len(revisions)].as_object()
        older.save_revision(clean=False).publish()


def schedule(site: Site, pk: int, number: int) -> None:
    page = site.draft_of(pk)
    change(page, number)
    a_minute_ago = timezone.now() - timedelta(minutes=1)
    page.go_live_at = a_minute_ago
    page.save_revision(approved_go_live_at=a_minute_ago, clean=False)
    call_command("publish_scheduled", verbosity=0)


def unpublish(site: Site, pk: int, number: int) -> None:
    site.fresh(pk).unpublish()


def copy(site: Site, pk: int, number: int) -> None:
    if len(site.pages) < 6:
        slug = f"copy-{len(site.pages)}"
        made = site.fresh(pk).copy(
            update_attrs={"slug": slug}, reset_translation_key=True
        )
        site.pages.add(made.pk)
        site.confirmed[made.pk] = set()


def save(site: Site, pk: int, number: int) -> None:
    page = site.fresh(pk)
    change(page, number)
    page.save()


def save_stale(site: Site, pk: int, number: int) -> None:
    site.stale.get(pk, site.fresh(pk)).save()


def update(site: Site, pk: int, number: int) -> None:
    model = type(site.fresh(pk))
    facts = {"summary": SUMMARIES[number % 3], "also_known_as": [SUMMARIES[number % 2]]}
    model.objects.filter(pk=pk).update(**facts)


def move_advice(site: Site, pk: int, number: int) -> None:
    """A sign for today becomes one for an emergency, or back."""
    fields = ["emergency_advice", "urgent_advice"]
    facts = {fields[number % 2]: ["Chest pain"], fields[1 - number % 2]: []}
    ConditionPage.objects.filter(pk=pk).update(**facts)


def change_body_system(site: Site, pk: int, number: int) -> None:
    ConditionPage.objects.filter(pk=pk).update(
        body_system=["skin", "blood"][number % 2]
    )


def hide_child(site: Site, pk: int, number: int) -> None:
    """Take the pages below from the public, or put them back."""
    below = site.fresh(pk).get_children()
    Page.objects.filter(pk__in=below).update(live=bool(number % 2))


def cite(site: Site, pk: int, number: int) -> None:
    page = site.fresh(pk)
    embed = f'<embed embedtype="reference" id="{site.cast.reference.pk}"/>'
    text = {"kind": "evidence", "heading": "", "text": f"<p>So{embed}</p>"}
    page.body = [{"type": "section", "value": text, "id": "c"}] * (number % 2)
    page.save()


def change_uses(site: Site, pk: int, number: int) -> None:
    """Take a use away, or add one: from either side it is the same row."""
    page = site.fresh(pk)
    if isinstance(page, TreatmentPage) and number % 2:
        page.indications.set([use(site.cast.migraine, "observational")])
        page.save()
    elif Indication.objects.count() > 1:
        Indication.objects.order_by("pk").last().delete()


def correct(site: Site, pk: int, number: int) -> None:
    add_correction(site.fresh(pk), SUMMARIES[number % 3], site.reviewers[0])


def import_file(site: Site, pk: int, number: int) -> None:
    """A file brings other words for a page that it knows by its address."""
    page = site.fresh(pk)
    kind = "condition" if isinstance(page, ConditionPage) else "treatment"
    text = BODIES_OF_FILES[number % len(BODIES_OF_FILES)]
    section = {"heading": "Overview", "text": text}
    line = {"id": page.slug, "title": page.title, "sections": [section]}
    importer = Importer(page.get_parent(), kind, publish=bool(number % 4))
    importer.save(read_record(line, kind))


def translate(site: Site, pk: int, number: int) -> None:
    """The page is handed to translators; what they have not touched keeps its words."""
    if len(site.pages) < 6:
        spanish, _made = Locale.objects.get_or_create(language_code="es")
        page = site.fresh(pk)
        if page.get_translation_or_none(spanish) is None:
            made = page.copy_for_translation(spanish, copy_parents=True)
            made.get_latest_revision().publish()
            site.pages.add(made.pk)
            site.confirmed[made.pk] = set()


def mirror(site: Site, pk: int, number: int) -> None:
    """Another place in the tree shows the same page."""
    if len(site.pages) < 6:
        slug = f"mirror-{len(site.pages)}"
        made = site.fresh(pk).create_alias(update_slug=slug)
        site.pages.add(made.pk)
        site.confirmed[made.pk] = set()


STEPS: list[Step] = [
    Site.confirm,
    write_draft,
    publish,
    publish_other_words,
    revert,
    schedule,
    unpublish,
    copy,
    save,
    save_stale,
    update,
    move_advice,
    change_body_system,
    hide_child,
    cite,
    change_uses,
    correct,
    import_file,
    translate,
    mirror,
]
