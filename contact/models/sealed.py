"""Records that nobody can read who has but the database."""

from django.db import models
from django.utils.functional import cached_property

from contact.sealing import (
    UnreadableError,
    fingerprint,
    fingerprints,
    renew,
    seal,
    unseal,
)


class Sealed(models.Model):
    """A record whose words are encrypted in the database."""

    sealed = models.TextField(editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    @cached_property
    def words(self) -> dict:
        """What was written, by name; empty where no present key opens it."""
        try:
            return unseal(self.sealed)
        except UnreadableError:
            return {}

    @property
    def is_readable(self) -> bool:
        return bool(self.words)

    def set_words(self, words: dict) -> None:
        self.sealed = seal(words)
        self.__dict__.pop("words", None)

    def under_the_first_key(self) -> dict[str, str]:
        """The columns that change with the key; raises UnreadableError without it."""
        return {"sealed": renew(self.sealed)}


class AddressedQuerySet(models.QuerySet):
    """Records by an address that only its keyed hash names."""

    def addressed_to(self, email: str):
        return self.filter(address_key__in=fingerprints(folded(email)))

    def by_address(self, emails: list[str]) -> dict[str, "Addressed"]:
        """Folded address → its record, for those of many addresses that have one."""
        named = {
            key: folded(email)
            for email in emails
            for key in fingerprints(folded(email))
        }
        return {
            named[record.address_key]: record
            for record in self.filter(address_key__in=named)
        }


class Addressed(Sealed):
    """A sealed record of one email address, which stands nowhere in the clear."""

    address_key = models.CharField(max_length=64, db_index=True, editable=False)

    class Meta:
        abstract = True

    @property
    def email(self) -> str:
        """The address, "" where no present key opens it."""
        return str(self.words.get("email", ""))

    def set_words(self, words):
        super().set_words(words)
        self.address_key = key_of(words["email"])

    def under_the_first_key(self):
        return super().under_the_first_key() | {"address_key": key_of(self.email)}


def key_of(email: str) -> str:
    """The keyed hash of an address."""
    return fingerprint(folded(email))


def folded(email: str) -> str:
    """The spelling in which two addresses are one; mail goes to the one typed."""
    return email.strip().casefold()
