"""What a reviewer vouches for, read off the page that visitors get.

Knows nothing of how the site computes its seal.
"""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from wagtail.models import Page

from tests.reading import see

# Within an article, but not the page's own words: the seal, the site's buttons, what
# else there is to read.
NOT_REVIEWED = [
    ".seal",
    ".share",
    ".subscribe-box",
    ".reach",
    ".band",
    ".folded-contents",
    ".leaf__margin",
]
WITHIN_A_WORD = {"a", "b", "em", "i", "small", "span", "strong", "sub", "sup"}


@dataclass(frozen=True)
class Seen:
    """What a visitor read: what the seal said, and the words it spoke of."""

    seal: str
    words: str

    @property
    def says_reviewed(self) -> bool:
        return self.seal in {"current", "overdue"}


def read_page(page: Page) -> Seen | None:
    """What a visitor is given for a page; None for no page."""
    response = see(Page.objects.get(pk=page.pk).get_url()).response
    if response.status_code != 200:
        return None
    article = BeautifulSoup(response.content, "html.parser").find("article")
    seal = next(
        name.removeprefix("seal--")
        for name in article.select_one(".seal")["class"]
        if name != "seal"
    )
    return Seen(seal, words_of(article))


def words_of(article: Tag) -> str:
    """The words of an article and of its pictures' descriptions, spaced as they look."""
    for selector in NOT_REVIEWED:
        for part in article.select(selector):
            part.decompose()
    for picture in article.find_all("img"):
        picture.replace_with(f" [{picture['alt']}] ")
    for tag in article.find_all(True):
        if tag.name not in WITHIN_A_WORD:
            tag.insert_before(" ")
            tag.append(" ")
    return " ".join(article.get_text("").split())
