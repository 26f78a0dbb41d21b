"""One kept page: its headers, its body in every encoding, and what it stands on."""

import gzip
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from email.utils import formatdate
from hashlib import blake2b
from typing import Self

import brotli

from home.changes import Moment, Reading

Headers = list[tuple[str, str]]

# Higher levels cost a visitor more than they save: 5 is near the best for a page.
BROTLI_QUALITY = 5
GZIP_LEVEL = 6
SMALLEST_TO_PACK = 256


@dataclass
class Facts:
    """What is known of a kept page besides its bodies."""

    address: str
    headers: Headers
    digest: str
    length: int
    changed: int  # seconds since 1970, for Last-Modified
    made: float
    until: float
    since: tuple[str, int]
    tags: list[str]
    # Shown while the database is away and at no other time.
    is_for_outages: bool = False
    sizes: dict[str, int] = field(default_factory=dict)


class Entry:
    """A kept page that answers requests."""

    def __init__(self, facts: Facts, bodies: dict[str, bytes]) -> None:
        self.facts = facts
        self.bodies = bodies
        self.since = Moment(*facts.since)
        # The moment up to which this process knows that nothing has changed.
        self.checked: Moment = self.since
        self.etags = {name: etag_of(facts.digest, name) for name in (*bodies, "")}
        self.last_modified = formatdate(facts.changed, usegmt=True)
        # Filled by answers, which print the same for everybody.
        self.prepared: dict[str, Headers] = {}

    @classmethod
    def make(
        cls,
        address: str,
        headers: Headers,
        body: bytes,
        reading: Reading,
        *,
        now: datetime,
        lifetime: float,
        before: Self | None,
    ) -> Self:
        """Keep what was just made; with the date of the copy before, if it is the same."""
        digest = blake2b(body, digest_size=12).hexdigest()
        seconds = int(now.timestamp())
        if before and before.facts.digest == digest:
            seconds = before.facts.changed
        elif before:
            # Two versions within one second must differ in their date too.
            seconds = max(seconds, before.facts.changed + 1)
        facts = Facts(
            address=address,
            headers=headers,
            digest=digest,
            length=len(body),
            changed=seconds,
            made=now.timestamp(),
            until=min(now.timestamp() + lifetime, reading.until.timestamp()),
            since=(reading.since.journal, reading.since.position),
            tags=sorted(reading.tags),
        )
        return cls(facts, pack(body))

    @property
    def size(self) -> int:
        packed = sum(len(body) for body in self.bodies.values())
        return packed + self.facts.length + 2000

    def body(self, encoding: str) -> bytes:
        """The body in an encoding that is kept, or plain for "" ."""
        if encoding not in self.bodies:
            # Few clients take no encoding; those that do, ask again.
            self.bodies[encoding] = gzip.decompress(self.bodies["gzip"])
        return self.bodies[encoding]

    def dump(self) -> bytes:
        """As one piece of bytes: a line of JSON, then the bodies."""
        kept = {
            n: body for n, body in self.bodies.items() if n or len(self.bodies) == 1
        }
        self.facts.sizes = {name: len(body) for name, body in kept.items()}
        head = json.dumps(asdict(self.facts)).encode()
        return b"\n".join([head, b"".join(kept.values())])

    @classmethod
    def load(cls, data: bytes) -> Self:
        """Read what `dump` wrote; raise ValueError for anything else."""
        head, _, rest = data.partition(b"\n")
        try:
            facts = Facts(**json.loads(head))
        except TypeError as error:
            raise ValueError("not a kept page") from error
        bodies, start = {}, 0
        for name, size in facts.sizes.items():
            bodies[name] = rest[start : start + size]
            start += size
        if start != len(rest):
            raise ValueError("a kept page that was cut off")
        facts.headers = [(name, value) for name, value in facts.headers]
        return cls(facts, bodies)


def pack(body: bytes) -> dict[str, bytes]:
    """The body in each encoding; a small one stays as it is."""
    if len(body) < SMALLEST_TO_PACK:
        return {"": body}
    return {
        "gzip": gzip.compress(body, GZIP_LEVEL, mtime=0),
        "br": brotli.compress(body, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT),
    }


def etag_of(digest: str, encoding: str) -> str:
    """A strong validator: other bytes, another tag."""
    return f'"{digest}-{encoding}"' if encoding else f'"{digest}"'
