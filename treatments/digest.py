"""The weekly mail about medical reviews."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.coreutils import get_dummy_request
from wagtail.models import Site

from contact.mail.queue import Mail, queue_mail
from home.models import PracticeSettings
from team.models import License
from team.oversight import ReviewItem, expiring_licenses
from treatments.oversight import all_review_items

KIND = "review-digest"
GROUPS = ["Medical reviewers", "Owners"]
A_WEEK = timedelta(days=7)
# After an import there may be thousands; the report has them all.
MOST_PAGES = 40


def recipients() -> list[str]:
    """The addresses of everybody who reviews or owns, each once."""
    users = get_user_model().objects.filter(groups__name__in=GROUPS, is_active=True)
    return sorted({user.email for user in users if user.email})


def digest_subject(items: list[ReviewItem]) -> str:
    """What the mail is about; there may be licenses only."""
    if not items:
        return _("A license runs out")
    return ngettext(
        "%(count)d page needs a medical review",
        "%(count)d pages need a medical review",
        len(items),
    ) % {"count": len(items)}


def digest_text(items: list[ReviewItem], licenses: list[License]) -> str:
    """The body of the mail: the pages, the licenses, where to see all of it."""
    lines = [line for item in items[:MOST_PAGES] for line in _page_lines(item)]
    if more := items[MOST_PAGES:]:
        lines.append(_("- and %(count)d more") % {"count": len(more)})
    if licenses:
        lines += ["", _("Licenses:"), *map(_license_line, licenses)]
    lines += ["", _("The whole report: %s") % _address("review_report")]
    return "\n".join([f"{digest_subject(items)}:", "", *lines, ""])


def _page_lines(item: ReviewItem) -> list[str]:
    what = "; ".join([str(item.state.label), *item.notes])
    edit = _address("wagtailadmin_pages:edit", item.page.pk)
    return [f"- {item.page.title}: {what}", f"  {edit}"]


def _license_line(one: License) -> str:
    words = (
        _("- %(name)s, %(place)s: valid until %(day)s")
        if one.is_valid
        else _("- %(name)s, %(place)s: ran out on %(day)s, no longer shown to visitors")
    )
    day = date_format(one.expires, "DATE_FORMAT")
    return words % {"name": one.clinician.title, "place": one.jurisdiction, "day": day}


def _address(name: str, *args: object) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)


def send_digest(site: Site, today: date) -> int:
    """Send the mail if a week has passed and there is something to say.

    Returns the number of people it went to. Everybody gets a mail of their own: no
    address is shown to another.
    """
    practice = PracticeSettings.for_site(site)
    sent = practice.review_digest_sent
    if sent and today - sent < A_WEEK:
        return 0
    root = site.root_page.path
    items = all_review_items(get_dummy_request(site=site))
    urgent = [i for i in items if i.needs_attention and i.page.path.startswith(root)]
    licenses = [
        one for one in expiring_licenses() if one.clinician.path.startswith(root)
    ]
    people = recipients()
    if not people or not (urgent or licenses):
        return 0
    subject, text = digest_subject(urgent), digest_text(urgent, licenses)
    # Named by the one before it: a second run of the same day is the same mail.
    after = f"site {site.pk}, after {sent}"
    with transaction.atomic():
        queue_mail(Mail(KIND, after, address, subject, text) for address in people)
        practice.review_digest_sent = today
        practice.save(update_fields=["review_digest_sent"])
    return len(people)
