"""Asking for updates by email: only who confirms is on the list, nobody learns who is."""

import re
from datetime import timedelta

import pytest
from django.core import mail as sent_mail
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contact.enquiries import tokens
from contact.models import (
    OutgoingMail,
    Subscriber,
    SubscriberState,
    SubscriptionRequest,
)
from contact.subscribing import answering, links, tasks, views
from home.rate_limit import RateLimit
from tests.contact.hands import token_of
from tests.reading import Seen, see

ADA = "Ada.Fern@example.org"
SUBSCRIBE = "/subscribe/"


def ask(visitor: Client, seen: Seen | None = None, **typed) -> Seen:
    """Fill in the form that a visitor sees, and send it."""
    seen = seen or see(SUBSCRIBE, visitor)
    sent = {"token": token_of(seen), "email": ADA, "consent": "on", **typed}
    return Seen(SUBSCRIBE, visitor.post(SUBSCRIBE, sent, follow=True))


def link_in(body: str, word: str) -> str:
    """The path of the link to confirm, or to leave, in the words of a mail."""
    return re.search(rf"http://localhost(/subscribe/{word}/\S+)", body)[1]


def subscribed(visitor: Client, **typed) -> Subscriber:
    """Ask and confirm."""
    ask(visitor, **typed)
    visitor.post(link_in(sent_mail.outbox[-1].body, "confirm"))
    return Subscriber.objects.get()


def test_who_asks_and_confirms_is_on_the_list_with_what_they_agreed_to(
    practice, visitor
):
    seen = ask(visitor, topics=["news", "treatments"])
    assert "Look into your mailbox" in seen.words
    assert not Subscriber.objects.exists()
    (mail,) = sent_mail.outbox
    assert mail.to == ["Ada.Fern@example.org"]
    assert "Brackenfold" in mail.from_email

    answer = visitor.post(link_in(mail.body, "confirm"))
    assert "You get our updates" in answer.content.decode()
    subscriber = Subscriber.objects.get()
    assert subscriber.state == SubscriberState.ACTIVE
    assert subscriber.email == ADA
    assert subscriber.topics == ["news", "treatments"]
    assert "may send me updates" in subscriber.words["consent"]
    assert subscriber.words["consent_time"]
    assert not SubscriptionRequest.objects.exists()


def test_to_look_at_the_link_confirms_nothing_and_to_press_twice_is_fine(
    practice, visitor
):
    ask(visitor)
    link = link_in(sent_mail.outbox[0].body, "confirm")
    for _scanner in range(2):
        assert see(link, visitor).soup.main.find("button")
    assert not Subscriber.objects.exists()
    for _click in range(2):
        assert visitor.post(link).status_code == 200
    assert Subscriber.objects.count() == 1


def test_the_link_ends_and_nobody_makes_one_up(practice, visitor, monkeypatch):
    ask(visitor)
    link = link_in(sent_mail.outbox[0].body, "confirm")
    assert visitor.post(link[:-3] + "__/").status_code == 410
    monkeypatch.setattr(links, "REQUEST_LIVES", timedelta(seconds=-1))
    assert visitor.post(link).status_code == 410
    assert see(link, visitor).response.status_code == 410
    assert not Subscriber.objects.exists()


def test_nothing_of_it_needs_a_cookie_or_is_kept(practice):
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    seen = [see(SUBSCRIBE, strict), ask(strict)]
    body = sent_mail.outbox[0].body
    seen.append(see(link_in(body, "confirm"), strict))
    strict.post(link_in(body, "confirm"))
    seen.append(see(f"/subscribe/leave/{Subscriber.objects.get().key}/", strict))

    assert not strict.cookies
    for one in seen:
        assert one.response["Cache-Control"] == "private, no-store"
        assert one.meta("robots") == "noindex"


def test_leaving_takes_one_post_without_anything_and_no_look_does_it(practice, visitor):
    subscriber = subscribed(visitor)
    link = f"/subscribe/leave/{subscriber.key}/"
    assert see(link, visitor).soup.main.find("button")
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.ACTIVE

    mail_program = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    answer = mail_program.post(link, {"List-Unsubscribe": "One-Click"})
    subscriber.refresh_from_db()
    assert answer.status_code == 200
    assert subscriber.state == SubscriberState.LEFT
    assert subscriber.left


def test_an_unknown_link_to_leave_is_answered_alike(practice, visitor):
    known = visitor.post(f"/subscribe/leave/{subscribed(visitor).key}/")
    unknown = visitor.post("/subscribe/leave/no-such-key/")

    assert unknown.status_code == known.status_code == 200
    words = [Seen("", one).words for one in (known, unknown)]
    assert words[0] == words[1]


def make_pending(visitor):
    ask(visitor)


def make_left(visitor):
    visitor.post(f"/subscribe/leave/{subscribed(visitor).key}/")


def make_bouncing(visitor):
    subscribed(visitor).change_state(SubscriberState.BOUNCING)


STATES = [lambda visitor: None, make_pending, subscribed, make_left, make_bouncing]


@pytest.mark.parametrize("prepare", STATES)
def test_the_answer_and_its_work_are_the_same_for_every_address(
    practice, visitor, monkeypatch, prepare
):
    prepare(visitor)
    # What the worker does, nobody waits for.
    monkeypatch.setattr(tasks, "answer_requests", lambda: None)
    seen = see(SUBSCRIBE, visitor)
    with CaptureQueriesContext(connection) as queries:
        answer = visitor.post(
            SUBSCRIBE, {"token": token_of(seen), "email": ADA, "consent": "on"}
        )
    asked = [one["sql"] for one in queries if "contact_" in one["sql"]]

    assert answer.status_code == 302
    assert answer["Location"] == "/subscribe/asked/"
    assert len(asked) == 1
    assert asked[0].startswith('INSERT INTO "contact_subscriptionrequest"')


def test_who_is_subscribed_and_asks_again_is_told_by_mail_alone(practice, visitor):
    subscribed(visitor, topics=["news"])
    ask(visitor, email=ADA.upper(), topics=["conditions"])
    mail = sent_mail.outbox[-1]
    assert "You already get updates" in mail.subject
    assert "News and articles" in mail.body

    visitor.post(link_in(mail.body, "confirm"))
    assert Subscriber.objects.get().topics == ["conditions"]
    visitor.post(link_in(mail.body, "leave"))
    assert Subscriber.objects.get().state == SubscriberState.LEFT


def test_who_left_may_come_back_and_an_old_link_still_takes_them_off(practice, visitor):
    key = subscribed(visitor).key
    visitor.post(f"/subscribe/leave/{key}/")
    again = subscribed(visitor)
    assert (again.state, again.left, again.key) == (SubscriberState.ACTIVE, None, key)


def test_a_mailbox_that_bounces_gets_no_mail_by_the_form(practice, visitor):
    make_bouncing(visitor)
    before = len(sent_mail.outbox)
    seen = ask(visitor)

    assert "Look into your mailbox" in seen.words
    assert len(sent_mail.outbox) == before


def test_a_second_click_is_one_mail(practice, visitor):
    seen = see(SUBSCRIBE, visitor)
    ask(visitor, seen), ask(visitor, seen)

    assert SubscriptionRequest.objects.count() == 1
    assert len(sent_mail.outbox) == 1


def test_nobody_can_have_us_fill_a_mailbox(practice, visitor):
    for _again in range(5):
        ask(visitor)

    assert len(sent_mail.outbox) == answering.A_MAILBOX.most == 3


def test_no_address_stands_in_the_database(practice, visitor, monkeypatch):
    monkeypatch.setattr("contact.tasks.deliver_due", lambda: None)
    subscribed_one = Subscriber.objects.keep(practice.site, {"email": ADA})
    ask(visitor, email="bela.fern@example.org")
    for model in (Subscriber, SubscriptionRequest, OutgoingMail):
        (row,) = model.objects.values()
        assert not any("fern" in str(value).lower() for value in row.values()), model
    assert subscribed_one.masked_email == "A…@example.org"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": ""}, "Write your email address"),
        ({"email": "ada@"}, "in full"),
        ({"consent": ""}, "Tick the box"),
    ],
)
def test_an_error_is_told_at_the_top_and_what_was_typed_is_kept(
    practice, visitor, typed, told
):
    seen = ask(visitor, topics=["news"], **typed)

    assert seen.soup.title.get_text().startswith("Error:")
    assert told in seen.soup.find(class_="error-summary").get_text()
    assert seen.soup.find("input", value="news").has_attr("checked")
    assert not SubscriptionRequest.objects.exists()


def test_traps_and_missing_tokens_store_nothing_and_ask_again(
    practice, visitor, monkeypatch
):
    for typed in [{"website": "https://buy.example.org"}, {"token": "forged:1:2"}]:
        seen = ask(visitor, **typed)
        assert seen.soup.find("input", attrs={"name": "email"})["value"] == ADA
    monkeypatch.setattr(tokens, "QUICKEST", 60)
    assert "very quick" in ask(visitor).words
    assert not SubscriptionRequest.objects.exists()


def test_a_flood_is_asked_to_wait(practice, visitor, monkeypatch):
    monkeypatch.setattr(views, "LIMIT", RateLimit("subscribe", most=1, window=600))
    seen = see(SUBSCRIBE, visitor)
    sent = {"token": token_of(seen), "email": ADA, "consent": "on"}
    for _again in range(2):
        answer = visitor.post(SUBSCRIBE, sent, REMOTE_ADDR="198.51.100.7")

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 600


def test_a_database_that_cannot_store_gives_it_back(practice, visitor, monkeypatch):
    def locked(*args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(views, "store", locked)
    seen = ask(visitor)
    assert seen.response.status_code == 503
    assert seen.soup.find("input", attrs={"name": "email"})["value"] == ADA


def test_what_nobody_confirms_is_deleted_and_counted(practice, visitor, caplog):
    ask(visitor), ask(visitor, email="bela@example.org")
    old = timezone.now() - timedelta(days=4)
    SubscriptionRequest.objects.filter(
        pk=SubscriptionRequest.objects.first().pk
    ).update(asked=old)
    with caplog.at_level("INFO"):
        call_command("purge_enquiries", verbosity=0)

    assert SubscriptionRequest.objects.count() == 1
    assert "Deleted 1 requests for updates" in caplog.text


@pytest.mark.parametrize(
    "evil", ["\0", "x" * 5000, "\r\nBcc: a@b.example.org", "é\ud7ff"]
)
@pytest.mark.parametrize("field", ["email", "topics", "token"])
def test_whatever_is_sent_is_answered_kindly(practice, visitor, field, evil):
    assert ask(visitor, **{field: evil}).response.status_code == 200
    assert all("Bcc" not in mail.message() for mail in sent_mail.outbox)
