"""Keeps anybody from guessing passwords without end.

Our own, since django-axes checks before it counts, so that guesses made at once all
pass, and keeps names, addresses and browsers of people. The database counts and not
the cache: a cache may forget, and is allowed to be down.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from config.models import GuessCount
from home.rate_limit import EVERYBODY, network_of


@dataclass(frozen=True)
class GuessLimit:
    """`most` guesses at one thing within `minutes`, counted from the first of them.

    Guesses while it is closed do not prolong that.
    """

    name: str
    most: int
    minutes: int

    def key_of(self, who: str) -> str:
        """Return what stands in the database for an account or a network."""
        given = f"{self.name}:{who}"
        return salted_hmac(__name__, given, algorithm="sha256").hexdigest()

    @transaction.atomic
    def count(self, who: str) -> int:
        """Count a guess before it is tried; return the seconds to wait, mostly 0."""
        now = timezone.now()
        ends = now + timedelta(minutes=self.minutes)
        counted, _created = GuessCount.objects.select_for_update().get_or_create(
            key=self.key_of(who), defaults={"ends": ends}
        )
        if counted.ends <= now:
            counted.number, counted.ends = 0, ends
        counted.number += 1
        counted.save()
        left = math.ceil((counted.ends - now).total_seconds())
        return left if counted.number > self.most else 0

    def forgive(self, who: str) -> None:
        """Take back a guess that was none."""
        GuessCount.objects.filter(key=self.key_of(who), number__gt=0).update(
            number=F("number") - 1
        )

    def forget(self, who: str) -> None:
        """Begin anew."""
        GuessCount.objects.filter(key=self.key_of(who)).delete()

    def closed(self, whom: Iterable[str]) -> dict[str, datetime]:
        """Return those for whom it is closed now, and until when."""
        keys = {self.key_of(who): who for who in whom}
        reached = GuessCount.objects.filter(
            key__in=keys, number__gte=self.most, ends__gt=timezone.now()
        )
        return {keys[one.key]: one.ends for one in reached}


def source_of(request: HttpRequest) -> str:
    """Who guesses: a network, or all together for whom a silent proxy speaks."""
    return network_of(request) or EVERYBODY


def forget_old_guesses() -> int:
    """Delete what counts no more; return how many."""
    number, _by_model = GuessCount.objects.filter(ends__lt=timezone.now()).delete()
    return number
