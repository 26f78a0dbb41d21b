"""Asking for an appointment: nothing is lost, doubled, or stored without its form."""

import re
from collections import Counter

import pytest
from django.core import mail as sent_mail
from django.utils import timezone

from contact.enquiries import tokens
from contact.mail.delivery import deliver_due
from contact.models import Enquiry, EnquiryState, OutgoingMail
from tests.contact.hands import ADA, CHOSEN, reference_on, send, typed_in
from tests.contact.smtp import Letters, serving
from tests.reading import Seen, see, see_page


def test_who_asks_is_thanked_with_a_number_and_the_practice_reads_it(practice, visitor):
    seen = send(visitor, location=practice.fern_street.pk, clinician=practice.ada.pk)
    enquiry = Enquiry.objects.get()

    assert reference_on(seen) == enquiry.reference
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", enquiry.reference)
    assert "Ada" not in seen.soup.main.get_text()
    assert enquiry.words["phone"] == "(602) 555-0143"
    assert enquiry.words["clinician"] == "Ada Fernhollow"
    assert enquiry.location_id == practice.fern_street.pk
    assert "90 days" in enquiry.words["consent"]
    assert enquiry.words["consent_time"]
    assert enquiry.state == EnquiryState.NEW


def test_the_mail_about_it_carries_a_link_and_nothing_of_it(practice, visitor):
    send(visitor, name="Ada Zebrawood")
    (mail,) = sent_mail.outbox
    enquiry = Enquiry.objects.get()

    assert mail.to == ["hello@brackenfold.example.org"]
    assert enquiry.reference in mail.subject
    assert f"/admin/enquiries/edit/{enquiry.pk}/" in mail.body
    everything = str(mail.message())
    assert not any(word in everything for word in ["Zebrawood", "0143", "ada@"])


def test_everybody_who_is_named_gets_one_mail(practice, visitor):
    practice.settings.enquiry_recipients = ["a@b.example.org", "c@b.example.org"]
    practice.settings.save()
    send(visitor)

    assert [mail.to for mail in sent_mail.outbox] == [
        ["a@b.example.org"],
        ["c@b.example.org"],
    ]


@pytest.mark.parametrize("email", ["", "no address", "a@b.org\nBcc: c@d.org"])
def test_a_practice_without_an_address_loses_no_enquiry(practice, visitor, email):
    practice.settings.email = email
    practice.settings.save()
    send(visitor)

    assert Enquiry.objects.count() == 1
    assert not OutgoingMail.objects.exists()


def test_of_two_hundred_while_the_mail_server_is_down_each_is_told_of_once(
    practice, visitor, smtp
):
    for number in range(200):
        sent = {"token": tokens.new_token(), **ADA, **CHOSEN, "name": f"Ada {number}"}
        answer = visitor.post("/enquiry/", sent)
        assert answer.status_code == 302
        if number % 50 == 0:
            deliver_due()
    assert Enquiry.objects.count() == 200

    with serving(Letters(), smtp) as letters:
        OutgoingMail.objects.update(next_attempt=timezone.now())
        deliver_due()
    told = Counter(letter["Subject"].split()[-1] for letter in letters.taken)
    assert told == Counter(Enquiry.objects.values_list("reference", flat=True))


def test_the_database_holds_no_word_of_it(practice, visitor):
    send(visitor, name="Ada Zebrawood")
    row = Enquiry.objects.values().get()

    assert not any("Zebrawood" in str(v) or "0143" in str(v) for v in row.values())


def test_a_second_click_is_the_same_enquiry(practice, visitor):
    seen = see("/enquiry/", visitor)
    first, second = send(visitor, seen), send(visitor, seen)

    assert Enquiry.objects.count() == 1
    assert OutgoingMail.objects.count() == 1
    assert reference_on(first) == reference_on(second)


def test_who_goes_back_and_changes_something_is_not_lost(practice, visitor):
    seen = see("/enquiry/", visitor)
    send(visitor, seen), send(visitor, seen, phone="602 555 0199")

    assert Enquiry.objects.count() == 2


def test_the_contact_page_takes_it_at_once(practice, visitor):
    contact = see_page(practice.contact, visitor=visitor)
    send(visitor, contact)

    assert Enquiry.objects.count() == 1
    assert contact.response["Cache-Control"] == "private, no-store"
    assert contact.meta("robots") != "noindex"


@pytest.mark.parametrize(
    ("name", "field"),
    [("tablets", "treatment"), ("ada", "clinician"), ("fern_street", "location")],
)
def test_a_page_asks_about_itself_and_shows_all_of_it_before_it_is_sent(
    practice, visitor, name, field
):
    page = getattr(practice, name)
    seen = see_page(page, visitor=visitor)
    form = seen.soup.find("form", action="/enquiry/")
    hidden = {i["name"]: i["value"] for i in form.find_all("input", type="hidden")}
    assert hidden == {"about": str(page.pk)}
    assert not seen.response.cookies

    shown = Seen("", visitor.post("/enquiry/", {**hidden, **ADA}))
    assert not Enquiry.objects.exists()
    assert typed_in(shown, "phone") == ADA["phone"]
    chosen = shown.soup.find("select", attrs={"name": field})
    assert chosen.find("option", selected=True)["value"] == str(page.pk)
    send(visitor, shown, **{field: page.pk})
    assert Enquiry.objects.get().words[field] == page.title


@pytest.mark.parametrize(
    ("typed", "at", "told"),
    [
        ({"name": ""}, "id_name", "Write your name."),
        ({"phone": "", "email": ""}, "id_phone", "a phone number or an email"),
        ({"email": "ada@"}, "id_email", "in full"),
        ({"phone": "12"}, "id_phone", "with its area code"),
        ({"phone": "", "way": "phone"}, "id_phone", "the number we should call"),
        ({"email": "", "way": "email"}, "id_email", "the address"),
        ({"consent": ""}, "id_consent", "Tick the box"),
        ({"purpose": ""}, "id_purpose", "Choose what"),
    ],
)
def test_an_error_is_told_at_the_top_and_beside_its_field(
    practice, visitor, typed, at, told
):
    seen = send(visitor, **typed)
    summary = seen.soup.find(class_="error-summary")
    (link,) = summary.find_all("a")

    assert seen.soup.title.get_text().startswith("Error:")
    assert told in link.get_text()
    control = seen.soup.find(id=link["href"].removeprefix("#"))
    assert control["id"].startswith(at)
    described = (
        control.get("aria-describedby")
        or control.find_parent(attrs={"aria-describedby": True})["aria-describedby"]
    )
    assert told in " ".join(
        seen.soup.find(id=one).get_text() for one in described.split()
    )
    assert typed_in(seen, "name") == typed.get("name", "Ada Fern")
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("602-555-0143", "(602) 555-0143"),
        ("+1 602 555 0143", "(602) 555-0143"),
        ("1.602.555.0143", "(602) 555-0143"),
        ("602 555 0143 ext 7", "(602) 555-0143 ext. 7"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
    ],
)
def test_phone_numbers_are_taken_as_people_type_them(practice, visitor, typed, read):
    send(visitor, phone=typed)

    assert Enquiry.objects.get().words["phone"] == read


def test_there_is_no_box_for_a_message_unless_the_owner_wants_one(practice, visitor):
    assert see("/enquiry/", visitor).soup.find("textarea") is None
    practice.settings.offers_message = True
    practice.settings.save()
    seen = see("/enquiry/", visitor)

    assert "nothing about your health" in seen.soup.find(id="id_message_helptext").text
    send(visitor, seen, message="Please ring twice.")
    assert Enquiry.objects.get().words["message"] == "Please ring twice."


def test_the_emergency_text_comes_first(practice, visitor):
    practice.settings.emergency_text = "In an emergency, call 911."
    practice.settings.save()
    form, thanks = see("/enquiry/", visitor), send(visitor)

    assert form.words.index("call 911") < form.words.index("Your name")
    assert thanks.words.startswith("In an emergency, call 911.")


def test_neither_form_nor_thanks_are_kept_or_indexed(practice, visitor):
    for seen in [see("/enquiry/", visitor), send(visitor)]:
        assert seen.response["Cache-Control"] == "private, no-store"
        assert seen.meta("robots") == "noindex"


def test_nobody_makes_up_a_number(practice, visitor):
    assert see("/enquiry/thanks/ABCD-EFGH:forged/", visitor).response.status_code == 404
