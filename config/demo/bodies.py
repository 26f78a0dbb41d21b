"""Turns the blocks of a text file into a page's body, as Wagtail stores it."""

import json
import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import markdown
from bs4 import BeautifulSoup
from wagtail.models import Page

from config.demo.files import TextBlock
from home.models import PracticeImage
from treatments.models import Reference

# Stands behind the name of an option that guidelines advise first.
STANDARD = "| standard care"
# A citation in a text file: the key of a reference, or several with semicolons.
CITATION = re.compile(r" ?\[(@[\w-]+(?:; ?@[\w-]+)*)\]")


def _identified(type_name: str, value: object) -> dict:
    return {"type": type_name, "value": value, "id": str(uuid.uuid4())}


def _items(values: Iterable) -> list[dict]:
    return [_identified("item", value) for value in values]


@dataclass
class BodyWriter:
    """Knows the pages, pictures and references that a text may name."""

    page_at: Callable[[str], Page | None]
    picture: Callable[[str], PracticeImage]
    reference: Callable[[str], Reference]

    def rich_text(self, text: str) -> str:
        """Markdown as Wagtail stores rich text; links to pages follow the page."""
        html = CITATION.sub(self._citations, markdown.markdown(text))
        soup = BeautifulSoup(html, "html.parser")
        for link in soup.find_all("a"):
            address = str(link["href"])
            if address.startswith("/") and (page := self.page_at(address.strip("/"))):
                link.attrs = {"linktype": "page", "id": str(page.pk)}
        for tag in soup.find_all("strong"):
            tag.name = "b"
        for tag in soup.find_all("em"):
            tag.name = "i"
        return str(soup)

    def _citations(self, match: re.Match) -> str:
        """Raises KeyError for a reference that no file describes."""
        keys = (key.strip(" @") for key in match[1].split(";"))
        return "".join(
            f'<embed embedtype="reference" id="{self.reference(key).pk}"/>'
            for key in keys
        )

    def stream(self, blocks: list[TextBlock]) -> str:
        """The whole body as JSON. Raises AttributeError for an unknown block type."""
        return json.dumps(
            [
                _identified(block.type, getattr(self, f"_{block.type}")(block))
                for block in blocks
            ]
        )

    def _text(self, block):
        return {"heading": block.heading, "text": self.rich_text(block.text)}

    def _section(self, block):
        return {
            "kind": block.argument,
            "heading": block.heading,
            "text": self.rich_text(block.text),
        }

    def _key_points(self, block):
        return {"heading": block.heading, "points": _items(block.lines())}

    def _care_advice(self, block):
        return {
            "level": block.argument,
            "heading": block.heading,
            "signs": _items(block.lines()),
            "action": self.rich_text(block.part("action")),
        }

    def _what_to_expect(self, block):
        texts = {
            name: self.rich_text(block.part(name))
            for name in ("before", "during", "after")
        }
        lines = {name: block.part(name) for name in ("duration", "recovery")}
        return texts | lines

    def _benefits_and_risks(self, block):
        names = ("benefits", "risks", "unknown")
        return {name: self.rich_text(block.part(name)) for name in names}

    def _alternatives(self, block):
        return _items(
            {
                "name": name.removesuffix(STANDARD).strip(),
                "description": self.rich_text(text),
                "is_standard_care": name.endswith(STANDARD),
            }
            for name, text in block.parts
        )

    def _questions_to_ask(self, block):
        return _items(block.lines())

    def _faq(self, block):
        return _items(
            {"question": question, "answer": self.rich_text(answer)}
            for question, answer in block.parts
        )

    def _image(self, block):
        image = {
            "image": self.picture(block.argument).pk,
            "alt_text": block.heading,
            "decorative": False,
        }
        return {"image": image, "caption": block.text}

    def _quote(self, block):
        return {"text": block.text, "attribution": block.heading}

    def _table(self, block):
        rows = [
            [cell.strip() for cell in line.strip().strip("|").split("|")]
            for line in block.text.splitlines()
            if line.strip().startswith("|")
        ]
        head, _rule, *body = rows
        return {
            "table": {
                "columns": [{"type": "text", "heading": cell} for cell in head],
                "rows": [{"values": row} for row in body],
                "caption": block.heading,
            }
        }

    def _call_to_action(self, block):
        page = self.page_at(block.argument.strip("/"))
        return {
            "heading": block.part("heading"),
            "text": block.part("text"),
            "label": block.heading,
            "page": page.pk if page else None,
            "url": "" if page else block.argument,
        }
