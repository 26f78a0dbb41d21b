"""Newsletters: what they tell, to whom they go, and that nobody is mailed in vain."""

import re
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import pytest
from django.utils import timezone
from wagtail.models import Page

from contact.mail.delivery import deliver_due
from contact.models import (
    MailState,
    Newsletter,
    NewsletterState,
    OutgoingMail,
    Subscriber,
    SubscriberState,
)
from contact.newsletters import sending, writing
from contact.newsletters.news import gather_news, site_of
from contact.newsletters.sending import send, send_due
from contact.newsletters.writing import Writer, preview
from tests.practice import WAYS_TO_HIDE, hide, review

ADA, BELA = "ada.fern@example.org", "bela.fern@example.org"
LONG_AGO = timezone.now() - timedelta(days=400)


@pytest.fixture
def letter(practice) -> Newsletter:
    """A draft that looks back a week."""
    week_ago = timezone.localdate() - timedelta(days=7)
    return Newsletter.objects.create(
        site=practice.site, subject="News from the fern", since=week_ago
    )


def subscriber(practice, email=ADA, *topics) -> Subscriber:
    words = {"email": email, "topics": list(topics), "consent": "Yes"}
    return Subscriber.objects.keep(practice.site, words)


def told_in(letter: Newsletter) -> dict[str, str]:
    """Title → why it is told."""
    return {one.title: one.label for one in gather_news(letter, site_of(letter.site))}


def send_now(letter: Newsletter) -> None:
    told = [one.key for one in gather_news(letter, site_of(letter.site))]
    assert letter.schedule(told, timezone.now())
    send_due()
    letter.refresh_from_db()


def make_old(*pages: Page) -> None:
    pks = [page.pk for page in pages]
    Page.objects.filter(pk__in=pks).update(first_published_at=LONG_AGO)


def test_it_tells_of_new_pages_and_of_pages_reviewed_again(practice, letter):
    make_old(practice.tablets, practice.lupus, practice.news)
    review(practice.lupus, practice.bela)
    told = told_in(letter)

    assert told["Lupus"] == "Medically reviewed again"
    assert told["Stem cells"] == "New"
    assert "Tablets" not in told
    assert "Open on Saturdays" not in told


def test_a_review_that_no_longer_holds_is_not_told(practice, letter):
    make_old(practice.lupus)
    review(practice.lupus, practice.bela)
    practice.lupus.summary = "Other words than those that the reviewer has seen here."
    practice.lupus.save_revision().publish()
    make_old(practice.lupus)

    assert "Lupus" not in told_in(letter)


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_what_is_withdrawn_before_it_goes_is_not_told(practice, letter, way):
    subscriber(practice)
    told = [one.key for one in gather_news(letter, site_of(letter.site))]
    letter.schedule(told, timezone.now())
    for page in (practice.stem_cells, practice.news):
        hide(page, way)

    assert told_in(letter)
    assert "Stem cells" not in told_in(letter)
    assert "Open on Saturdays" not in told_in(letter)


def test_only_what_the_owner_saw_goes_out(practice, letter):
    hide(practice.tablets, "draft")
    told = [one.key for one in gather_news(letter, site_of(letter.site))]
    letter.schedule(told, timezone.now())
    Page.objects.filter(pk=practice.tablets.pk).update(live=True)

    assert "Tablets" not in told_in(letter)


def test_the_next_one_does_not_tell_it_again_unless_it_is_reviewed(practice, letter):
    send_now(letter)
    following = Newsletter.objects.create(
        site=practice.site, subject="More", since=letter.since
    )
    assert told_in(following) == {}
    review(practice.tablets, practice.bela)
    assert list(told_in(following)) == ["Tablets"]


def test_an_unproven_use_carries_its_notice_in_both_forms(practice, letter):
    words = preview(letter)
    for form in (words.text, words.html):
        assert "Unproven use, not a standard treatment." in form
        assert "Unproven means that good studies in people have not shown" in form
        assert practice.stem_cells.get_full_url() in form
    section = words.text.split("* Open on Saturdays")[1].split("* ")[0]
    assert "Stem cells: Unproven" in section


def test_of_very_many_pages_it_names_some_and_counts_the_others(
    practice, letter, monkeypatch
):
    monkeypatch.setattr(writing, "MOST_TOLD", 1)
    conditions = sum("/conditions/" in n.url for n in Writer.of(letter).news)
    words = preview(letter)

    assert conditions > 1
    assert f"and {conditions - 1} page" in words.text
    assert f"and {conditions - 1} page" in words.html
    assert words.text.count("/conditions/") == 1


def test_it_watches_nobody(practice, letter):
    html = preview(letter).html

    assert not re.search(r"<(img|script|link|iframe|object)|url\(|@import", html)
    for address in re.findall(r'(?:href|src)="([^"]*)"', html):
        assert address.startswith("http://localhost/")
        assert "?" not in address


def test_words_of_the_owner_are_text_and_never_markup(practice, letter):
    letter.introduction = "Less < than & more\n\n<script>alert(1)</script>"
    words = preview(letter)

    assert "<script>alert" not in words.html
    assert "Less < than & more" in words.text


def test_each_gets_what_they_chose_once_and_whom_nothing_concerns_gets_none(
    practice, letter, post_office
):
    everything = subscriber(practice)
    subscriber(practice, BELA, "conditions")
    make_old(practice.news)
    subscriber(practice, "news@example.org", "news")
    send_now(letter)
    send(letter)
    deliver_due()

    assert post_office.copies == {ADA: 1, BELA: 1}
    assert letter.state == NewsletterState.SENT
    assert letter.recipients == 2
    text = {
        m["To"]: m.get_payload()[0].get_payload(decode=True).decode()
        for m in post_office.taken
    }
    assert "Tablets" in text[ADA]
    assert "Tablets" not in text[BELA]
    assert everything.key in text[ADA]


def test_one_click_unsubscribes_by_its_headers(practice, letter, post_office, visitor):
    subscriber(practice)
    send_now(letter)
    deliver_due()
    raw = post_office.taken[0].as_bytes()
    mail = BytesParser(policy=policy.default).parsebytes(raw)
    address = mail["List-Unsubscribe"].strip().strip("<>")

    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Brackenfold Practice" in mail["From"]
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == [
        "text/plain",
        "text/html",
    ]
    for part in mail.iter_parts():
        assert address in part.get_content()
    visitor.post(
        address.removeprefix("http://localhost"), {"List-Unsubscribe": "One-Click"}
    )
    assert Subscriber.objects.get().state == SubscriberState.LEFT


def test_a_worker_that_is_killed_in_between_goes_on(
    practice, letter, post_office, monkeypatch
):
    monkeypatch.setattr("contact.newsletters.sending.AT_ONCE", 1)
    for name in ("a", "b", "c"):
        subscriber(practice, f"{name}@example.org")
    queued = []

    def killed(writer, batch):
        if queued:
            raise KeyboardInterrupt
        queued.append(batch)
        real(writer, batch)

    real = sending._queue
    monkeypatch.setattr(sending, "_queue", killed)
    with pytest.raises(KeyboardInterrupt):
        send_now(letter)
    monkeypatch.setattr(sending, "_queue", real)
    send_due()
    deliver_due()

    assert set(post_office.copies.values()) == {1}
    assert len(post_office.copies) == 3


def test_who_leaves_while_it_is_on_its_way_gets_none(practice, letter, smtp, visitor):
    one = subscriber(practice)
    send_now(letter)
    assert OutgoingMail.objects.get().state == MailState.WAITING
    visitor.post(f"/subscribe/leave/{one.key}/")

    assert not OutgoingMail.objects.exists()


def test_whose_mailbox_is_gone_is_noted_and_mailed_no_more(
    practice, letter, post_office
):
    subscriber(practice)
    post_office.mood = "refuses"
    send_now(letter)
    deliver_due()
    one = Subscriber.objects.get()
    assert one.state == SubscriberState.BOUNCING
    assert one.bounced
    assert "550 No such person" in one.words["bounce"]
    assert not OutgoingMail.objects.exists()

    post_office.mood = "well"
    send_now(
        Newsletter.objects.create(
            site=practice.site, subject="2", since=letter.since, introduction="Hello"
        )
    )
    deliver_due()
    assert not post_office.taken


@pytest.mark.parametrize("mood", ["busy", "refuses us", "refuses messages"])
def test_a_server_that_refuses_us_does_not_empty_the_list(
    practice, letter, post_office, mood
):
    subscriber(practice)
    post_office.mood = mood
    send_now(letter)
    deliver_due()

    assert Subscriber.objects.get().state == SubscriberState.ACTIVE
    assert OutgoingMail.objects.get().state == MailState.WAITING


def test_one_that_was_withdrawn_is_not_sent(practice, letter):
    subscriber(practice)
    assert letter.schedule([], timezone.now() + timedelta(hours=1))
    send_due()
    assert letter.withdraw()
    assert not letter.schedule([], timezone.now()) or letter.withdraw()
    send_due()

    assert not OutgoingMail.objects.exists()
    assert letter.is_draft


def test_a_mail_is_written_once_for_each_choice_of_topics(
    practice, letter, django_assert_max_num_queries
):
    people = [subscriber(practice, f"{n}@example.org") for n in range(20)]
    writer = Writer.of(letter)
    writer.mail_to(people[0])
    with django_assert_max_num_queries(40):
        assert all(writer.mail_to(one) for one in people)
