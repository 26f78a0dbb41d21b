"""Forms that are forged, hurried, doubled or hostile: answered kindly, never stored."""

import pytest
from django.core import mail as sent_mail
from django.db import OperationalError
from django.test import Client

from contact.enquiries import choices, tokens, views
from contact.models import Enquiry
from home.rate_limit import RateLimit
from tests.contact.hands import ADA, CHOSEN, send, token_of, typed_in
from tests.practice import add_treatment, hide
from tests.reading import Seen, see


def test_a_form_without_its_token_is_shown_and_not_stored(practice, visitor):
    for token in ["", "forged", "forged:1:2"]:
        seen = send(visitor, token=token)
        assert typed_in(seen, "name") == "Ada Fern"
        assert "check what you wrote" in seen.words
    assert not Enquiry.objects.exists()


def test_a_form_of_another_site_is_shown_and_not_stored(practice):
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    seen = send(strict)
    assert not Enquiry.objects.exists()
    assert "one cookie" in seen.words
    assert typed_in(seen, "email") == "ada@example.org"

    proof = seen.soup.find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    send(strict, seen, csrfmiddlewaretoken=proof)
    assert Enquiry.objects.count() == 1


def test_what_fills_in_a_field_that_nobody_sees_is_asked_again(practice, visitor):
    seen = send(visitor, website="https://buy.example.org")

    assert not Enquiry.objects.exists()
    assert typed_in(seen, "website") == ""
    send(visitor, seen)
    assert Enquiry.objects.count() == 1


def test_who_is_too_quick_is_asked_again_and_loses_nothing(
    practice, visitor, monkeypatch
):
    monkeypatch.setattr(tokens, "QUICKEST", 60)
    seen = send(visitor)
    assert "very quick" in seen.words
    assert typed_in(seen, "phone") == ADA["phone"]
    assert seen.soup.find("input", attrs={"name": "consent"}).has_attr("checked")

    monkeypatch.setattr(tokens, "QUICKEST", -1)
    send(visitor, seen)
    assert Enquiry.objects.count() == 1


def test_a_flood_is_asked_to_wait_and_keeps_what_it_typed(
    practice, visitor, monkeypatch
):
    monkeypatch.setattr(views, "LIMIT", RateLimit("enquiry", most=1, window=600))
    seen = see("/enquiry/", visitor)
    for number in range(2):
        sent = {"token": token_of(seen), **ADA, **CHOSEN, "name": f"Ada {number}"}
        response = visitor.post("/enquiry/", sent, REMOTE_ADDR="198.51.100.7")
    again = Seen("", response)

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 600
    assert typed_in(again, "name") == "Ada 1"
    assert Enquiry.objects.count() == 1
    send(visitor, again)
    assert Enquiry.objects.count() == 2


def test_a_database_that_cannot_store_gives_everything_back(
    practice, visitor, monkeypatch
):
    def locked(*args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(views, "store", locked)
    seen = send(visitor)

    assert seen.response.status_code == 503
    assert seen.response["Retry-After"]
    assert typed_in(seen, "name") == "Ada Fern"


@pytest.mark.parametrize(
    "evil", ["\0", "x" * 5000, "\r\nBcc: a@b.example.org", "é\ud7ff"]
)
@pytest.mark.parametrize(
    "field", ["name", "email", "phone", "way", "location", "token"]
)
def test_whatever_is_sent_is_answered_kindly(practice, visitor, field, evil):
    seen = send(visitor, **{field: evil})

    assert seen.response.status_code == 200
    assert all("Bcc" not in mail.message() for mail in sent_mail.outbox)


def test_a_page_that_visitors_may_not_see_is_not_offered(practice, visitor):
    hide(practice.tablets, "draft")
    seen = see("/enquiry/", visitor)

    assert "Tablets" not in seen.soup.find("select", attrs={"name": "treatment"}).text


def test_of_very_many_treatments_the_one_asked_about_is_there(
    practice, visitor, monkeypatch
):
    monkeypatch.setattr(choices, "MOST", 2)
    last = add_treatment(practice.treatments, "Zinc")
    seen = see(f"/enquiry/?about={last.pk}", visitor)
    offered = seen.soup.find("select", attrs={"name": "treatment"})

    assert offered.find("option", selected=True).text == "Zinc"
    send(visitor, seen, treatment=last.pk)
    assert Enquiry.objects.get().words["treatment"] == "Zinc"


def test_a_link_fills_in_nothing_but_what_it_is_about(practice, visitor):
    seen = see("/enquiry/?name=Forged&email=a@b.example.org", visitor)

    assert typed_in(seen, "name") == ""
