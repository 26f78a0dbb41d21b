"""An update in the words of schema.org; pure functions from values to nodes."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.text import Truncator

from home.schema_org import Node, node

# Google cuts what is longer.
LONGEST_HEADLINE = 110


def article(url: str, root: str, stock: Node, author: Node, **facts: object) -> Node:
    """An article. `stock` is what wagtail-seo makes of the page.

    Without an author of its own the practice speaks.
    """
    practice = {"@id": f"{root}#organization"}
    known = {name: value for name, value in stock.items() if name[0] != "@"}
    known |= facts | {
        "url": url,
        "mainEntityOfPage": {"@id": f"{url}#webpage"},
        "headline": Truncator(stock["headline"]).chars(LONGEST_HEADLINE),
        "author": author or practice,
        "publisher": practice,
    }
    return node("Article", f"{url}#article", **known)


def published_at(day: date, first: datetime | None) -> datetime:
    """The moment of a day that visitors read; the true one where it is that day."""
    if first and timezone.localtime(first).date() == day:
        return first.replace(microsecond=0)
    return timezone.make_aware(datetime.combine(day, time(0)))
