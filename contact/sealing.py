"""Keeps what people wrote unreadable in the database, its copies and its backups.

Source of the format: Fernet of the cryptography library (AES in CBC mode, HMAC).
"""

import base64
import hmac
import json
from collections.abc import Iterator
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class UnreadableError(Exception):
    """None of the present keys opens it."""


def seal(words: dict) -> str:
    """Encrypt with the first key."""
    return _fernet().encrypt(json.dumps(words).encode()).decode()


def unseal(sealed: str) -> dict:
    """Decrypt with whichever key fits; raises UnreadableError where none does."""
    try:
        return json.loads(_fernet().decrypt(sealed.encode()))
    except InvalidToken as error:
        raise UnreadableError from error


def renew(sealed: str) -> str:
    """The same words under the first key; raises UnreadableError where no key fits."""
    try:
        return _fernet().rotate(sealed.encode()).decode()
    except InvalidToken as error:
        raise UnreadableError from error


def fingerprints(text: str) -> list[str]:
    """Keyed hashes by which an equal text is found again, that of the first key first.

    64 signs each. Without the keys nobody can try texts until one fits.
    """
    return [
        hmac.digest(
            _derived(key, b"contact.fingerprints"), text.encode(), "sha256"
        ).hex()
        for key in _keys()
    ]


def fingerprint(text: str) -> str:
    """The hash under the first key, which is the one to store."""
    return fingerprints(text)[0]


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in _keys()])


def _keys() -> Iterator[bytes]:
    yield from (key.encode() for key in settings.ENQUIRY_KEYS)
    # It opens what was written before there were keys of its own.
    secret = settings.SECRET_KEY.encode()
    yield base64.urlsafe_b64encode(_derived(secret, b"contact.enquiries.sealing"))


@cache
def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose).derive(key)
