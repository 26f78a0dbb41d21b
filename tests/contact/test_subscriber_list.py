"""The list of subscribers: who may look at it, take it along, or bring one."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from contact.models import Subscriber, SubscriberState
from tests.conftest import log_in
from tests.contact.test_inbox import key

LIST = "/admin/subscribers/"
ADA = "ada.fern@example.org"
HEAD = "email,consent_text,consent_time,consent_source"
AGREED = "Yes please,2026-03-31,Paper form"


@pytest.fixture
def desk(practice):
    return log_in("Front desk")


@pytest.fixture
def ada(practice) -> Subscriber:
    words = {"email": ADA, "topics": ["news"], "consent": "Yes, write to me"}
    words |= {"consent_time": "2026-03-31T09:00:00+00:00", "source": "website"}
    return Subscriber.objects.keep(practice.site, words)


def logged(action: str) -> list:
    return list(ModelLogEntry.objects.filter(action=f"contact.{action}"))


def bring(browser, text: str | bytes):
    content = text.encode() if isinstance(text, str) else text
    file = SimpleUploadedFile("list.csv", content, "text/csv")
    return browser.post(f"{LIST}import/", {"file": file})


def export_of(browser) -> list[dict]:
    answer = browser.get(f"{LIST}?export=csv")
    text = b"".join(answer.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("group", "may_look", "may_move"),
    [
        ("Front desk", True, False),
        ("Owners", True, True),
        ("Editors", False, False),
        ("Medical reviewers", False, False),
    ],
)
def test_the_front_desk_looks_and_only_owners_move_the_list(
    ada, group, may_look, may_move
):
    browser = log_in(group)
    for address in [LIST, f"{LIST}edit/{ada.pk}/"]:
        assert (browser.get(address).status_code == 200) is may_look, address
    for address in [f"{LIST}?export=csv", f"{LIST}import/", f"{LIST}delete/{ada.pk}/"]:
        assert (browser.get(address).status_code == 200) is may_move, address
    bring(browser, f"{HEAD}\nbela@example.org,{AGREED}")
    assert (Subscriber.objects.count() == 2) is may_move


def test_nobody_is_typed_into_the_list(owner, ada):
    assert owner.get(f"{LIST}new/").status_code != 200


def test_the_list_shows_no_whole_address_and_finds_one_by_it(owner, practice, ada):
    Subscriber.objects.keep(practice.site, {"email": "bela@example.org"})
    html = owner.get(LIST).content.decode()
    assert "a…@example.org" in html
    assert "b…@example.org" in html
    assert ADA not in html
    found = owner.get(f"{LIST}?q={ADA.upper()}").content.decode()
    assert "a…@example.org" in found
    assert "b…@example.org" not in found


def test_a_look_is_recorded_and_shows_what_they_agreed_to(desk, ada):
    html = desk.get(f"{LIST}edit/{ada.pk}/").content.decode()

    assert ADA in html
    assert "Yes, write to me" in html
    (entry,) = logged("subscriber.viewed")
    assert entry.user.username == "front-desk"
    assert ADA not in entry.label


def test_the_desk_notes_bounces_and_unsubscribes_at_somebodys_wish(desk, ada):
    for state in ("bouncing", "active", "left"):
        desk.post(f"{LIST}edit/{ada.pk}/", {"state": state})
        ada.refresh_from_db()
        assert ada.state == state
    assert ada.bounced
    assert ada.left
    changes = ModelLogEntry.objects.filter(action="wagtail.edit")
    assert [entry.user.username for entry in changes] == ["front-desk"] * 3
    desk.post(f"{LIST}edit/{ada.pk}/", {"state": "active"})
    ada.refresh_from_db()
    assert ada.state == SubscriberState.LEFT


def test_an_owner_deletes_who_wants_to_be_forgotten(owner, ada):
    owner.post(f"{LIST}delete/{ada.pk}/")
    assert not Subscriber.objects.exists()


def test_an_export_is_recorded_and_can_be_imported_as_it_is(owner, practice, ada):
    evil = {"email": "+ada@example.org", "consent": "=1+1", "source": "-2"}
    when = {"consent_time": "2026-03-31T09:00:00+00:00"}
    Subscriber.objects.keep(practice.site, evil | when)
    gone = Subscriber.objects.keep(
        practice.site, evil | when | {"email": "gone@example.org"}
    )
    gone.change_state(SubscriberState.LEFT)
    rows = export_of(owner)
    assert len(rows) == 3
    cells = [cell for row in rows for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    (entry,) = logged("subscribers.exported")
    assert entry.data == {"format": "csv", "number": 3}

    answer = owner.get(f"{LIST}?export=csv")
    file = b"".join(answer.streaming_content)
    Subscriber.objects.all().delete()
    bring(owner, file)
    again = {one.email: one for one in Subscriber.objects.all()}
    assert again[ADA].topics == ["news"]
    assert again[ADA].words["consent"] == "Yes, write to me"
    assert again["+ada@example.org"].words["consent"] == "=1+1"
    assert again["gone@example.org"].state == SubscriberState.LEFT


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("bela@example.org,,2026-03-31,Paper", "Nothing stands in: consent_text"),
        ("bela@example.org,Yes,,Paper", "Nothing stands in: consent_time"),
        ("bela@example.org,Yes,2026-03-31,", "Nothing stands in: consent_source"),
        (f",{AGREED}", "Nothing stands in: email"),
        (f"bela@,{AGREED}", "no address"),
        ("bela@example.org,Yes,soon,Paper", "no past day"),
        ("bela@example.org,Yes,2026-02-31,Paper", "no past day"),
        ("bela@example.org,Yes,2999-01-01,Paper", "no past day"),
    ],
)
def test_a_row_without_consent_is_refused_with_its_line_and_the_reason(owner, row, why):
    answer = bring(owner, f"{HEAD}\nada@example.org,{AGREED}\n{row}\n")
    html = answer.content.decode()

    assert [one.email for one in Subscriber.objects.all()] == ["ada@example.org"]
    assert ">3<" in html
    assert why in html
    assert "1 subscriber was added" in html
    assert "1 row was refused" in html
    (entry,) = logged("subscribers.imported")
    assert entry.data == {"added": 1, "known": 0, "refused": 1}


def test_unknown_topics_and_states_are_refused(owner):
    head = f"{HEAD},topics,state"
    bring(owner, f"{head}\na@example.org,{AGREED},moon,\nb@example.org,{AGREED},,mad\n")
    assert not Subscriber.objects.exists()
    bring(owner, f"{head}\na@example.org,{AGREED},news|treatments,bouncing\n")
    one = Subscriber.objects.get()
    assert (one.topics, one.state) == (["news", "treatments"], "bouncing")


@pytest.mark.parametrize(
    "text",
    [b"email\nada@example.org", b"", b"\xff\xfe\x00", b"email;name\n1;2", b"\0\0\0"],
)
def test_a_file_that_is_no_list_with_consent_is_refused_as_a_whole(owner, text):
    answer = bring(owner, text)

    assert answer.status_code == 200
    assert "error" in answer.content.decode()
    assert not Subscriber.objects.exists()


def test_files_of_spreadsheets_with_semicolons_are_read(owner):
    text = f"\ufeff{HEAD};extra\nada@example.org,{AGREED};1".replace(",", ";")
    bring(owner, text)
    assert Subscriber.objects.get().email == "ada@example.org"


def test_who_left_comes_back_by_a_later_consent_only(owner, ada):
    ada.change_state(SubscriberState.LEFT)
    html = bring(owner, f"{HEAD}\n{ADA},{AGREED}").content.decode()
    assert "Unsubscribed after this consent was given" in html
    ada.refresh_from_db()
    assert ada.state == SubscriberState.LEFT

    later = timezone.now().isoformat()
    bring(owner, f"{HEAD}\n{ADA},Yes again,{later},Phone call")
    ada.refresh_from_db()
    assert ada.state == SubscriberState.ACTIVE
    assert ada.words["consent"] == "Yes again"


def test_an_address_is_on_the_list_once_however_it_is_spelled(owner, ada):
    html = bring(owner, f"{HEAD}\n{ADA.title()},{AGREED}").content.decode()
    assert "1 was on the list already" in html
    assert Subscriber.objects.count() == 1


def test_a_new_key_finds_old_addresses_and_then_the_old_key_may_go(practice, settings):
    old, new = key(), key()
    settings.ENQUIRY_KEYS = [old]
    Subscriber.objects.keep(practice.site, {"email": ADA})
    settings.ENQUIRY_KEYS = [new, old]
    assert Subscriber.objects.addressed_to(ADA).exists()
    call_command("encrypt_enquiries", verbosity=0)

    settings.ENQUIRY_KEYS = [new]
    settings.SECRET_KEY = "another"  # noqa: S105
    assert Subscriber.objects.addressed_to(ADA).get().email == ADA
