"""Keeps what people wrote unreadable in the database, its copies and its backups.

Source of the format: Fernet of the cryptography library (AES in CBC mode, HMAC). It is
imported where it is used: it takes 6 MB of each worker, and few need it.
"""

import base64
import hmac
import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class UnreadableError(Exception):
    """None of the present keys opens it."""


def seal(words: dict) -> str:
    """Encrypt with the first key."""
    return _fernet().encrypt(json.dumps(words).encode()).decode()


def unseal(sealed: str) -> dict:
    """Decrypt with whichever key fits; raises UnreadableError where none does."""
    from cryptography.fernet import InvalidToken

    try:
        return json.loads(_fernet().decrypt(sealed.encode()))
    except InvalidToken as error:
        raise UnreadableError from error


def renew(sealed: str) -> str:
    """The same words under the first key; raises UnreadableError where no key fits."""
    from cryptography.fernet import InvalidToken

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


def _fernet() -> "MultiFernet":
    from cryptography.fernet import Fernet, MultiFernet

    return MultiFernet([Fernet(key) for key in _keys()])


def _keys() -> Iterator[bytes]:
    yield from (key.encode() for key in settings.ENQUIRY_KEYS)
    # It opens what was written before there were keys of its own.
    secret = settings.SECRET_KEY.encode()
    yield base64.urlsafe_b64encode(_derived(secret, b"contact.enquiries.sealing"))


@cache
def _derived(key: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length=32, salt=None, info=purpose).derive(key)
