"""The words of a page as Markdown, made from what visitors are shown."""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup, SoupStrainer, Tag
from markdownify import ATX, MarkdownConverter

MARKDOWN_NAME = "page.md"
MAIN = SoupStrainer("main")
# What only works on a screen, and what is drawn.
LEFT_OUT = "nav, form, button, script, style, svg, video, [hidden], .no-print"
ADDRESSES = [("a", "href"), ("img", "src")]
BLANK_LINES = re.compile(r"\n{3,}")


class _Converter(MarkdownConverter):
    """Markdown as people write it."""

    def convert_sup(self, el, text, parent_tags):
        # A citation: the number leads to the list of references on the same page.
        link = el.find("a", role="doc-noteref")
        return (
            f"[{link.get_text(strip=True).split()[-1].strip('[]')}]" if link else text
        )


def main_part(html: str, address: str) -> Tag:
    """The main part of a page that was printed, without what only a screen needs.

    Every address in it is made whole; those within the page lead to `address`.
    """
    main = BeautifulSoup(html, "html.parser", parse_only=MAIN).main
    main = main or BeautifulSoup(html, "html.parser")
    for element in main.select(LEFT_OUT):
        element.decompose()
    for source in main.find_all("source"):
        source.decompose()
    for picture in main.find_all("img", alt=""):
        picture.decompose()
    for name, attribute in ADDRESSES:
        for element in main.find_all(name, attrs={attribute: True}):
            element[attribute] = urljoin(address, str(element[attribute]))
    for picture in main.find_all("img", srcset=True):
        # Elsewhere nobody knows how wide a picture will stand.
        del picture["srcset"], picture["sizes"]
    return main


def to_markdown(main: Tag) -> str:
    """The part of a page as Markdown."""
    text = _Converter(heading_style=ATX, bullets="-").convert_soup(main)
    lines = (line.rstrip() for line in text.strip().splitlines())
    return BLANK_LINES.sub("\n\n", "\n".join(lines)) + "\n"
