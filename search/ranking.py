"""What may stand above what: a condition before what is unproven for it."""

from search.answers import Answer, Hit
from search.words import key_of
from treatments.vocabulary import UNPROVEN_EVIDENCE, UNPROVEN_STATUS


def condition_named(answer: Answer, query: str) -> Hit | None:
    """The condition whose bare name was searched for, if one was found."""
    keys = {key_of(answer.searched_for or query)}
    return next(
        (
            hit
            for hit in answer.hits
            if hit.kind == "conditions"
            and keys & {key_of(hit.title), key_of(hit.matched_name)}
        ),
        None,
    )


def is_unproven(hit: Hit) -> bool:
    """Whether a result is a treatment with a use that is unproven."""
    evidence, status = hit.facets.get("evidence", []), hit.facets.get("status", [])
    return hit.kind == "treatments" and not (
        UNPROVEN_EVIDENCE.isdisjoint(evidence) and UNPROVEN_STATUS.isdisjoint(status)
    )


def condition_first(answer: Answer, query: str) -> list[Hit]:
    """The results, with no unproven treatment above the condition that was named."""
    named = condition_named(answer, query)
    if named is None:
        return answer.hits
    at = answer.hits.index(named)
    above, below = answer.hits[:at], answer.hits[at + 1 :]
    fine = [hit for hit in above if not is_unproven(hit)]
    doubtful = [hit for hit in above if is_unproven(hit)]
    return [*fine, named, *doubtful, *below]
