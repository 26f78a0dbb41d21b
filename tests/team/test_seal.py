"""Whatever happens to a page, the seal never stands over words that nobody read."""

from contextlib import contextmanager

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import clear_caches
from tests.practice import make_picture
from tests.team import around, steps
from tests.team.seen_words import read_page
from tests.team.steps import LAYOUTS, PAGES, Site

# A confirmation is as likely as all the rest: without one there is nothing to lose.
ANY_STEP = st.one_of(
    st.just(Site.confirm), st.sampled_from([*steps.STEPS, *around.STEPS])
)
NUMBER = st.integers(0, 11)
HAPPENINGS = st.tuples(ANY_STEP, st.sampled_from(PAGES), NUMBER)
HISTORY = st.lists(HAPPENINGS, min_size=1, max_size=9)
# The ways by which words come to a page; every one of them is gone in every run.
ROUTES = [
    steps.publish_other_words,
    steps.revert,
    steps.schedule,
    steps.import_file,
    steps.copy,
    steps.mirror,
    steps.translate,
    steps.save_stale,
]
NEEDS_TIME = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def reviewers(practice) -> list:
    """Ada writes and treats, Bela only reviews; both have accounts."""
    users = []
    for name in ("ada", "bela"):
        user = get_user_model().objects.create_user(name)
        user.groups.add(Group.objects.get(name="Medical reviewers"))
        clinician = getattr(practice, name)
        type(clinician).objects.filter(pk=clinician.pk).update(account=user)
        users.append(user)
    # Small: every example makes its sizes anew.
    picture = make_picture("Moss", size=(16, 12))
    practice.__dict__["picture"] = picture
    return users


@contextmanager
def forgotten_afterwards():
    """Whatever is done within it was never done."""
    with transaction.atomic():
        clear_caches()
        yield
        transaction.set_rollback(True)
    clear_caches()


def assert_honest(site: Site) -> None:
    for pk, seen in site.read():
        assert not seen.says_reviewed or seen.words in site.confirmed[pk]


@settings(NEEDS_TIME, max_examples=10)
@given(history=HISTORY)
def test_the_seal_stands_only_over_words_that_a_reviewer_saw(
    practice, reviewers, history
):
    with forgotten_afterwards():
        site = Site(practice, reviewers)
        # What tests/practice.py has confirmed.
        site.confirmed[practice.lupus.pk].add(read_page(practice.lupus).words)
        for step, name, number in history:
            step(site, getattr(practice, name).pk, number)
            clear_caches()
        assert_honest(site)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__)
@settings(NEEDS_TIME, max_examples=2)
@given(
    before=st.lists(HAPPENINGS, max_size=3),
    name=st.sampled_from(PAGES),
    numbers=st.tuples(NUMBER, NUMBER),
    after=st.lists(HAPPENINGS, max_size=2),
)
def test_no_route_brings_other_words_under_a_seal(
    practice, reviewers, route, before, name, numbers, after
):
    with forgotten_afterwards():
        site = Site(practice, reviewers)
        site.confirmed[practice.lupus.pk].add(read_page(practice.lupus).words)
        first = [(steps.publish_other_words, name, numbers[0]), *before]
        confirm = [(Site.confirm, name, number) for number in (0, 1)]
        for step, where, number in [*first, *confirm, (route, name, numbers[1])]:
            step(site, getattr(practice, where).pk, number)
        clear_caches()
        assert_honest(site)
        for step, where, number in [*after, (route, name, numbers[0])]:
            step(site, getattr(practice, where).pk, number)
            clear_caches()
        assert_honest(site)


# Step, page, number before all pages are confirmed and after. Every one changes words.
CHANGES = [
    (steps.publish_other_words, "lupus", 0, 1),
    (steps.publish_other_words, "tablets", 1, 2),
    (steps.schedule, "lupus", 0, 1),
    (steps.save, "stem_cells", 0, 1),
    (steps.update, "lupus", 0, 1),
    (steps.move_advice, "lupus", 0, 1),
    (steps.cite, "lupus", 0, 1),
    (steps.change_body_system, "lupus", 0, 1),
    (steps.change_uses, "tablets", 0, 1),
    (steps.change_uses, "lupus", 1, 0),
    (around.rename, "lupus", 0, 5),
    (steps.correct, "tablets", 0, 1),
    (steps.hide_child, "stem_cells", 1, 0),
    (steps.hide_child, "stem_cells", 0, 1),
    (around.change_picture, "lupus", 0, 1),
    (around.change_place, "lupus", 0, 1),
    (around.change_reference, "lupus", 3, 0),
    (steps.import_file, "lupus", 1, 2),
    (steps.import_file, "tablets", 1, 2),
    (around.change_author, "lupus", 0, 1),
    (around.change_author, "tablets", 0, 2),
    (around.change_letters, "lupus", 1, 2),
    (around.change_letters, "lupus", 1, 3),
    (around.change_license, "lupus", 1, 0),
    (around.change_license, "lupus", 0, 1),
    (around.change_notice, "lupus", 0, 1),
    (around.change_notice, "stem_cells", 1, 2),
    *[(around.change_reference, "lupus", 8, number) for number in (1, 2, 3)],
    *[(around.change_use, "lupus", 8, number) for number in (0, 1, 2, 3, 5, 6, 7)],
]


@pytest.mark.parametrize(("step", "name", "before", "after"), CHANGES)
def test_each_way_to_change_words_drops_the_seal(
    practice, reviewers, step, name, before, after
):
    pk = getattr(practice, name).pk
    site = Site(practice, reviewers)
    steps.cite(site, practice.lupus.pk, 1)
    step(site, pk, before)
    for number, one in enumerate(sorted(site.pages)):
        clear_caches()
        site.confirm(one, number + 1)
    step(site, pk, after)
    clear_caches()

    told = [
        (seen.says_reviewed, seen.words in site.confirmed[one])
        for one, seen in site.read()
    ]
    assert (True, False) not in told
    assert (False, False) in told, "nothing changed: this test would prove nothing"


def test_going_back_to_words_that_nobody_confirmed_drops_the_seal(practice, reviewers):
    site, pk = Site(practice, reviewers), practice.lupus.pk
    for number in (1, 2):
        steps.publish_other_words(site, pk, number)
    site.confirm(pk, 1)
    assert read_page(practice.lupus).says_reviewed
    steps.revert(site, pk, 1)

    assert read_page(practice.lupus).seal == "changed"


@pytest.mark.parametrize("name", PAGES)
def test_a_change_of_layout_keeps_the_seal(practice, reviewers, name):
    page = getattr(practice, name)
    site = Site(practice, reviewers)
    for number, layout in enumerate([LAYOUTS[0], *LAYOUTS]):
        page = site.fresh(page.pk)
        value = {"kind": "overview", "heading": "", "text": layout.format("Rest.")}
        page.body = [
            {"type": "section", "value": value, "id": f"block-{number}"},
            # Shown to nobody, so no word of the page.
            {"type": "section", "value": {"kind": "causes", "text": ""}, "id": "empty"},
        ][: 2 - number % 2]
        page.show_share_links = bool(number % 2)
        page.show_in_menus = bool(number % 2)
        page.save_revision(clean=False).publish()
        if number == 0:
            site.confirm(page.pk, 1)
        assert read_page(page).says_reviewed, layout
