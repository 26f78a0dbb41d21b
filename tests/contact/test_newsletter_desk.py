"""An owner writes a newsletter, looks at it, and sends, schedules or withdraws it."""

from datetime import timedelta

import pytest
from django.core import mail as sent_mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from contact.models import Newsletter, NewsletterState, Subscriber
from tests.conftest import log_in

DESK = "/admin/newsletters/"


@pytest.fixture
def letter(practice) -> Newsletter:
    Subscriber.objects.keep(practice.site, {"email": "ada@example.org"})
    return Newsletter.objects.create(
        site=practice.site, subject="News", since=timezone.localdate()
    )


def act(owner, letter, **sent) -> str:
    answer = owner.post(f"{DESK}inspect/{letter.pk}/", sent, follow=True)
    letter.refresh_from_db()
    return answer.content.decode()


@pytest.mark.parametrize("group", ["Front desk", "Editors", "Medical reviewers"])
def test_only_owners_write_to_everybody(letter, group):
    browser = log_in(group)
    for address in ["", "new/", f"inspect/{letter.pk}/", f"html/{letter.pk}/"]:
        assert browser.get(DESK + address).status_code in (302, 403), address
    browser.post(f"{DESK}inspect/{letter.pk}/", {"action": "send"})
    letter.refresh_from_db()
    assert letter.is_draft


def test_an_owner_writes_one_and_sees_it_as_it_will_be_read(owner, practice):
    assert "News from Brackenfold Practice" in owner.get(f"{DESK}new/").content.decode()
    today = timezone.localdate()
    sent = {"subject": "Fern news", "since": today, "introduction": "Hello all"}
    page = owner.post(f"{DESK}new/", sent, follow=True).content.decode()
    letter = Newsletter.objects.get()

    assert "Hello all" in page
    assert "Tablets" in page
    html = owner.get(f"{DESK}html/{letter.pk}/").content.decode()
    assert "<h1>Fern news</h1>" in html
    assert practice.tablets.get_full_url() in html


def test_false_promises_are_refused_as_on_pages(owner, practice):
    today = timezone.localdate()
    sent = {"subject": "Guaranteed results for all", "since": today}
    owner.post(f"{DESK}new/", sent)
    assert not Newsletter.objects.exists()


def test_it_is_sent_at_once(owner, letter):
    act(owner, letter, action="send", send_at="")
    call_command("send_newsletters")
    letter.refresh_from_db()

    assert [mail.to for mail in sent_mail.outbox] == [["ada@example.org"]]
    assert letter.state == NewsletterState.SENT
    assert (
        "it went to 1 person"
        in owner.get(f"{DESK}inspect/{letter.pk}/").content.decode()
    )
    assert ModelLogEntry.objects.filter(action="contact.newsletter.scheduled").exists()


def test_it_is_scheduled_cannot_be_changed_and_is_withdrawn(owner, letter):
    tomorrow = timezone.localtime() + timedelta(days=1)
    act(owner, letter, action="send", send_at=f"{tomorrow:%Y-%m-%d %H:%M}")
    call_command("send_newsletters")
    assert letter.state == NewsletterState.SCHEDULED
    assert not sent_mail.outbox
    owner.post(f"{DESK}edit/{letter.pk}/", {"subject": "Other", "since": letter.since})
    owner.post(f"{DESK}delete/{letter.pk}/")
    letter.refresh_from_db()
    assert letter.subject == "News"

    act(owner, letter, action="withdraw")
    assert letter.is_draft


def test_a_time_that_is_past_is_refused(owner, letter):
    assert "This time is past" in act(owner, letter, send_at="2020-01-01 10:00")
    assert letter.is_draft


def test_an_empty_one_is_not_sent(owner, letter, practice):
    Newsletter.objects.filter(pk=letter.pk).update(
        since=timezone.localdate() + timedelta(days=1)
    )
    assert "nothing to send" in act(owner, letter, action="send")
    assert letter.is_draft


def test_an_owner_gets_a_copy_alone(owner, letter):
    act(owner, letter, action="trial")

    (mail,) = sent_mail.outbox
    assert mail.to == ["owners@brackenfold.example.org"]
    assert "/subscribe/leave/" not in mail.body
    assert letter.is_draft
