"""Writes a newsletter, as plain text and as HTML, for each choice of topics once."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from contact.mail.queue import Mail
from contact.models.newsletters import Newsletter
from contact.models.subscribers import Subscriber, Topic
from contact.newsletters.news import News, gather_news, site_of
from contact.subscribing.joining import NEWSLETTER
from contact.subscribing.links import leave_url, subscribe_url
from contact.subscribing.mails import AUTOMATIC, sender_of
from home.site import PracticeSite

MAIL = "contact/mail/newsletter"
# Of each topic; after an import there may be thousands.
MOST_TOLD = 20
EMPTY_LINES = re.compile(r"\n{3,}")
# Stands in the words for the address that differs between subscribers.
LEAVE = "http://leave.invalid/"


@dataclass(frozen=True)
class Words:
    """A newsletter as one subscriber reads it."""

    text: str
    html: str


@dataclass
class Writer:
    """Writes one newsletter to many; whom nothing concerns gets none."""

    newsletter: Newsletter
    site: PracticeSite
    news: list[News]
    _written: dict[frozenset[str], Words | None] = field(default_factory=dict)

    @classmethod
    def of(cls, newsletter: Newsletter) -> "Writer":
        site = site_of(newsletter.site)
        return cls(newsletter, site, gather_news(newsletter, site))

    @property
    def has_words(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.news or self.newsletter.introduction)

    def mail_to(self, subscriber: Subscriber) -> Mail | None:
        """The mail to one subscriber, which unsubscribes with one click (RFC 8058)."""
        words = self._words_for(subscriber)
        if words is None:
            return None
        address = leave_url(subscriber)
        return Mail(
            kind=NEWSLETTER,
            about=self.newsletter.mail_name,
            recipient=subscriber.email,
            sender=sender_of(self.newsletter.site),
            subject=self.newsletter.subject,
            text=words.text.replace(LEAVE, address),
            html=words.html.replace(LEAVE, address),
            headers={
                **AUTOMATIC,
                "List-Unsubscribe": f"<{address}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )

    def _words_for(self, subscriber: Subscriber) -> Words | None:
        topics = frozenset(subscriber.topics)
        if topics not in self._written:
            news = [one for one in self.news if subscriber.wants(one.topic)]
            is_for_them = news or not self.news
            self._written[topics] = self.write(news) if is_for_them else None
        return self._written[topics]

    def write(self, news: list[News]) -> Words:
        """The newsletter with these news, and LEAVE where the address to leave goes."""
        context = {
            "newsletter": self.newsletter,
            "name": self.site.name,
            "home": self.site.home_url,
            "address": ", ".join(self._address_lines),
            "sections": _sections(news),
            "notices": list(dict.fromkeys(t for one in news for t in one.notice_texts)),
            "leave_url": LEAVE,
        }
        return Words(
            text=EMPTY_LINES.sub("\n\n", render_to_string(f"{MAIL}.txt", context)),
            html=render_to_string(f"{MAIL}.html", context),
        )

    @property
    def _address_lines(self) -> list[str]:
        places = self.site.places
        return places[0].address_lines if places else self.site.address_lines


def _sections(news: Iterable[News]) -> list[tuple[str, list[News], int]]:
    """Heading and news of each topic that has any, and how many more there are."""
    by_topic: dict[str, list[News]] = defaultdict(list)
    for one in news:
        by_topic[one.topic].append(one)
    return [
        (Topic(topic).heading, rows[:MOST_TOLD], max(0, len(rows) - MOST_TOLD))
        for topic, rows in by_topic.items()
    ]


def preview(newsletter: Newsletter) -> Words:
    """The newsletter as somebody reads it who wants to hear of everything."""
    writer = Writer.of(newsletter)
    words = writer.write(writer.news)
    nowhere = subscribe_url(newsletter.site)
    return Words(words.text.replace(LEAVE, nowhere), words.html.replace(LEAVE, nowhere))


def trial_mail(newsletter: Newsletter, email: str, about: str) -> Mail:
    """A copy for somebody of the practice; its link to unsubscribe leads nowhere."""
    words = preview(newsletter)
    return Mail(
        kind="newsletter-trial",
        about=about,
        recipient=email,
        sender=sender_of(newsletter.site),
        subject=_("[Trial] %(subject)s") % {"subject": newsletter.subject},
        text=words.text,
        html=words.html,
    )
