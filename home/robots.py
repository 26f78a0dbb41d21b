"""The file that tells crawlers where they may go.

Source: RFC 9309, Robots Exclusion Protocol.
"""

from urllib.robotparser import RobotFileParser

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

DEFAULT_RULES = "User-agent: *\nDisallow: /admin/"
KNOWN = {"user-agent", "allow", "disallow", "crawl-delay"}
# What a search engine has to read to show the site as it is. It has to see that the
# results of our search are not to be shown, and can see it only where it may go.
NEEDED = ["/", "/search/", "/sitemap.xml", "/feed.xml", "/static/", "/media/"]


def validate_robots(text: str) -> None:
    """Refuse rules that crawlers would not understand, and those that hide the site."""
    in_group = False
    for number, line in enumerate(text.splitlines(), 1):
        rule = line.partition("#")[0].strip()
        if not rule:
            continue
        name, colon, _value = rule.partition(":")
        if not colon or name.strip().lower() not in KNOWN:
            raise ValidationError(_unknown(number, name.strip().lower()))
        in_group = in_group or name.strip().lower() == "user-agent"
        if not in_group:
            raise ValidationError(_("The first rule has to be a line “User-agent: *”."))
    _refuse_hiding(text)


def _unknown(number: int, name: str) -> str:
    if name == "sitemap":
        return _("Line %(number)d: the sitemap is named by itself.") % {
            "number": number
        }
    words = _(
        "Line %(number)d is no rule. Each begins with “User-agent:”, “Allow:”, "
        "“Disallow:” or “Crawl-delay:”; a remark begins with #."
    )
    return words % {"number": number}


def _refuse_hiding(text: str) -> None:
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    for address in NEEDED:
        if not rules.can_fetch("*", address):
            words = _(
                "These rules close %(address)s to every search engine. Close a folder "
                "that is not needed to read the site, or name the one crawler you mean."
            )
            raise ValidationError(words % {"address": address})


def robots_text(rules: str, sitemap_url: str) -> str:
    """The whole file: the practice's rules or ours, and the sitemap."""
    lines = (rules.strip() or DEFAULT_RULES).splitlines()
    return "\n".join([*lines, "", f"Sitemap: {sitemap_url}", ""])
