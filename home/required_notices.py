"""The notices a practice's site has to carry: rule, source, starter text.

A checklist, not legal advice; the texts are for the practice to complete.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from home.models import HomePage, NoticeKind, StandardPage
from home.site import PracticeSite


@dataclass(frozen=True)
class RequiredNotice:
    """One notice: what the rule asks for, where it stands, words to begin with."""

    kind: NoticeKind
    slug: str
    rule: str
    source: str
    summary: str
    starter: str


REQUIRED_NOTICES = [
    RequiredNotice(
        NoticeKind("privacy_practices"),
        "notice-of-privacy-practices",
        _("A practice with a website posts its notice prominently on it."),
        "45 CFR 164.520(c)(3)",
        _("How health information about you may be used and shared, and your rights."),
        _(
            "<p>This notice describes how health information about you may be used and "
            "disclosed, and how you can get access to it. Please read it carefully.</p>"
            "<p>[Uses and disclosures. Your rights. Our duties. How to complain. Whom to "
            "ask, with a phone number. The day it takes effect.]</p>"
        ),
    ),
    RequiredNotice(
        NoticeKind("nondiscrimination"),
        "nondiscrimination",
        _("A practice that takes federal funds says that it does not discriminate."),
        "45 CFR 92.10 (Section 1557)",
        _("We treat everybody alike, and this is how to complain if we did not."),
        _(
            "<p>We follow federal civil rights law. We do not exclude anybody or treat "
            "them differently because of race, color, national origin, sex, age or "
            "disability.</p><p>[Help with language and disability at no cost. Who "
            "coordinates it, with phone and address. How to complain.]</p>"
        ),
    ),
    RequiredNotice(
        NoticeKind("language_help"),
        "language-help",
        _("It tells people, in their languages, that help with language is free."),
        "45 CFR 92.11 (Section 1557)",
        _(
            "Interpreters and translated documents at no cost to you: how to ask for them."
        ),
        _(
            "<p>If you speak a language other than English, help is available to you at "
            "no cost. Call us and ask for it.</p><p>[The same in the fifteen languages "
            "most spoken in your state.]</p>"
        ),
    ),
    RequiredNotice(
        NoticeKind("good_faith_estimate"),
        "good-faith-estimate",
        _(
            "It tells people without insurance that they can get an estimate of the cost."
        ),
        "45 CFR 149.610",
        _("You have the right to an estimate of what your care will cost."),
        _(
            "<p>If you have no insurance or do not use it, we give you a good faith "
            "estimate of what your care will cost.</p><p>[When you get it. What to do "
            "where a bill is $400 or more above it. Whom to ask.]</p>"
        ),
    ),
    RequiredNotice(
        NoticeKind("accessibility"),
        "accessibility",
        _(
            "The site meets WCAG 2.1 AA from 2027 or 2028; a statement says how to report."
        ),
        "45 CFR 84, subpart I; 91 FR 25496",
        _("How this site is made for everybody, and how to tell us where it is not."),
        _(
            "<p>We want everybody to be able to use this site. It is built to meet the "
            "Web Content Accessibility Guidelines (WCAG) 2.2, level AA.</p><p>[What is "
            "not yet accessible. How to report a barrier, and how soon you answer.]</p>"
        ),
    ),
]


@dataclass
class ChecklistItem:
    """A required notice with the page that visitors read, or else the draft of it."""

    notice: RequiredNotice
    page: Page | None = None
    draft: Page | None = None


def checklist(site: PracticeSite) -> list[ChecklistItem]:
    """Every required notice, with what this site has of it: one query."""
    kinds = [notice.kind for notice in REQUIRED_NOTICES]
    pages = StandardPage.objects.descendant_of(site.site.root_page)
    items = {notice.kind.value: ChecklistItem(notice) for notice in REQUIRED_NOTICES}
    for page in pages.filter(notice_kind__in=kinds).defer_streamfields():
        item = items[page.notice_kind]
        if site.shows(page):
            item.page = item.page or page
        else:
            item.draft = item.draft or page
    return list(items.values())


def start_notice(kind: str, home: HomePage, user) -> StandardPage:
    """Make a draft of a notice from its starter text, or find the one begun before.

    Raises KeyError for a kind that is not required.
    """
    notice = {notice.kind.value: notice for notice in REQUIRED_NOTICES}[kind]
    begun = StandardPage.objects.descendant_of(home).filter(notice_kind=kind).first()
    if begun:
        return begun
    page = StandardPage(
        title=str(notice.kind.label),
        slug=find_available_slug(home, notice.slug),
        summary=str(notice.summary),
        notice_kind=notice.kind,
        body=[("text", {"heading": "", "text": str(notice.starter)})],
        live=False,
        owner=user,
    )
    home.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page
