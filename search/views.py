"""The results page, and suggestions while somebody types."""

from hashlib import blake2b
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST, require_safe

from home.rate_limit import CACHE_IS_DOWN, RateLimit
from home.site import PracticeSite
from search import engine, suggestions
from search.cards import card_for
from search.counting import is_person, tally
from search.models import IndexState
from search.results import label_of
from search.results_page import ResultsPage
from search.words import LONGEST_QUERY, key_of

LONGEST_PREFIX = 100
MOST_SUGGESTIONS = 8
SUGGESTIONS_LAST = 60  # seconds, in our cache and in the visitor's
SUGGEST_LIMIT = RateLimit("suggest", most=300, window=60)
FOLLOW_LIMIT = RateLimit("followed", most=60, window=60, most_together=600)


def _read(text: str, longest: int) -> str:
    """What somebody typed, on one line and without signs that nothing can hold."""
    return " ".join(text.replace("\0", "").split())[:longest].strip()


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what a query finds; any query string gets an answer."""
    site = PracticeSite.for_request(request)
    query = _read(request.GET.get("query", ""), LONGEST_QUERY)
    as_typed = request.GET.get("as_typed") == "1"
    # Asked for first: finding needs it too, and would ask for itself.
    site_id = site.site.pk
    answer = engine.find(query, site, as_typed=as_typed)
    page = ResultsPage(query, answer, request.GET, site, as_typed=as_typed)
    if page.is_first_look and query and is_person(request):
        tally.search(site_id, query, len(page.hits))
    response = render(request, "search/search.html", page.context())
    # What somebody searched is nobody else's business, and each search counts.
    patch_cache_control(response, private=True)
    return response


@csrf_exempt
@require_POST
def followed(request: HttpRequest) -> HttpResponse:
    """Count that a result of `query` was followed; browsers tell so by themselves.

    A link's `ping` needs no script, and leaves its address what it is. Answers 204
    whatever it is told.
    """
    query = _read(request.GET.get("query", ""), LONGEST_QUERY)
    if is_person(request) and not FOLLOW_LIMIT.seconds_to_wait(request):
        tally.click(PracticeSite.for_request(request).site.pk, query)
    return HttpResponse(status=204)


@require_GET
def suggest(request: HttpRequest) -> JsonResponse:
    """Pages whose names begin like `q`: {"query", "results": [{"title", "url", …}]}.

    `type` is the kind of page as in the filter of the results, `label` its words;
    `matched_name` is the name that was met, "" where it is the title. "emergency" is
    null, or for somebody in danger the practice's card: {"kind", "title", "text",
    "url", "call"}. Status 429 with Retry-After for who asks without end, 503 while the
    cache is down and the addresses of pages cannot be told.
    """
    prefix = _read(request.GET.get("q", ""), LONGEST_PREFIX)
    if wait := SUGGEST_LIMIT.seconds_to_wait(request):
        return _answer(prefix, {}, status=429, headers={"Retry-After": str(wait)})
    try:
        return _answer(prefix, _suggestions(prefix, PracticeSite.for_request(request)))
    except CACHE_IS_DOWN:
        return _answer(prefix, {}, status=503)


def _answer(
    prefix: str, told: dict, status: int = 200, headers: dict | None = None
) -> JsonResponse:
    lasting = f"public, max-age={SUGGESTIONS_LAST}" if status == 200 else "no-store"
    headers = {"Cache-Control": lasting, "X-Robots-Tag": "noindex", **(headers or {})}
    told = {"query": prefix, "results": [], "emergency": None, **told}
    return JsonResponse(told, status=status, headers=headers)


def _suggestions(prefix: str, site: PracticeSite) -> dict:
    """What is told all who begin alike, as long as the names stay the same."""
    if not key_of(prefix):
        return {}
    version = IndexState.objects.values_list("version", flat=True).first()
    told = f"{site.site.pk} {version} {key_of(prefix)}"
    key = f"suggest-{blake2b(told.encode(), digest_size=16).hexdigest()}"
    return {
        "results": cache.get_or_set(key, lambda: _ask(prefix, site), SUGGESTIONS_LAST),
        "emergency": _emergency(prefix, site),
    }


def _emergency(prefix: str, site: PracticeSite) -> dict | None:
    card = card_for(prefix, site.site)
    if card is None:
        return None
    return {
        "kind": card.kind,
        "title": card.heading,
        "text": card.text,
        # A desk may have nothing that calls: there it leads to the whole card.
        "url": f"{reverse('search')}?{urlencode({'query': prefix})}",
        "call": card.calls[0][1] if card.calls else "",
    }


def _ask(prefix: str, site: PracticeSite) -> list[dict]:
    return [
        {
            "title": one.title,
            "url": one.url,
            "type": one.kind,
            "label": label_of(one.kind),
            "matched_name": "" if one.matched_name == one.title else one.matched_name,
        }
        for one in suggestions.suggest(prefix, site, MOST_SUGGESTIONS)
    ]
