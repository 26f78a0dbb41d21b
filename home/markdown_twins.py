"""Each page once more as Markdown, for machines that read text."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.markdown import main_part, to_markdown
from home.models import BasePage
from home.site import PracticeSite
from home.templatetags.practice import to_the_second


@require_safe
def markdown_twin(request: HttpRequest, path: str) -> HttpResponse:
    """The words of the page at this path. Raises Http404 where visitors see none."""
    site = PracticeSite.for_request(request)
    # What a list's query narrows or turns to has no twin of its own.
    request.GET = QueryDict()
    page = _page_at(site, [part for part in path.split("/") if part])
    text = f"{_facts(page)}\n\n{to_markdown(main_of(page, request))}"
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    # Search engines show the page, not its twin.
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{page.seo_canonical_url}>; rel="canonical"'
    return response


def main_of(page: BasePage, request: HttpRequest):
    """The main part of a page as a visitor is shown it, with whole addresses."""
    response = page.serve(request)
    return main_part(response.render().text, page.seo_canonical_url)


def _page_at(site: PracticeSite, slugs: list[str]) -> BasePage:
    page: Page | None = site.find(slugs) if slugs else site.site.root_page
    if page is None or not site.shows(page):
        raise Http404("No visitor sees a page here.")
    return page.specific.route(site.request, [])[0]


def _facts(page: BasePage) -> str:
    """What the main part leaves to the head: where this is from, and how fresh."""
    facts = [_("Source: %(address)s") % {"address": page.seo_canonical_url}]
    if page.last_published_at:
        moment = to_the_second(page.last_published_at)
        facts.append(_("Last changed: %(moment)s") % {"moment": moment})
    if page.public_notice:
        facts.append(_("Notice: %(notice)s") % {"notice": page.public_notice})
    return "\n".join(f"> {fact}  " for fact in facts)
