"""The words of claims, marked in an editor's preview for Wagtail's content checker."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.text import slugify

from home.models import BasePage
from treatments.marking import Mark, PrintedText, letters_of
from treatments.page_claims import Claim, ClaimsCheck

STYLESHEET = "css/claims.css"


@dataclass(frozen=True)
class MarkedClaim:
    """A claim with the tags that stand around its words."""

    claim: Claim
    number: int

    @property
    def severity_class(self) -> str:
        return f"claim claim--{self.claim.finding.severity}"

    @property
    def name(self) -> str:
        """Says in Wagtail's list of findings what the words are."""
        return f"claim-{self.number}-{slugify(self.claim.quote)[:60]}"

    @property
    def first_tag(self) -> str:
        """What the content checker looks for: one for each claim."""
        return format_html(
            '<mark class="{}" id="{}" data-claim="{}" tabindex="-1">',
            self.severity_class,
            self.name,
            self.claim.finding.rule,
        )

    @property
    def further_tag(self) -> str:
        return format_html('<mark class="{}">', self.severity_class)


def mark_preview(page: BasePage, response) -> None:
    """Mark the claims in a preview when it is printed; the page may be unsaved."""
    if isinstance(response, TemplateResponse):
        response.add_post_render_callback(lambda done: _mark(page, done))


def _mark(page: BasePage, response: TemplateResponse) -> None:
    claims = ClaimsCheck().claims_of(page)
    if claims:
        response.content = marked(response.content.decode(), claims)


def marked(printed: str, claims: list[Claim]) -> str:
    """A printed page with its claims marked; those it does not print in a list."""
    text = PrintedText(printed)
    marks, elsewhere = [], []
    after: dict[str, int] = {}
    for number, claim in enumerate(claims, 1):
        one = MarkedClaim(claim, number)
        place = _find(text, claim, after)
        if place is None:
            elsewhere.append(one)
        else:
            marks.append(Mark(place, one.first_tag, one.further_tag))
    return _with_list(text.with_marks(marks), elsewhere)


def _find(text: PrintedText, claim: Claim, after: dict[str, int]) -> range | None:
    """The letters of a claim: in its own line, not wherever the words occur.

    `after` keeps where the last claim of the same rule and place was found.
    """
    line = letters_of(claim.line)
    key = f"{claim.finding.rule} {claim.start} {line}"
    length = len(letters_of(claim.line[claim.start : claim.end]))
    found = text.text.find(line, after.get(key, 0)) if length else -1
    if found < 0:
        return None
    after[key] = found + len(line)
    first = found + len(letters_of(claim.line[: claim.start]))
    return range(first, first + length)


def _with_list(printed: str, elsewhere: list[MarkedClaim]) -> str:
    link = format_html('<link rel="stylesheet" href="{}">', static(STYLESHEET))
    printed = printed.replace("</head>", f"{link}</head>", 1)
    if not elsewhere:
        return printed
    words = render_to_string(
        "treatments/editor/claims_elsewhere.html", {"marked": elsewhere}
    )
    start = printed.find(">", printed.find("<main")) + 1
    return printed[:start] + words + printed[start:]
