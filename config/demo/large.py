"""Pages put together from words, by a seed: what a site looks like when it is large."""

import json
import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path
from uuid import UUID

from django.utils.text import slugify
from wagtail.models import Page

from contact.models import UpdateIndexPage, UpdatePage, UpdateTopic
from home.models import LocationPage
from home.publishing import add_page
from team.models import ClinicianPage, TeamIndexPage
from treatments.models import (
    ConditionIndexPage,
    ConditionPage,
    Indication,
    TreatmentIndexPage,
    TreatmentPage,
)
from treatments.vocabulary import EvidenceLevel, RegulatoryStatus

FIRST_DAY = date(2024, 1, 1)
# Parts of a hundred: what a large hospital's site is made of.
SHARES = {"conditions": 45, "treatments": 40, "team": 10, "updates": 5}
STATUSES = [
    RegulatoryStatus.NOT_SUBJECT,
    RegulatoryStatus.CLEARED,
    RegulatoryStatus.INVESTIGATIONAL,
]


class Words:
    """Draws names and texts; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 Nothing is kept secret by it.
        file = Path(__file__).with_name("large_words.toml")
        self.table = tomllib.loads(file.read_text(encoding="utf-8"))

    def one_of(self, name: str) -> str:
        return self.draw.choice(self.table[name])

    def names(self, pattern: str, *lists: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every name that the words of these lists make, and its words, in any order."""
        made = list(product(*(self.table[name] for name in lists)))
        self.draw.shuffle(made)
        for words in made:
            yield pattern.format(*words), words

    def text(self) -> str:
        """A section of rich text, about eighty words long."""
        chosen = self.draw.sample(self.table["sentences"], 6)
        return "".join(f"<p>{' '.join(chosen[i : i + 3])}</p>" for i in (0, 3))

    def body(self, sections: str) -> str:
        """The JSON of a medical page's text with these sections."""
        return json.dumps(
            [
                {
                    "type": "section",
                    "id": str(UUID(int=self.draw.getrandbits(128), version=4)),
                    "value": {"kind": kind, "heading": "", "text": self.text()},
                }
                for kind in self.table[sections]
            ]
        )

    def summary(self, kind: str, name: str) -> str:
        return self.table[f"summary_of_{kind}"].format(name=name)


@dataclass
class LargeFilling:
    """Adds `count` pages below the lists of a site that stands already.

    Repeating it with the same seed adds what is missing: pages are known by their slug.
    """

    home: Page
    count: int
    seed: int = 1

    def fill(self) -> Iterator[str]:
        """Add the pages one by one; yield the title of each."""
        self.places = list(LocationPage.objects.live().descendant_of(self.home))
        for folder, model, make in self._kinds():
            words = Words(self.seed)
            parent = model.objects.descendant_of(self.home).get()
            known = set(parent.get_children().values_list("slug", flat=True))
            for page in islice(make(words), self.share_of(folder)):
                page.slug = slugify(page.title)
                if page.slug not in known:
                    add_page(parent, page, live=True)
                yield page.title

    def share_of(self, folder: str) -> int:
        return self.count * SHARES[folder] // 100

    @property
    def total(self) -> int:
        return sum(map(self.share_of, SHARES))

    def _kinds(self) -> list[tuple[str, type[Page], Callable]]:
        return [
            ("conditions", ConditionIndexPage, self._conditions),
            ("team", TeamIndexPage, self._clinicians),
            ("treatments", TreatmentIndexPage, self._treatments),
            ("updates", UpdateIndexPage, self._updates),
        ]

    def _conditions(self, words: Words) -> Iterator[ConditionPage]:
        lists = ("courses", "regions", "disorders")
        for name, (course, region, disorder) in words.names("{} {} {}", *lists):
            yield ConditionPage(
                title=name,
                summary=words.summary("condition", name.lower()),
                also_known_as=[f"{course} {disorder} of the {region}"],
                body=words.body("condition_sections"),
            )

    def _clinicians(self, words: Words) -> Iterator[ClinicianPage]:
        names = words.names("{} {}{}", "given_names", "family_first", "family_last")
        for name, (given, first, last) in names:
            job, kind = words.draw.choice(list(words.table["professions"].items()))
            yield ClinicianPage(
                title=name,
                given_name=given,
                family_name=first + last,
                summary=words.summary("clinician", name),
                job_title=job,
                kind=kind,
                biography=words.text(),
                locations=words.draw.sample(self.places, 1),
            )

    def _treatments(self, words: Words) -> Iterator[TreatmentPage]:
        conditions = list(_pages(ConditionPage, self.home))
        people = list(_pages(ClinicianPage, self.home))
        lists = ("ways", "methods", "regions")
        for name, _words in words.names("{} {} for the {}", *lists):
            uses = [
                Indication(
                    sort_order=number,
                    condition=condition,
                    evidence_level=words.draw.choice(EvidenceLevel.values),
                    regulatory_status=words.draw.choice(STATUSES),
                )
                for number, condition in enumerate(words.draw.sample(conditions, 3))
            ]
            yield TreatmentPage(
                title=name,
                summary=words.summary("treatment", name.lower()),
                treatment_type=words.one_of("method_types"),
                body=words.body("treatment_sections"),
                indications=uses,
                clinicians=words.draw.sample(people, min(2, len(people))),
                locations=words.draw.sample(self.places, 1),
            )

    def _updates(self, words: Words) -> Iterator[UpdatePage]:
        subjects = list(_pages(TreatmentPage, self.home))
        words.draw.shuffle(subjects)
        for number, subject in enumerate(subjects):
            name = subject.title
            text = {"heading": "", "text": words.text()}
            yield UpdatePage(
                title=f"News of {name[0].lower()}{name[1:]}",
                summary=words.summary("update", name.lower()),
                published=FIRST_DAY + timedelta(days=number % 900),
                body=json.dumps([{"type": "text", "value": text}]),
                topics=[UpdateTopic(page=subject)],
            )


def _pages(model: type[Page], home: Page) -> Iterator[Page]:
    return model.objects.live().descendant_of(home).order_by("slug").iterator()
