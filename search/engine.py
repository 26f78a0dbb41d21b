"""Finding: the one interface through which pages are searched."""

from dataclasses import replace
from itertools import accumulate

from rapidfuzz.fuzz import ratio

from home.site import PracticeSite
from search.answers import Answer, Hit
from search.database import engine
from search.fusion import quorum_of
from search.kinds import OTHER_PAGES
from search.lexicon import Lexicon, current
from search.naming import NameMatch, match_names
from search.public import public_pages
from search.respelling import respelt
from search.understanding import Understood, understand
from search.words import LONGEST_QUERY, STOP_WORDS, key_of, split, stem

MOST_RESULTS = 200
MOST_NAMES = 80
MOST_TERMS = 24
# Of a word that more pages have, neither names nor texts say much.
MOST_LOOKED_AT = 2_500
MOST_TEXTS = 120
# A name must fit so well to be a result by itself.
LEAST_NAME = 0.5
DOUBTED_NAME = 0.68
PART_OF_NAME = 0.3
SURE_NAME = 0.8
SURELY_NAMED = 0.9
TEXT_COUNTS = 0.35
LITTLE = 0.3
# What results gain that are of the kind that the query asks for.
ASKED_FOR = 0.5
GENERAL_PAGE = 0.85
# A longer question is no misspelt name.
MOST_WORDS_OF_NAMES = 4
# Names so like a query are offered where it finds nothing.
NEAR = 0.6
MOST_SUGGESTIONS = 3


def find(
    query: str,
    site: PracticeSite,
    *,
    limit: int = MOST_RESULTS,
    as_typed: bool = False,
) -> Answer:
    """Find visible pages, best first, at most `limit`; any text is allowed.

    `as_typed` searches the words as they stand: nothing is corrected.
    """
    query = query[:LONGEST_QUERY]
    if not key_of(query):
        return Answer([])
    lexicon = current()
    answer = _find(query, site, lexicon, limit=limit, as_typed=as_typed)
    if as_typed or (answer.hits and answer.hits[0].score >= SURE_NAME):
        return answer
    other = respelt(query, lexicon)
    better = _find(other, site, lexicon, limit=limit) if other else Answer([])
    if better.hits and better.hits[0].score >= SURE_NAME:
        return replace(better, corrected_from=query)
    return answer


def _find(
    query: str,
    site: PracticeSite,
    lexicon: Lexicon,
    *,
    limit: int,
    as_typed: bool = False,
) -> Answer:
    understood = understand(query, lexicon, as_typed=as_typed)
    found = _find_names(understood, lexicon, as_typed=as_typed)
    is_else = understood.is_about_something_else
    is_short = len(understood.content) <= MOST_WORDS_OF_NAMES
    least = DOUBTED_NAME if is_else and is_short else LEAST_NAME
    names = {
        pk: one
        for pk, one in found.items()
        if one.score >= (least if one.corrections else LEAST_NAME)
    }
    strange = is_else and not names
    quorum = None if strange else quorum_of(understood, lexicon)
    texts = engine().find_texts(quorum, MOST_LOOKED_AT, MOST_TEXTS) if quorum else []
    if not names and not texts and not strange and understood.is_medical:
        # Rather a page that is about a part of it than none.
        names = {pk: one for pk, one in found.items() if one.score >= PART_OF_NAME}
    scores = _fuse(names, dict(texts))
    order = sorted(scores, key=lambda page_id: (-scores[page_id], page_id))
    hits = _visible(order[:MOST_RESULTS], scores, names, site, limit)
    hits.sort(key=lambda hit: _place(hit, understood.kind))
    if not hits:
        nearest = _nearest(understood, site)
        return Answer([], understood.key, words=query.split(), suggestions=nearest)
    return _answer(query, understood, hits, names)


def _find_names(
    query: Understood, lexicon: Lexicon, *, as_typed: bool
) -> dict[int, NameMatch]:
    terms = _terms(query, lexicon)
    rows = engine().find_names(list(query.keys), terms, MOST_NAMES)
    found = match_names(rows, query, lexicon)
    best = max((match.score for match in found.values()), default=0)
    is_short = len(query.content) <= MOST_WORDS_OF_NAMES
    if not as_typed and is_short and best < SURE_NAME:
        alike = engine().find_alike(_telling_words(query, lexicon), 40)
        for page_id, match in match_names(alike, query, lexicon).items():
            if page_id not in found or found[page_id].score < match.score:
                found[page_id] = match
    return found


def _telling_words(query: Understood, lexicon: Lexicon) -> str:
    """The query without words that very many names have, if others are left."""
    words = query.key.split()
    telling = [
        word for word in words if lexicon.name_stems[stem(word)] <= MOST_LOOKED_AT
    ]
    return " ".join(telling or words)[:60]


def _terms(query: Understood, lexicon: Lexicon) -> list[str]:
    """The stems by which names are looked up: not those that every name has."""
    stems = {
        one
        for slots in query.variants
        for slot in slots
        for one in slot.options
        if one in lexicon.name_stems
    }
    rarest_first = sorted(stems, key=lambda one: lexicon.name_stems[one])[:MOST_TERMS]
    looked_at = accumulate(lexicon.name_stems[one] for one in rarest_first)
    # Of a large site "syndrome" alone would bring up a tenth of all names.
    few = sum(1 for names in looked_at if names <= MOST_LOOKED_AT)
    return rarest_first[: max(few, 1)]


def _fuse(names: dict[int, NameMatch], texts: dict[int, float]) -> dict[int, float]:
    most = max(texts.values(), default=0) or 1.0
    return {
        page_id: _together(names.get(page_id), texts.get(page_id, 0) / most)
        for page_id in {*names, *texts}
    }


def _together(name: NameMatch | None, text: float) -> float:
    """Either can do; what the text adds is less, the better the name fits."""
    told = TEXT_COUNTS * max(text, 0)
    if name is None:
        return told
    if name.score >= SURELY_NAMED:
        # Between pages of one name it counts whose own name it is.
        told *= LITTLE
    return 1 - (1 - name.score) * (1 - told) + (0.5 if name.is_exact else 0)


def _nearest(query: Understood, site: PracticeSite) -> list[str]:
    """Titles of pages whose names come nearest to a query that finds nothing."""
    if len(query.content) > MOST_WORDS_OF_NAMES:
        return []
    rows = engine().find_alike(query.key[:60], MOST_NAMES)
    alike = {row[0]: ratio(query.key, row[3]) / 100 for row in rows}
    scores = {pk: score for pk, score in alike.items() if score >= NEAR}
    order = sorted(scores, key=lambda pk: (-scores[pk], pk))
    hits = _visible(order[: 3 * MOST_SUGGESTIONS], scores, {}, site, MOST_SUGGESTIONS)
    return [hit.title for hit in hits]


def _visible(
    page_ids: list[int],
    scores: dict[int, float],
    names: dict[int, NameMatch],
    site: PracticeSite,
    limit: int,
) -> list[Hit]:
    return [
        Hit(
            page_id=page.page_id,
            kind=page.kind,
            title=page.title,
            score=scores[page.page_id],
            matched_name=names[page.page_id].name if page.page_id in names else "",
            facets=page.facets,
        )
        for page in public_pages(page_ids, site)[:limit]
    ]


def _place(hit: Hit, wanted_kind: str) -> tuple:
    """Best first; the kind that was asked for comes up to what bears the very name."""
    asked_for = ASKED_FOR if wanted_kind == hit.kind != "conditions" else 0
    score = hit.score if hit.score > 1 else min(hit.score + asked_for, 1)
    if hit.kind == OTHER_PAGES[0] and hit.score <= 1:
        # A word such as "contact" is seldom about the page of that name.
        score *= GENERAL_PAGE
    # Where both bear one name, the condition is meant and not what may treat it.
    return -score, hit.kind != "conditions", hit.page_id


def _answer(
    query: str, understood: Understood, hits: list[Hit], names: dict[int, NameMatch]
) -> Answer:
    words = [slot.word for slot in understood.slots]
    top = names.get(hits[0].page_id) if hits else None
    changes = dict(top.corrections) if top else {}
    searched = " ".join(changes.get(word, word) for word in understood.key.split())
    if understood.key in changes:
        searched = changes[understood.key]
    marked = [*words, *changes.values(), *(split(top.name) if top else ())]
    return Answer(
        hits,
        searched_for=searched,
        corrected_from=query if changes else "",
        words=[word for word in dict.fromkeys(marked) if word not in STOP_WORDS],
    )
