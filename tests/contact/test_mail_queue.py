"""Mail through a real server that is down, slow, refusing, or dies in the middle."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.core import mail as sent_mail
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from contact.mail import delivery
from contact.mail.claimants import HOST, free_claims_of_the_dead
from contact.mail.delivery import deliver_due, pause_after
from contact.mail.queue import Mail, queue_mail
from contact.models import MailState, OutgoingMail
from tests.contact.smtp import Letters, serving

pytestmark = pytest.mark.django_db

ADA, BELA = "ada@brackenfold.example.org", "bela@brackenfold.example.org"


def letter_to(recipient=ADA, about="1", **more) -> Mail:
    facts = {"kind": "test", "subject": "News", "text": "Come and see."}
    return Mail(about=about, recipient=recipient, **facts | more)


def make_due() -> None:
    """Let the pause pass."""
    waiting = OutgoingMail.objects.filter(state=MailState.WAITING)
    waiting.update(next_attempt=timezone.now())


def states() -> list[str]:
    return list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True))


def test_a_mail_is_stored_and_its_task_queued_in_one_transaction(smtp):
    with pytest.raises(RuntimeError), transaction.atomic():
        queue_mail([letter_to()])
        assert DBTaskResult.objects.filter(queue_name="mail").count() == 1
        raise RuntimeError
    assert not OutgoingMail.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_the_same_mail_is_queued_but_once(post_office):
    assert len(queue_mail([letter_to(), letter_to(), letter_to(BELA)])) == 2
    assert queue_mail([letter_to()]) == []
    deliver_due()
    deliver_due()

    assert post_office.copies == {ADA: 1, BELA: 1}


def test_many_mails_share_one_connection(post_office):
    queue_mail([letter_to(about=str(n)) for n in range(20)])
    assert deliver_due() == 20

    assert post_office.connections == 1


def test_while_the_server_is_down_mail_waits_and_then_each_arrives_once(smtp):
    for n in range(200):
        queue_mail([letter_to(f"patient-{n}@example.org")])
        deliver_due()
    assert set(states()) == {MailState.WAITING}

    with serving(Letters(), smtp) as letters:
        make_due()
        deliver_due()
        deliver_due()
    assert len(letters.copies) == 200
    assert set(letters.copies.values()) == {1}


def test_the_first_mail_that_gets_through_wakes_the_others(smtp):
    queue_mail([letter_to(), letter_to(BELA)])
    deliver_due()
    with serving(Letters(), smtp) as letters:
        queue_mail([letter_to("new@example.org")])
        deliver_due()

    assert letters.copies == {"new@example.org": 1, ADA: 1, BELA: 1}


@pytest.mark.parametrize(
    "mood", ["busy", "refuses", "refuses messages", "dies mid-message"]
)
def test_a_mail_that_was_not_taken_arrives_once_when_the_server_is_well(
    post_office, mood
):
    post_office.mood = mood
    queue_mail([letter_to(), letter_to(BELA)])
    for _again in range(3):
        deliver_due()
    assert set(states()) == {MailState.WAITING}
    assert not post_office.taken

    post_office.mood = "well"
    make_due()
    deliver_due()
    assert post_office.copies == {ADA: 1, BELA: 1}


def test_what_was_taken_without_an_answer_carries_the_same_message_id(post_office):
    # The one window that no sender can close.
    post_office.mood = "dies after it"
    queue_mail([letter_to()])
    deliver_due()
    post_office.mood = "well"
    make_due()
    deliver_due()

    assert len({letter["Message-ID"] for letter in post_office.taken}) == 1


def test_a_server_that_never_answers_does_not_hold_the_others_for_ever(
    post_office, monkeypatch
):
    monkeypatch.setattr(delivery, "ANSWER_TIMEOUT", 0.2)
    post_office.pause = 1
    queue_mail([letter_to()])
    deliver_due()

    assert states() == [MailState.WAITING]
    assert "timed out" in OutgoingMail.objects.get().last_error


def test_a_mail_that_is_always_refused_is_given_up_and_shows_why(post_office):
    post_office.mood = "refuses"
    queue_mail([letter_to()])
    for _again in range(delivery.MOST_PLAIN_REFUSALS):
        make_due()
        deliver_due()
    (mail,) = OutgoingMail.objects.stuck()

    assert mail.state == MailState.GIVEN_UP
    assert mail.refused_with == 550
    assert "No such person" in mail.last_error


def test_pauses_grow_and_end_at_an_hour():
    pauses = [pause_after(n).total_seconds() for n in range(1, 12)]

    assert pauses[:4] == [15, 30, 60, 120]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 3600


def test_a_mail_that_another_worker_is_sending_is_left_to_it(post_office):
    queue_mail([letter_to()])
    assert OutgoingMail.objects.claim("elsewhere:1:abc") is not None

    assert deliver_due() == 0
    assert post_office.copies == {}


def test_the_claim_of_a_worker_that_vanished_ends(post_office):
    queue_mail([letter_to()])
    OutgoingMail.objects.claim("elsewhere:1:abc")
    OutgoingMail.objects.update(next_attempt=timezone.now() - timedelta(seconds=1))

    assert deliver_due() == 1


def test_a_killed_process_of_this_machine_lets_go_at_once(post_office):
    killed = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    queue_mail([letter_to(), letter_to(BELA)])
    OutgoingMail.objects.claim(f"{HOST}:{killed.pid}:abc")
    OutgoingMail.objects.claim("elsewhere:1:abc")
    assert free_claims_of_the_dead() == 0
    killed.kill()
    killed.communicate()

    assert free_claims_of_the_dead() == 1
    assert deliver_due() == 1


def test_nothing_in_a_mail_begins_a_header_of_its_own(post_office):
    evil = "News\r\nBcc: everybody@example.org\n\nBuy"
    queue_mail(
        [letter_to(subject=evil, headers={"X-Kind": f"a\u2028{evil}"}, text="Words")]
    )
    deliver_due()
    (letter,) = post_office.taken

    assert letter["Bcc"] is None
    assert letter["Subject"] == "News Bcc: everybody@example.org Buy"
    assert letter.get_payload().strip() == "Words"


@pytest.mark.parametrize(
    "recipient", ["", "ada", "ada@example.org\nBcc: b@example.org", "a@b@c"]
)
def test_what_is_no_address_is_never_queued(recipient):
    with pytest.raises(ValidationError):
        queue_mail([letter_to(recipient)])


def test_a_mail_that_cannot_be_written_does_not_hold_the_others(post_office):
    queue_mail([letter_to(), letter_to(BELA)])
    OutgoingMail.objects.addressed_to(ADA).update(subject="a\nb")
    deliver_due()

    assert states() == [MailState.GIVEN_UP, MailState.SENT]


def test_words_are_forgotten_once_they_are_sent():
    queue_mail([letter_to(html="<p>Come and see.</p>")])
    (letter,) = sent_mail.outbox
    row = OutgoingMail.objects.get()

    assert letter.body == "Come and see."
    assert letter.alternatives[0].mimetype == "text/html"
    assert (row.text, row.html, row.state) == ("", "", MailState.SENT)


def test_a_worker_that_is_told_to_end_begins_no_other_mail(post_office, monkeypatch):
    queue_mail([letter_to()])
    monkeypatch.setattr(delivery.stopping, "is_set", lambda: True)

    assert deliver_due() == 0
    assert states() == [MailState.WAITING]
