"""What speaks against publishing a page, unless somebody decides otherwise.

Floors above register a hook "find_objections", which takes a page, the values of its
form and its rows, as `BasePage.publish_problems` does, and gives Objections.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks

TOLD = 5


@dataclass(frozen=True)
class Objection:
    """One objection: the rule, the words with their sentence, and what to do."""

    rule: str
    quote: str
    sentence: str
    message: str
    # Nobody can decide otherwise.
    is_final: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same objection when the page is looked at again."""
        return self.rule, self.quote, self.sentence


def find_objections(page, cleaned: dict, rows: dict[str, list]) -> list[Objection]:
    """Everything that the floors above object to."""
    found: list[Objection] = []
    for find in hooks.get_hooks("find_objections"):
        found.extend(find(page, cleaned, rows))
    return found


def objection_problems(page, cleaned: dict, rows: dict[str, list]) -> dict[str, str]:
    """The objections that nobody has overridden: field → message; empty for none."""
    found = find_objections(page, cleaned, rows)
    problems = {one.rule: one.message for one in found if one.is_final}
    still_open = [one for one in found if not (one.is_final or page.is_overridden(one))]
    if not still_open:
        return problems
    messages = [one.message for one in still_open[:TOLD]]
    if more := len(still_open) - TOLD:
        messages += [_more(more)] if more > 0 else []
    if page.override_reason:
        messages.append(_("The reason that was given does not cover this."))
    return problems | {"override_reason": " ".join(messages)}


def _more(count: int) -> str:
    return ngettext(
        "One claim more is like it.", "%(count)d claims more are like it.", count
    ) % {"count": count}


def refuse_false_words(record: models.Model, names: Iterable[str]) -> None:
    """Raise ValidationError where these fields of a record say what is not so.

    Floors above register a hook "find_false_words", which takes a text and gives
    messages.
    """
    faults = {
        name: [
            message
            for find in hooks.get_hooks("find_false_words")
            for message in find(getattr(record, name))
        ]
        for name in names
    }
    if any(faults.values()):
        raise ValidationError({name: told for name, told in faults.items() if told})
