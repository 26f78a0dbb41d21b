"""Every medical page with all that its seal depends on, in a handful of queries."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Prefetch
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.site import PracticeSite
from team.models import ClinicianCredential
from team.oversight import ReviewItem, review_items
from team.review import ReviewState
from team.reviewing import reviewer_of, why_not_this
from treatments.blocks import MedicalBodyBlock
from treatments.citing import cited_ids
from treatments.models import (
    ConditionPage,
    Indication,
    MedicalPage,
    Reference,
    TreatmentPage,
)
from treatments.reading import FILE_BLOCKS, file_words
from treatments.uses import MANY, rows_on

MODELS: list[type[MedicalPage]] = [ConditionPage, TreatmentPage]


def whole_pages(request: HttpRequest, **which: object) -> list[MedicalPage]:
    """The published pages that fit the lookups, ready to ask for their words.

    The number of queries does not depend on the number of pages.
    """
    site = PracticeSite.for_request(request)
    pages = [page for model in MODELS for page in _with_relations(model, which)]
    for page in pages:
        page.practice_site = site
    _give_uses(pages)
    _give_references(pages)
    _give_files(pages)
    return pages


def _with_relations(model: type[MedicalPage], which: dict):
    letters = ClinicianCredential.objects.select_related("credential")
    people = ("medical_reviewer", "author")
    return (
        model.objects.live()
        .filter(**which)
        # Who typed the live version is asked for; the version itself is large.
        .select_related("image", "live_revision", *people)
        .defer("live_revision__content")
        .prefetch_related(
            "reference_rows",
            *(Prefetch(f"{person}__credential_rows", letters) for person in people),
            "author__licenses",
            "author__certifications",
        )
    )


def _give_uses(pages: list[MedicalPage]) -> None:
    if not pages:
        return
    of_condition, of_treatment = defaultdict(list), defaultdict(list)
    rows = Indication.objects.complete().with_sides()
    if len(pages) <= MANY:
        treatments = [page for page in pages if isinstance(page, TreatmentPage)]
        conditions = [page for page in pages if isinstance(page, ConditionPage)]
        rows = rows.filter(rows_on(treatments, conditions))
    for row in rows:
        of_condition[row.condition_id].append(row)
        # A treatment shows the uses of the pages below it, too.
        path, step = row.treatment.path, TreatmentPage.steplen
        for end in range(step, len(path) + 1, step):
            of_treatment[path[:end]].append(row)
    for page in pages:
        is_condition = isinstance(page, ConditionPage)
        page.indication_rows = (
            of_condition[page.pk] if is_condition else of_treatment[page.path]
        )


def _give_references(pages: Iterable[MedicalPage]) -> None:
    keys = {
        page.pk: [
            *cited_ids(page),
            *(row.reference_id for row in page.reference_rows.all()),
        ]
        for page in pages
    }
    found = Reference.objects.in_bulk({key for some in keys.values() for key in some})
    for page in pages:
        shown = dict.fromkeys(key for key in keys[page.pk] if key in found)
        page.references = [found[key] for key in shown]


def _give_files(pages: Iterable[MedicalPage]) -> None:
    words: dict[int, list] = defaultdict(list)
    for name in FILE_BLOCKS:
        places = [
            (page.pk, number, raw["value"])
            for page in pages
            for number, raw in enumerate(page.body.raw_data)
            if raw["type"] == name
        ]
        block = MedicalBodyBlock().child_blocks[name]
        values = block.bulk_to_python([value for _pk, _number, value in places])
        for (pk, number, _raw), value in zip(places, values, strict=True):
            words[pk].append((number, list(file_words(value))))
    for page in pages:
        of_page = sorted(words[page.pk], key=lambda pair: pair[0])
        page.file_words = [one for _number, some in of_page for one in some]


def all_review_items(request: HttpRequest) -> list[ReviewItem]:
    """The seal of every published medical page, the most urgent first.

    Pages that nobody ever reviewed come without their texts: there is no seal to
    compute, and after a large import they are most of the site. Computed once a
    request.
    """
    if not hasattr(request, "review_items"):
        request.review_items = review_items(_all_pages(request))
    return request.review_items


def _all_pages(request: HttpRequest) -> list[MedicalPage]:
    pages = whole_pages(request, last_reviewed__isnull=False)
    for never in _never_reviewed():
        pages += never
    return pages


def _never_reviewed() -> list[PageQuerySet]:
    return [
        model.objects.live().filter(last_reviewed__isnull=True).defer_streamfields()
        for model in MODELS
    ]


def urgent_items(request: HttpRequest, most: int) -> tuple[list[ReviewItem], int]:
    """The seals that need attention first, at most so many, and how many do in all.

    Of pages that nobody ever reviewed no more are read than are shown.
    """
    pages = whole_pages(request, last_reviewed__isnull=False)
    total = 0
    for never in _never_reviewed():
        total += never.count()
        pages += never[:most]
    items = [item for item in review_items(pages) if item.needs_attention]
    total += sum(item.page.last_reviewed is not None for item in items)
    return items[:most], total


def states_of(pages: Iterable[Page], request: HttpRequest) -> dict[int, ReviewState]:
    """The seals of those pages that were ever reviewed, by their keys."""
    keys = [page.pk for page in pages]
    reviewed = whole_pages(request, last_reviewed__isnull=False, pk__in=keys)
    return {page.pk: page.review_state for page in reviewed}


def to_confirm(items: list[ReviewItem], request: HttpRequest, user) -> list[ReviewItem]:
    """The same few items, each with whether this user may confirm it in one click."""
    bare = [item.page.pk for item in items if item.page.last_reviewed is None]
    whole = {page.pk: page for page in whole_pages(request, pk__in=bare)}
    reviewer = reviewer_of(user)
    for item in items:
        item.page = whole.get(item.page.pk, item.page)
        if reviewer:
            item.can_confirm = not why_not_this(item.page, reviewer)
    return items
