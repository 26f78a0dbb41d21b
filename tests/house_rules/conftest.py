"""Each page type as a visitor sees it: bare, full, and as the small practice has it."""

import pytest
from wagtail.models import Page

from home.models import HomePage
from tests.filling import add_bare, add_full, cast_member, full_facts
from tests.made_once import made_once
from tests.practice import Cast
from tests.reading import Seen, our_page_models, see_page

KINDS = ["bare", "full", "usual"]


def parent_for(model: type, cast: Cast) -> Page:
    """A page of the cast under which this type may stand."""
    return cast_member(cast, model.allowed_parent_page_models()[0])


def make_page(model: type, kind: str, cast: Cast) -> Page:
    """Make a page of this type; there is but one home page."""
    if model is HomePage:
        home = HomePage.objects.get()
        if kind == "full":
            for name, value in full_facts(model, cast).items():
                setattr(home, name, value)
            home.save_revision().publish()
        return home
    if kind == "usual":
        return cast_member(cast, model)
    add = add_bare if kind == "bare" else add_full
    return add(model, parent_for(model, cast), cast)


@pytest.fixture(scope="module")
def all_seen(practice_of_the_file, django_db_blocker) -> dict[tuple, Seen]:
    """Page type and kind → what a visitor is given; every page is asked for once."""
    with django_db_blocker.unblock():
        return made_once(see_all, Cast(practice_of_the_file))


def see_all(cast: Cast) -> dict[tuple, Seen]:
    return {
        (model, kind): see_page(make_page(model, kind, cast))
        # The home page is filled last: its fields are those of the cast.
        for kind in ["usual", "bare", "full"]
        for model in our_page_models()
    }


@pytest.fixture(
    params=[
        pytest.param((model, kind), id=f"{model.__name__}-{kind}")
        for model in our_page_models()
        for kind in KINDS
    ]
)
def seen(request, all_seen, db) -> Seen:
    """One page as a visitor sees it."""
    return all_seen[request.param]
