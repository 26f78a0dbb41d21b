"""The inbox: who may look, what is recorded, what leaves it, what is forgotten."""

import csv
import io
import logging
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry, ReferenceIndex

from contact.models import Enquiry, EnquiryNote, MailState, OutgoingMail
from tests.conftest import log_in
from tests.practice import PHONE

INBOX = "/admin/enquiries/"


@pytest.fixture
def desk(practice):
    return log_in("Front desk")


@pytest.fixture
def enquiry(practice):
    return write_enquiry(practice)


def write_enquiry(practice, about="1", **facts) -> Enquiry:
    words = {"name": "Ada Zebrawood", "phone": PHONE, **facts.pop("words", {})}
    enquiry = Enquiry(
        submission=about, site=practice.site, purpose="appointment", **facts
    )
    enquiry.set_words(words)
    enquiry.save()
    return enquiry


def logged(action: str) -> list[str]:
    entries = ModelLogEntry.objects.filter(action=f"contact.{action}")
    return [f"{entry.label} by {entry.user.username}" for entry in entries]


@pytest.mark.parametrize(
    ("group", "may"),
    [
        ("Front desk", True),
        ("Owners", True),
        ("Editors", False),
        ("Medical reviewers", False),
    ],
)
def test_the_front_desk_and_owners_read_it_and_nobody_else(enquiry, group, may):
    browser = log_in(group)
    for address in [INBOX, f"{INBOX}edit/{enquiry.pk}/", f"{INBOX}?export=csv"]:
        answer = browser.get(address)
        assert (answer.status_code == 200) is may, address
    assert ("Enquiries" in browser.get("/admin/").content.decode()) is may


def test_the_front_desk_has_no_other_powers(desk, practice):
    for address in [
        f"/admin/pages/{practice.lupus.pk}/edit/",
        "/admin/users/",
        "/admin/settings/home/practicesettings/1/",
        "/admin/images/add/",
    ]:
        assert desk.get(address).status_code in (302, 403, 404)


def test_every_view_is_recorded(desk, enquiry):
    answer = desk.get(f"{INBOX}edit/{enquiry.pk}/")

    assert "Ada Zebrawood" in answer.content.decode()
    assert logged("enquiry.viewed") == [f"{enquiry.reference} by front-desk"]


def test_the_list_shows_no_word_of_what_was_written(desk, enquiry):
    html = desk.get(INBOX).content.decode()

    assert enquiry.reference in html
    assert "Zebrawood" not in html


def test_the_list_is_filtered_and_found_by_reference(desk, practice, enquiry):
    closed = write_enquiry(practice, "2", state="closed")
    for query in ["state=closed", f"q={closed.reference}"]:
        html = desk.get(f"{INBOX}?{query}").content.decode()
        assert closed.reference in html
        assert f">{enquiry.reference}<" not in "".join(html.split())


def test_a_note_is_added_and_kept_unreadable_in_the_database(desk, enquiry):
    desk.post(
        f"{INBOX}edit/{enquiry.pk}/", {"state": "answered", "note": "Called Zebrawood"}
    )
    enquiry.refresh_from_db()
    (note,) = enquiry.notes.all()

    assert enquiry.state == "answered"
    assert note.text == "Called Zebrawood"
    assert note.author.username == "front-desk"
    assert "Zebrawood" not in note.sealed
    assert logged("enquiry.noted") == [f"{enquiry.reference} by front-desk"]
    html = desk.get(f"{INBOX}edit/{enquiry.pk}/").content.decode()
    assert "Called Zebrawood" in html


def test_nobody_writes_an_enquiry_in_the_editor(owner):
    assert owner.get(f"{INBOX}new/").status_code != 200


def test_an_owner_may_delete_what_somebody_wants_deleted(owner, desk, enquiry):
    address = f"{INBOX}delete/{enquiry.pk}/"
    desk.post(address)
    assert Enquiry.objects.exists()
    owner.post(address)
    assert not Enquiry.objects.exists()


EVIL = '=HYPERLINK("http://evil.example.org","Ada")'


@pytest.fixture
def evil_enquiry(practice):
    words = {"name": EVIL, "phone": "+44 20 7946 0958", "email": "@sum(a1)"}
    return write_enquiry(practice, "evil", words=words)


def test_the_export_is_recorded_and_runs_no_formula_in_csv(desk, evil_enquiry):
    answer = desk.get(f"{INBOX}?export=csv")
    text = b"".join(answer.streaming_content).decode()
    (row,) = list(csv.DictReader(io.StringIO(text)))

    assert row["Name"] == f"'{EVIL}"
    assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())
    assert logged("enquiry.exported") == [f"{evil_enquiry.reference} by front-desk"]


def test_nor_does_it_in_a_workbook(desk, evil_enquiry):
    answer = desk.get(f"{INBOX}?export=xlsx")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    cells = [cell for row in book.active.rows for cell in row]

    assert f"'{EVIL}" in [cell.value for cell in cells]
    assert all(cell.data_type != "f" for cell in cells)


def test_it_is_in_no_index_and_no_revision(enquiry):
    assert not hasattr(enquiry, "latest_revision")
    assert not hasattr(enquiry, "search_fields")
    assert not ReferenceIndex.objects.filter(
        base_content_type__app_label="contact", base_content_type__model="enquiry"
    ).exists()


def test_old_enquiries_are_deleted_and_counted(practice, enquiry, caplog):
    old = timezone.now() - timedelta(days=91)
    for number in range(2):
        written = write_enquiry(practice, f"old-{number}", received=old)
        note = EnquiryNote(enquiry=written)
        note.set_words({"text": "Called"})
        note.save()
    with caplog.at_level(logging.INFO):
        call_command("purge_enquiries", verbosity=0)

    assert list(Enquiry.objects.all()) == [enquiry]
    assert not EnquiryNote.objects.exists()
    assert "Deleted 2 enquiries after 90 days" in caplog.text
    entry = ModelLogEntry.objects.get(action="contact.enquiries.purged")
    assert entry.data == {"number": 2}


def test_what_is_left_of_sent_mail_is_forgotten_and_waiting_mail_is_not(practice):
    long_ago = timezone.now() - timedelta(days=31)
    for state in [MailState.SENT, MailState.WAITING]:
        OutgoingMail.objects.create(
            kind="test", about=state, recipient="a@b.example.org", state=state
        )
    OutgoingMail.objects.update(queued=long_ago)
    call_command("purge_enquiries", verbosity=0)

    assert [mail.state for mail in OutgoingMail.objects.all()] == [MailState.WAITING]


def key() -> str:
    return Fernet.generate_key().decode()


def test_a_new_key_opens_old_enquiries_and_then_the_old_key_may_go(practice, settings):
    old, new = key(), key()
    settings.ENQUIRY_KEYS = [old]
    enquiry = write_enquiry(practice)
    settings.ENQUIRY_KEYS = [new, old]
    assert Enquiry.objects.get(pk=enquiry.pk).words["name"] == "Ada Zebrawood"

    call_command("encrypt_enquiries", verbosity=0)
    settings.ENQUIRY_KEYS = [new]
    settings.SECRET_KEY = "another"  # noqa: S105
    assert Enquiry.objects.get(pk=enquiry.pk).words["name"] == "Ada Zebrawood"


def test_without_its_key_an_enquiry_says_so_and_is_kept(desk, practice, settings):
    settings.ENQUIRY_KEYS = [key()]
    enquiry = write_enquiry(practice)
    settings.ENQUIRY_KEYS = [key()]

    html = desk.get(f"{INBOX}edit/{enquiry.pk}/").content.decode()
    assert "cannot be read" in html
    assert desk.get(f"{INBOX}?export=csv").status_code == 200
    with pytest.raises(CommandError, match="1 records"):
        call_command("encrypt_enquiries", verbosity=0)


def test_the_dashboard_counts_who_waits(desk, enquiry):
    assert "1 person waits for an answer" in desk.get("/admin/").content.decode()


def stuck_mail(**facts) -> OutgoingMail:
    facts = {"state": MailState.GIVEN_UP, "last_error": "No such person", **facts}
    return OutgoingMail.objects.create(
        kind="test", about="1", recipient="a@b.example.org", subject="News", **facts
    )


def test_the_dashboard_shows_mail_that_is_stuck_and_tries_again(desk):
    stuck_mail()
    html = desk.get("/admin/").content.decode()
    assert "No such person" in html
    desk.post("/admin/mail/again/")

    assert OutgoingMail.objects.get().state == MailState.WAITING


def test_an_editor_sees_no_mail_and_cannot_try_again(editor):
    stuck_mail()

    assert "No such person" not in editor.get("/admin/").content.decode()
    editor.post("/admin/mail/again/")
    assert OutgoingMail.objects.get().state == MailState.GIVEN_UP
