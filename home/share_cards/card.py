"""What a share card says; two cards that say the same are one picture."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.share_cards.lettering import drawable

# Counted up when cards are drawn in another way, so that all are drawn anew.
DESIGN = 1
LONGEST_ALT = 420
MOST_RUNGS = 3


@dataclass(frozen=True)
class Rung:
    """How sure one use is: its place on the ladder of nine, in words, and a warning.

    `warning` is such as "Unproven", "" for none.
    """

    rung: int
    words: str
    warning: str = ""

    def __str__(self):
        return ": ".join(filter(None, [self.warning, self.words]))


@dataclass(frozen=True)
class Card:
    """Everything that is drawn on a card.

    `portrait` and `logo` are files of the image store with the hash of their content
    and, of a portrait, where its middle is, from 0 to 1.
    """

    practice: str
    title: str = ""
    kind: str = ""
    person: str = ""
    summary: str = ""
    notice: str = ""
    palette: str = "evergreen"
    rungs: tuple[Rung, ...] = ()
    portrait: tuple[str, str, float, float] | None = None
    logo: tuple[str, str] | None = None

    @property
    def hash(self) -> str:
        """24 hexadecimal digits that change when anything on the card does."""
        said = json.dumps([DESIGN, asdict(self)], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:24]

    @property
    def shown_rungs(self) -> tuple[Rung, ...]:
        """The uses that have room, surest first; unproven ones come before others."""
        warned = [one for one in self.rungs if one.warning]
        others = [one for one in self.rungs if not one.warning]
        chosen = [*warned, *others][:MOST_RUNGS]
        return tuple(one for one in self.rungs if one in chosen)

    @property
    def words_for_more(self) -> str:
        """How many uses have no room; "" for none."""
        count = len(self.rungs) - len(self.shown_rungs)
        words = ngettext("and %(count)d more use", "and %(count)d more uses", count)
        return words % {"count": count} if count else ""

    @property
    def alt(self) -> str:
        """What the picture shows, in words; of what cannot be drawn it says nothing."""
        rungs = [str(one) for one in self.shown_rungs]
        words = [self.title, self.notice, *rungs, self.words_for_more, self.person]
        portrait = _("With a portrait") if self.portrait else ""
        drawn = [part for part in map(drawable, [*words, self.practice]) if part]
        # The home page's title is the name of the practice.
        parts = [*dict.fromkeys(drawn), portrait] if drawn else [self.practice]
        said = ". ".join(part.rstrip(".") for part in parts if part) + "."
        return said if len(said) <= LONGEST_ALT else f"{said[: LONGEST_ALT - 1]}…"
