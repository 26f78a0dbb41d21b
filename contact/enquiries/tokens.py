"""The token of a form: it tells one sending from another, and how old the form is."""

import secrets

from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner

# Nobody reads a form, fills it in and sends it in less.
QUICKEST = 2  # seconds
_forms = TimestampSigner(salt="contact.enquiries.form")
_references = Signer(salt="contact.enquiries.reference")


def new_token() -> str:
    """A token for a form that is shown now."""
    return _forms.sign(secrets.token_urlsafe(12))


def is_token(token: str) -> bool:
    """Whether we made it; a form may lie open for days."""
    try:
        _forms.unsign(token)
    except BadSignature:
        return False
    return True


def is_too_fresh(token: str) -> bool:
    """Whether the form was sent faster than anybody could fill it in."""
    try:
        _forms.unsign(token, max_age=QUICKEST)
    except SignatureExpired:
        return False
    return True


def sign_reference(reference: str) -> str:
    """The reference as an address carries it: nobody can make one up."""
    return _references.sign(reference)


def read_reference(signed: str) -> str | None:
    """The reference that we signed; None for any other text."""
    try:
        return _references.unsign(signed)
    except BadSignature:
        return None
