"""Reads settings from environment variables and refuses what it does not know.

An empty variable counts as one that is not set. Without a default, a variable is
required. Every error is an `ImproperlyConfigured` that names the variable.
"""

import os
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

BOOLEANS = {"true": True, "false": False}


def text(
    name: str,
    default: str | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
) -> str:
    """Return the value without surrounding space."""
    value = environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set, and there is no default.")
    return default


def matching(
    name: str,
    pattern: str,
    wanted: str,
    default: str | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
) -> str:
    """Return the value if all of it fits the pattern; `wanted` says what that is."""
    value = text(name, default, environ=environ)
    if value != default and not re.fullmatch(pattern, value):
        # Never the value: it may be a secret.
        raise ImproperlyConfigured(f"{name} must be {wanted}.")
    return value


def choice(
    name: str,
    choices: Iterable[str],
    default: str | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
) -> str:
    """Return the value if it is one of the choices, to the letter."""
    allowed = list(choices)
    value = text(name, default, environ=environ)
    if value not in allowed:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must be one of: {', '.join(allowed)}."
        )
    return value


def flag(
    name: str,
    default: bool | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
) -> bool:
    """Return True for "true" and False for "false"; any other word is an error."""
    fallback = None if default is None else str(default).lower()
    return BOOLEANS[choice(name, BOOLEANS, fallback, environ=environ)]


def integer(
    name: str,
    default: int | None = None,
    *,
    minimum: int | None = None,
    maximum: int | None = None,
    environ: Mapping[str, str] = os.environ,
) -> int:
    """Return a whole number within the limits, both of them included."""
    value = text(name, None if default is None else str(default), environ=environ)
    # int() alone would take "1_000" and digits of other scripts.
    number = int(value) if re.fullmatch(r"-?[0-9]{1,18}", value) else None
    too_small = number is not None and minimum is not None and number < minimum
    too_large = number is not None and maximum is not None and number > maximum
    if number is None or too_small or too_large:
        limits = [f"at least {minimum}"] if minimum is not None else []
        limits += [f"at most {maximum}"] if maximum is not None else []
        wanted = " ".join(["a whole number", " and ".join(limits)]).strip()
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be {wanted}.")
    return number


def listing(
    name: str,
    default: Iterable[str] | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
) -> list[str]:
    """Return the parts between the commas, without surrounding space."""
    if default is not None and not text(name, "", environ=environ):
        return list(default)
    value = text(name, environ=environ)
    parts = [part.strip() for part in value.split(",")]
    if not all(parts):
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must be a list with commas between its parts, "
            "and no part may be empty."
        )
    return parts


def keys(name: str, *, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return keys of 32 bytes, each in URL-safe Base64; an empty list without any."""
    value = text(name, "", environ=environ)
    found = [part.strip() for part in value.split(",")] if value else []
    if not all(re.fullmatch(r"[A-Za-z0-9_-]{43}=", key) for key in found):
        # Never the value.
        raise ImproperlyConfigured(
            f"{name} must be a list of keys of 32 bytes in URL-safe Base64 (44 signs), "
            "with commas between them."
        )
    return found


def url(
    name: str,
    default: str | None = None,
    *,
    schemes: Iterable[str],
    environ: Mapping[str, str] = os.environ,
) -> str:
    """Return an address whose scheme is one of those given, unchanged."""
    value = text(name, default, environ=environ)
    if value == default:
        return value
    allowed = list(schemes)
    scheme, separator, rest = value.partition("://")
    if not separator or scheme not in allowed:
        # Never the whole value: an address may carry a password.
        given = f"{scheme}://…" if separator else "an address without a scheme"
        wanted = ", ".join(f"{one}://" for one in allowed)
        raise ImproperlyConfigured(
            f"{name} is {given}; it must begin with one of: {wanted}."
        )
    if not rest or not _has_valid_host(value, required=scheme.startswith("http")):
        raise ImproperlyConfigured(
            f"{name} is {scheme}://…; it must name a valid host, such as "
            f"{scheme}://example.org."
        )
    return value


def _has_valid_host(address: str, *, required: bool) -> bool:
    try:
        parts = urlsplit(address)
        # Reading the port is what checks it.
        return (parts.port is None or parts.port > 0) and bool(
            parts.hostname or not required
        )
    except ValueError:
        return False
