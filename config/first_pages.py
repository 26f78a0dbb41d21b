"""The first pages of a practice, and the address they are served at."""

from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from contact.models import ContactPage, UpdateIndexPage
from home.models import HomePage, LocationIndexPage, StandardPage
from team.models import TeamIndexPage
from treatments.models import (
    ConditionIndexPage,
    EvidenceLevelsPage,
    EvidenceMatrixPage,
    TreatmentIndexPage,
)

PORTS = {"https": 443, "http": 80}
HOME_SUMMARY = _("Who we are, what we treat, and how sure the science behind it is.")
# Type, slug, title, summary, in the menu; the order is the menu's.
FIRST_PAGES = [
    (
        TreatmentIndexPage,
        "treatments",
        _("Treatments"),
        _("Every treatment we offer, with how well it was studied for each condition."),
        True,
    ),
    (
        ConditionIndexPage,
        "conditions",
        _("Conditions"),
        _("The conditions we see people for, told in plain words, from A to Z."),
        True,
    ),
    (
        TeamIndexPage,
        "team",
        _("Our team"),
        _("The clinicians of the practice: what they trained in and how to see them."),
        True,
    ),
    (
        LocationIndexPage,
        "locations",
        _("Our locations"),
        _("Where to find us, when we are open, and how to get in and around."),
        True,
    ),
    (
        UpdateIndexPage,
        "updates",
        _("Updates"),
        _("News of the practice and articles by our clinicians, newest first."),
        True,
    ),
    (
        StandardPage,
        "about",
        _("About us"),
        _("How the practice began, how we work, and how we write these pages."),
        True,
    ),
    (
        ContactPage,
        "contact",
        _("Contact us"),
        _("Phone, address and opening hours: how to reach the practice."),
        True,
    ),
    (
        EvidenceMatrixPage,
        "evidence",
        _("Evidence at a glance"),
        _("Every treatment against every condition, with how sure each pair is."),
        False,
    ),
    (
        EvidenceLevelsPage,
        "evidence-levels",
        _("What our evidence badges mean"),
        _("How we grade the evidence behind a treatment, and what each badge says."),
        False,
    ),
]


def default_site() -> Site:
    """The one site of the practice, as Wagtail's first migration made it."""
    return Site.objects.select_related("root_page").get(is_default_site=True)


def add_home(site: Site, home: HomePage) -> None:
    """Put a home page at the top of the tree in place of Wagtail's welcome page."""
    Page.get_first_root_node().add_child(instance=home)
    welcome, site.root_page = site.root_page, home
    site.save()
    if welcome.specific_class is Page and not welcome.is_root():
        welcome.delete()


def serve_at(site: Site, address: str) -> None:
    """Make `address`, such as "https://example.org", the site's own."""
    parts = urlsplit(address)
    port = parts.port or PORTS[parts.scheme]
    if (site.hostname, site.port) != (parts.hostname, port):
        site.hostname, site.port = parts.hostname, port
        site.save()


@transaction.atomic
def make_first_pages(site: Site, name: str) -> HomePage:
    """Publish a home page and every list a practice needs, all empty."""
    site.site_name = name
    # Wagtail's welcome page still holds the slug "home".
    home = HomePage(title=name, slug="practice", summary=str(HOME_SUMMARY))
    add_home(site, home)
    for model, slug, title, summary, in_menu in FIRST_PAGES:
        page = model(
            title=str(title), slug=slug, summary=str(summary), show_in_menus=in_menu
        )
        home.add_child(instance=page)
        page.save_revision().publish()
    home.save_revision().publish()
    return home
