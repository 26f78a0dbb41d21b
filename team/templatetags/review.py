"""What the editor's review panel asks."""

from django import template

from team.oversight import runs_out
from team.reviewing import why_not

register = template.Library()


@register.filter
def as_published(page):
    """The page as visitors read it now, where the editor holds a draft of it."""
    return type(page).objects.get(pk=page.pk)


@register.filter
def review_hindrance(page, user) -> str:
    """Why this user may not confirm this page; "" if they may."""
    return why_not(page, user)


@register.filter
def licenses_to_watch(clinician) -> list:
    """The licenses in the editor's form that have run out or soon will."""
    return [row for row in clinician.licenses.all() if runs_out(row)]
