"""Who is never given a kept page, and what is never kept."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage
from tests.conftest import log_in
from tests.practice import add_page

ABOUT = "/about/"


def cookies_of(client) -> str:
    return "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())


def test_an_editor_never_gets_a_kept_page(worker, practice):
    worker.ask(ABOUT)
    editor = log_in("Editors")
    got = worker.ask(ABOUT, cookie=cookies_of(editor))

    assert "private" in got.headers["Cache-Control"]
    assert b"wagtail-userbar" in got.body
    assert b"wagtail-userbar" not in worker.ask(ABOUT).body


def test_a_visitor_with_another_cookie_gets_a_kept_page(worker):
    worker.ask(ABOUT)

    assert worker.ask(ABOUT, cookie="csrftoken=abc; theme=dark").how == "hit"


@pytest.mark.parametrize(
    "address",
    [
        "/search/?query=lupus",
        "/search/",
        "/search/suggest/?q=lu",
        "/nowhere/",
        "/admin/",
    ],
)
def test_what_is_made_for_one_visitor_is_not_kept(worker, address):
    for _time in range(2):
        assert worker.ask(address).how not in ("hit", "miss")
    assert not list(worker.cache.shared.entries())


def test_no_page_with_a_form_token_is_kept(worker, practice):
    """Every address of the site: what sets a cookie or carries a token is not kept."""
    for page in Page.objects.live().descendant_of(practice.home, inclusive=True):
        got = worker.ask(page.get_url())
        if "Set-Cookie" in got.headers or b"csrfmiddlewaretoken" in got.body:
            assert got.how == "skip", page.get_url()
            assert "public" not in got.headers["Cache-Control"]


def test_a_private_page_is_not_kept(worker, practice):
    rule = {"restriction_type": "password", "password": "fern"}
    PageViewRestriction.objects.create(page=practice.about, **rule)

    assert worker.ask(ABOUT).how == "skip"
    assert not list(worker.cache.shared.entries())


def test_a_page_is_made_anew_when_it_ends(worker, practice, other):
    page = add_page(practice.about, StandardPage, "For a while")
    Page.objects.filter(pk=page.pk).update(
        expire_at=timezone.now() + timedelta(hours=1)
    )
    worker.ask(page.get_url())
    entry = next(worker.cache.shared.entries())

    assert (
        entry.facts.until
        == pytest.approx((timezone.now() + timedelta(hours=1)).timestamp(), abs=10)
        or entry.facts.until < timezone.now().timestamp() + 3600
    )


def test_no_page_is_kept_past_the_day(worker):
    """A license, a review, a notice: all of them end with a day."""
    with patch.object(settings, "WAGTAIL_CACHE_TIMEOUT", 10**7):
        worker.ask(ABOUT)
    entry = next(worker.cache.shared.entries())
    end = timezone.localtime(
        timezone.datetime.fromtimestamp(
            entry.facts.until, tz=timezone.get_current_timezone()
        )
    )

    assert (end.hour, end.minute) == (0, 0)
