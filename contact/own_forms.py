"""A form that is one visitor's own: kept by nobody, and never a loss of what was typed."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from home.metadata import ViewHead

private = cache_control(private=True, no_store=True)


@dataclass
class FormHead(ViewHead):
    """The head of a form: its title says first that something needs another look."""

    has_errors: bool = False

    @property
    def seo_pagetitle(self) -> str:
        title = super().seo_pagetitle
        return _("Error: %(title)s") % {"title": title} if self.has_errors else title


class CsrfCheck(CsrfViewMiddleware):
    """Django's check, which tells instead of refusing."""

    def _reject(self, request, reason):
        return reason

    @classmethod
    def passes(cls, request: HttpRequest) -> bool:
        """Whether the form was ours, sent by the browser that we gave it to."""
        check = cls(lambda request: HttpResponse())
        check.process_request(request)
        return check.process_view(request, None, (), {}) is None
