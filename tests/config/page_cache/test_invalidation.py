"""Every kind of change × every page that shows it, over the real cache, two workers.

The first worker fills the store, somebody changes something, and the second one must
answer as Django would without a cache. What a change cannot touch stays kept.
"""

import pytest
from django.db import transaction

from contact.models import UpdateTopic
from home.models import StandardPage
from tests.config.page_cache.changes import (
    CHANGES,
    heading,
    public_addresses,
    publish,
    saved,
)
from tests.kept_pages import committed
from tests.practice import add_page


@pytest.fixture
def worker(full_worker):
    """A worker that comes to a full store which others have filled."""
    return full_worker


@pytest.mark.parametrize("what", CHANGES)
def test_nobody_is_shown_what_has_changed(worker, practice, what):
    addresses = set(public_addresses())
    for address in addresses:
        worker.ask(address)  # It keeps them near as well.
    with committed():
        CHANGES[what](practice)

    # A page that is not kept any more will be made anew, and needs no comparison.
    for address in sorted(filter(worker.keeps, addresses | set(public_addresses()))):
        got, made = worker.ask(address), worker.ask_django(address)
        assert (got.status, got.body) == (made.status, made.body), address


NO_NEWS = ["about", "team", "bela", "treatments", "tablets", "migraine"]
# What is changed → how, and which kinds of pages cannot show it.
UNTOUCHED = {
    "the text of a treatment": (
        lambda c: publish(c.tablets, body=heading("Once more")),
        ["about", "updates", "team", "bela", "locations"],
    ),
    "a summary of a condition": (
        lambda c: publish(c.migraine, summary="A third honest sentence. " * 3),
        ["about", "team", "bela", "locations", "tablets", "privacy"],
    ),
    "a license": (
        lambda c: saved(c.ada.licenses.get(), jurisdiction="Utah"),
        ["about", "updates", "locations", "conditions", "treatments"],
    ),
    "a row of evidence": (
        lambda c: saved(c.tablets.indications.first(), evidence_level="case_reports"),
        ["about", "locations", "team", "privacy", "migraine"],
    ),
    "a row of evidence for another condition": (
        lambda c: saved(c.stem_cells.indications.get(), evidence_level="case_reports"),
        ["about", "locations", "team", "privacy", "lupus", "tablets"],
    ),
    "a row of evidence on a page below": (
        lambda c: saved(
            c.stem_cells_for_lupus.indications.get(), evidence_level="observational"
        ),
        ["about", "locations", "team", "privacy", "migraine"],
    ),
    "what news is about": (
        lambda c: publish(c.news, topics=[UpdateTopic(page=c.tablets)]),
        ["about", "locations", "team", "privacy", "migraine"],
    ),
    "the title of a treatment": (
        lambda c: publish(c.tablets, title="Pills"),
        ["about", "privacy", "team", "bela", "updates", "locations", "fern_street"],
    ),
    "the title of news": (
        lambda c: publish(c.news, title="Closed on Sundays"),
        NO_NEWS,
    ),
    "the title of a clinician": (
        lambda c: publish(c.bela, title="Bela Moss"),
        ["about", "privacy", "treatments", "conditions", "updates", "ada", "migraine"],
    ),
    "news": (
        CHANGES["news"],
        ["about", "team", "ada", "treatments", "tablets", "stem_cells", "lupus"],
    ),
    "a page of text": (
        CHANGES["a new page of text"],
        ["privacy", "team", "ada", "treatments", "stem_cells", "lupus", "updates"],
    ),
    "a clinician": (
        CHANGES["a new clinician"],
        ["about", "ada", "treatments", "stem_cells", "lupus", "updates", "news"],
    ),
    "a treatment": (
        CHANGES["a new treatment"],
        ["about", "privacy", "team", "updates", "locations", "fern_street"],
    ),
    "withdrawn news": (
        lambda c: c.news.unpublish(),
        NO_NEWS,
    ),
    "a share card": (
        CHANGES["a share card"],
        ["about", "privacy", "team", "bela", "locations"],
    ),
    "a withdrawn treatment": (
        CHANGES["a withdrawn page"],
        ["about", "privacy", "team", "updates", "locations", "fern_street"],
    ),
}
OUTSIDE_MEDICINE = ["about", "privacy", "team", "updates", "locations", "fern_street"]
# Wagtail writes these past its models, and many pages at once.
UNTOUCHED |= {
    "another address of a treatment": (CHANGES["another address"], OUTSIDE_MEDICINE),
    "the order of treatments": (CHANGES["the order of treatments"], OUTSIDE_MEDICINE),
    "a treatment below another one": (
        CHANGES["a treatment below another one"],
        OUTSIDE_MEDICINE,
    ),
    "a page of text in another place": (
        CHANGES["a page of text in another place"],
        ["team", "bela", "treatments", "tablets", "migraine", "updates", "locations"],
    ),
    "a deleted treatment": (CHANGES["a deleted page"], OUTSIDE_MEDICINE),
    "deleted news": (CHANGES["deleted news"], NO_NEWS),
    "a deleted page of text": (
        CHANGES["a deleted page of text"],
        ["team", "bela", "treatments", "tablets", "stem_cells", "migraine", "updates"],
    ),
}
NOBODY_SEES = {
    "a draft": lambda c: c.lupus.save_revision(),
    "a new draft": lambda c: add_page(c.about, StandardPage, "Draft", publish=False),
    "a draft that is deleted": lambda c: add_page(
        c.about, StandardPage, "Draft", publish=False
    ).delete(),
    "somebody who logs in": lambda c: c.settings.save(),
}


@pytest.mark.parametrize("what", UNTOUCHED)
def test_what_a_change_cannot_touch_stays_kept(worker, practice, what):
    change, names = UNTOUCHED[what]
    with committed():
        change(practice)

    kept = {n: worker.ask(getattr(practice, n).get_url()).how for n in names}
    assert kept == dict.fromkeys(names, "hit")


@pytest.mark.parametrize("what", NOBODY_SEES)
def test_what_no_visitor_sees_touches_no_page(worker, practice, what):
    with committed():
        NOBODY_SEES[what](practice)

    assert [one for one in public_addresses() if not worker.keeps(one)] == []


def test_a_change_that_is_taken_back_touches_no_page(worker, practice):
    with committed(), pytest.raises(ZeroDivisionError), transaction.atomic():
        saved(practice.settings, phone="(602) 555-0100")
        _ = 1 / 0

    assert worker.keeps("/")
