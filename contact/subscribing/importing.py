"""Takes subscribers from a CSV file, none of them without a record of consent."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from wagtail.models import Site

from contact.mail.queue import is_address
from contact.models.sealed import folded
from contact.models.subscribers import Subscriber, SubscriberState, Topic
from contact.spreadsheets import as_typed
from contact.subscribing.columns import BETWEEN_TOPICS, REQUIRED

MOST_ROWS = 5000
AT_ONCE = 250
DELIMITERS = ",;\t"


class ImportRefusedError(Exception):
    """The whole file cannot be read; its words say why."""


class RowRefusedError(Exception):
    """One row cannot be taken; its words say why."""


@dataclass
class Report:
    """What became of a file; a refusal names the line and never the address."""

    added: int = 0
    known: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def import_subscribers(file: bytes, site: Site) -> Report:
    """Put everybody on the list whose row is complete.

    Raises ImportRefusedError for a file that is none of ours. Brought again, a file
    changes nothing.
    """
    report = Report()
    rows = list(rows_of(file))
    for first in range(0, len(rows), AT_ONCE):
        # Visitors who subscribe meanwhile wait for one such part at the most.
        with transaction.atomic():
            _take(rows[first : first + AT_ONCE], site, report)
    return report


def rows_of(file: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Number of the line and cells by column. Raises ImportRefusedError."""
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportRefusedError(_("The file is no CSV file in UTF-8.")) from error
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    missing = [name for name in REQUIRED if name not in (reader.fieldnames or [])]
    if missing:
        words = _("The first line must name these columns, too: %(names)s.")
        raise ImportRefusedError(words % {"names": ", ".join(missing)})
    try:
        for number, row in enumerate(reader):
            if number == MOST_ROWS:
                words = _("The file has more than %(most)d rows. Please split it.")
                raise ImportRefusedError(words % {"most": MOST_ROWS})
            cells = {n: as_typed((v or "").strip()) for n, v in row.items() if n}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error as error:
        raise ImportRefusedError(_("The file is no CSV file in UTF-8.")) from error


def _take(rows: list[tuple[int, dict[str, str]]], site: Site, report: Report) -> None:
    own = Subscriber.objects.filter(site=site)
    known = own.by_address([row.get("email", "") for _line, row in rows])
    new: list[Subscriber] = []
    for line, row in rows:
        try:
            subscriber = _read(row, site)
            before = known.get(folded(row["email"]))
            if before is None or _took_the_place_of(before, subscriber):
                new.append(subscriber)
                known[folded(row["email"])] = subscriber
            else:
                report.known += 1
        except RowRefusedError as error:
            report.refused.append((line, str(error)))
    report.added += len(new)
    back = [one for one in new if one.pk]
    Subscriber.objects.bulk_create(
        [one for one in new if not one.pk], ignore_conflicts=True
    )
    for subscriber in back:
        subscriber.save()


def _took_the_place_of(before: Subscriber, subscriber: Subscriber) -> bool:
    """Give the row the place of who left before; False for who is on the list.

    Raises RowRefusedError where the consent is older than the leaving.
    """
    if before.state != SubscriberState.LEFT:
        return False
    if before.left and subscriber.agreed <= before.left:
        raise RowRefusedError(_("Unsubscribed after this consent was given."))
    subscriber.pk, subscriber.key = before.pk, before.key
    return True


def _read(row: dict[str, str], site: Site) -> Subscriber:
    """What a row says, not stored yet. Raises RowRefusedError."""
    state, agreed = _checked(row)
    now = timezone.now()
    subscriber = Subscriber(
        site=site,
        state=state,
        confirmed=now,
        left=now if state == SubscriberState.LEFT else None,
        bounced=now if state == SubscriberState.BOUNCING else None,
    )
    subscriber.set_words(
        {
            "email": row["email"],
            "topics": _topics(row),
            "consent": row["consent_text"],
            "consent_time": agreed.isoformat(timespec="microseconds"),
            "source": row["consent_source"],
        }
    )
    return subscriber


def _checked(row: dict[str, str]) -> tuple[str, datetime]:
    """State and time of consent of a complete row. Raises RowRefusedError."""
    if empty := [name for name in REQUIRED if not row.get(name)]:
        words = _("Nothing stands in: %(names)s.")
        raise RowRefusedError(words % {"names": ", ".join(empty)})
    if not is_address(row["email"]):
        raise RowRefusedError(_("The email is no address."))
    agreed = _moment(row["consent_time"])
    if agreed is None:
        raise RowRefusedError(
            _(
                "The time of consent is no past day such as 2026-03-31 or 2026-03-31 14:05."
            )
        )
    state = row.get("state") or SubscriberState.ACTIVE.value
    if state not in SubscriberState.values:
        words = _("The state is none of: %(names)s.")
        raise RowRefusedError(words % {"names": ", ".join(SubscriberState.values)})
    return state, agreed


def _moment(text: str) -> datetime | None:
    """The time that is written so, None for none and for one to come."""
    try:
        found = parse_datetime(text)
        if found is None and (day := parse_date(text)):
            found = datetime(day.year, day.month, day.day)
    except ValueError:
        return None
    if found is None:
        return None
    moment = timezone.make_aware(found) if timezone.is_naive(found) else found
    return moment if moment <= timezone.now() else None


def _topics(row: dict[str, str]) -> list[str]:
    """The topics of a row. Raises RowRefusedError for one that we do not have."""
    named = [one.strip() for one in row.get("topics", "").split(BETWEEN_TOPICS)]
    topics = [one for one in named if one]
    if unknown := set(topics) - set(Topic.values):
        words = _("These topics are unknown: %(names)s.")
        raise RowRefusedError(words % {"names": ", ".join(sorted(unknown))})
    return topics
