"""A visitor's hands: they fill in the enquiry form and send it."""

from django.test import Client

from tests.reading import Seen, see

ADA = {"name": "Ada Fern", "phone": "602.555.0143", "email": "ada@example.org"}
CHOSEN = {"purpose": "appointment", "way": "any", "time": "morning", "consent": "on"}


def token_of(seen: Seen) -> str:
    return seen.soup.find("input", attrs={"name": "token"})["value"]


def send(visitor: Client, seen: Seen | None = None, **typed) -> Seen:
    """Fill in the form that a visitor sees, and send it."""
    seen = seen or see("/enquiry/", visitor)
    sent = {"token": token_of(seen), **ADA, **CHOSEN, **typed}
    return Seen("/enquiry/", visitor.post("/enquiry/", sent, follow=True))


def typed_in(seen: Seen, name: str) -> str:
    return seen.soup.find("input", attrs={"name": name}).get("value", "")


def reference_on(seen: Seen) -> str:
    return seen.soup.find(class_="thanks__reference").get_text()
