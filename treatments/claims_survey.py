"""The claims check over all published pages: few queries, all cores."""

import os
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from django.db.models import QuerySet
from wagtail.models import get_page_models

from home.models import BasePage
from team.board_claims import is_somebody_certified
from team.models import ClinicianPage
from treatments.board_wording import board_claims
from treatments.claims.many import Checkers, Job, checkers
from treatments.page_claims import Claim, ClaimsCheck, claims_in, relations_of, rows_of
from treatments.page_texts import PageText, texts_of

AT_ONCE = 100
# Below this, starting processes takes longer than the check.
WORTH_PROCESSES = 50
# What a row is about decides how a page's texts are read.
PREFETCHED = {"topics": "topics__page", "indications": "indications__condition"}


class CheckedPage(NamedTuple):
    """A page with all that was found in it."""

    page: BasePage
    claims: list[Claim]


def count_pages() -> int:
    """How many pages the survey reads."""
    return sum(_pages(model).count() for model in _models())


def published_pages() -> Iterator[BasePage]:
    """Every published page with its picture and its rows, in few queries."""
    for model in _models():
        yield from _pages(model).iterator(chunk_size=AT_ONCE)


def board_wording() -> Iterator[CheckedPage]:
    """Pages that say “board certified” and are no clinician's own."""
    for page in published_pages():
        if not isinstance(page, ClinicianPage):
            texts = texts_of(page, {}, rows_of(page))
            if claims := list(board_claims(page, texts, somebody_is=False)):
                yield CheckedPage(page, claims)


def titles_of_board_wording() -> list[str]:
    """The titles of these pages, but where somebody gave a reason for all of it."""
    return [
        page.title
        for page, claims in board_wording()
        if not all(page.is_overridden(claim.objection) for claim in claims)
    ]


def survey(processes: int = 0, times: int = 1) -> Iterator[CheckedPage]:
    """Check every published page; as many processes as cores unless told.

    More than one time only measures: pages are read anew each time.
    """
    if not processes:
        is_large = count_pages() * times >= WORTH_PROCESSES
        processes = (os.cpu_count() or 1) if is_large else 1
    check, somebody_is = ClaimsCheck(many=True), is_somebody_certified()
    with checkers(processes) as workers:
        for model in _models() * times:
            pages = _pages(model).iterator(chunk_size=AT_ONCE)
            while some := list(islice(pages, AT_ONCE)):
                for page, texts, claims in _check(some, check, workers):
                    boards = board_claims(page, texts, somebody_is)
                    yield CheckedPage(page, [*claims, *boards])


def _check(
    pages: list[BasePage], check: ClaimsCheck, workers: Checkers
) -> Iterator[tuple[BasePage, list[PageText], list[Claim]]]:
    read, jobs = [], []
    for page in pages:
        rows = rows_of(page)
        subject = check.subject_of(page, rows)
        texts = list(texts_of(page, {}, rows))
        read.append((page, subject, texts))
        jobs += [
            Job(text.text, text.is_unproven(subject), text.has_references)
            for text in texts
        ]
    found = iter(workers.check(jobs, check.own_names))
    for page, subject, texts in read:
        claims = [c for text in texts for c in claims_in(text, subject, next(found))]
        yield page, texts, claims


def _models() -> list[type[BasePage]]:
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def _pages(model: type[BasePage]) -> QuerySet:
    """The published pages of a type with their picture and their rows."""
    return (
        model.objects.live()
        .select_related("image")
        .prefetch_related(*(PREFETCHED.get(name, name) for name in relations_of(model)))
        .order_by("path")
    )
