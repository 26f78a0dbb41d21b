"""Guessing passwords leads nowhere, and tells nothing."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import ModelLogEntry

from config.models import GuessCount
from config.signing_in.guesses import GuessLimit, forget_old_guesses
from tests.config.signing_in.hands import browser, make_account, sign_in
from tests.reading import Seen

pytestmark = pytest.mark.django_db


def words_of(response) -> str:
    return Seen("/admin/login/", response).words


def let_time_pass(**span) -> None:
    for counted in GuessCount.objects.all():
        counted.ends -= timedelta(**span)
        counted.save()


def test_the_tenth_guess_at_an_account_is_refused_from_whatever_address():
    make_account()
    answers = [
        sign_in(browser(f"203.0.113.{number}"), typed="wrong").status_code
        for number in range(10)
    ]
    assert answers == [200] * 8 + [429] * 2


def test_the_tenth_guess_from_an_address_is_refused_at_whatever_account():
    answers = [
        sign_in(browser(), f"person-{number}", "wrong").status_code
        for number in range(10)
    ]
    assert answers == [200] * 8 + [429] * 2


def test_capitals_and_spaces_do_not_make_another_account():
    make_account()
    names = ["ada", "ADA", " ada ", "Ada", "aDa", "adA", "ada ", " Ada", "AdA"]
    for number, name in enumerate(names):
        answer = sign_in(browser(f"203.0.113.{number}"), name, "wrong")
    assert answer.status_code == 429


def test_whoever_is_refused_reads_when_to_try_again_and_keeps_the_name():
    make_account()
    visitor = browser()
    for _guess in range(9):
        answer = sign_in(visitor, typed="wrong")
    assert 0 < int(answer["Retry-After"]) <= 15 * 60
    assert re.search(r"try again at .+, in 15 minutes\.", words_of(answer))
    assert (
        Seen("/admin/login/", answer).soup.find("input", {"name": "username"})["value"]
        == "ada"
    )


def test_the_right_password_waits_too_and_then_is_taken():
    make_account()
    for number in range(8):
        sign_in(browser(f"203.0.113.{number}"), typed="wrong")
    assert sign_in(browser("203.0.113.99")).status_code == 429
    let_time_pass(minutes=15)
    assert sign_in(browser("203.0.113.99")).status_code == 302


def test_guesses_while_it_is_closed_do_not_prolong_that():
    limit = GuessLimit("test", most=1, minutes=15)
    limit.count("ada")
    first_wait = limit.count("ada")
    let_time_pass(minutes=5)
    assert limit.count("ada") <= first_wait - 5 * 60 + 1


def test_an_office_may_sign_in_again_and_again():
    make_account()
    assert {sign_in(browser()).status_code for _time in range(12)} == {302}


def test_a_sign_in_forgets_the_mistakes_before_it():
    make_account()
    for number in range(3):
        for mistake in range(7):
            sign_in(browser(f"203.0.{number}.{mistake}"), typed="wrong")
        assert sign_in(browser(f"203.0.{number}.99")).status_code == 302


def test_an_account_that_exists_answers_like_one_that_does_not():
    make_account()
    retired = make_account("bela")
    retired.is_active = False
    retired.save()
    read = set()
    for third, name in enumerate(["ada", "bela", "nobody"]):
        # Each from addresses of its own, until after it is closed.
        answers = [
            sign_in(browser(f"203.0.{third}.{number}"), name, "wrong")
            for number in range(10)
        ]
        read.add(tuple((one.status_code, words_of(one)) for one in answers))
    assert len(read) == 1


def test_neither_names_nor_addresses_are_kept_or_logged(caplog):
    caplog.set_level("DEBUG")
    make_account()
    for _guess in range(10):
        sign_in(browser(), typed="wrong")
    kept = " ".join(GuessCount.objects.values_list("key", flat=True))
    told = kept + caplog.text
    assert "Sign-in refused" in caplog.text
    assert "ada" not in told and "203.0.113" not in told


def test_a_block_stands_in_the_history_once():
    account = make_account()
    for number in range(12):
        sign_in(browser(f"203.0.113.{number}"), typed="wrong")
    found = ModelLogEntry.objects.filter(action="practice.sign_in_blocked")
    assert [int(entry.object_id) for entry in found] == [account.pk]


def test_old_counts_are_deleted():
    GuessLimit("test", most=1, minutes=15).count("ada")
    assert forget_old_guesses() == 0
    GuessCount.objects.update(ends=timezone.now() - timedelta(seconds=1))
    assert forget_old_guesses() == 1


@pytest.mark.parametrize("address", ["ada@brackenfold.example.org", "no@example.org"])
def test_a_forgotten_password_gets_one_answer_whoever_asks(address, monkeypatch):
    make_account()
    queued = []
    monkeypatch.setattr(
        "config.signing_in.password_reset.mail_password_links",
        SimpleNamespace(enqueue=queued.append),
    )
    answer = browser().post("/admin/password_reset/", {"email": address})
    assert (answer.status_code, answer.url) == (302, "/admin/password_reset/done/")
    # One entry in the queue each; the mail itself is made by the worker.
    assert len(queued) == 1 and not mail.outbox


def test_the_link_to_a_new_password_leads_to_our_own_address():
    make_account()
    browser().post(
        "/admin/password_reset/",
        {"email": "ada@brackenfold.example.org"},
        headers={"host": "testserver"},
    )
    [sent] = mail.outbox
    assert "http://localhost/admin/password_reset/confirm/" in sent.body


def test_nobody_can_fill_a_mailbox_with_links():
    make_account()
    answers = [
        browser(f"203.0.113.{number}").post(
            "/admin/password_reset/", {"email": "ada@brackenfold.example.org"}
        )
        for number in range(4)
    ]
    assert [one.status_code for one in answers] == [302, 302, 302, 429]
    assert len(mail.outbox) == 3
