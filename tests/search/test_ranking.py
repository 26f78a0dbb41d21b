"""On any site the condition itself stands above what is unproven for it."""

from hypothesis import given
from hypothesis import strategies as st

from search.answers import Answer, Hit
from search.ranking import condition_first, is_unproven

names = st.sampled_from(["Lupus", "SLE", "Gout", "Lupus tea"])
facets = st.fixed_dictionaries(
    {},
    optional={
        "evidence": st.lists(
            st.sampled_from(["guideline_supported", "no_evidence", "case_reports"])
        ),
        "status": st.lists(st.sampled_from(["approved_for_use", "not_approved"])),
    },
)
found = st.builds(
    Hit,
    page_id=st.integers(),
    kind=st.sampled_from(["conditions", "treatments", "people"]),
    title=names,
    score=st.floats(0, 2),
    matched_name=st.one_of(st.just(""), names),
    facets=facets,
)


@given(st.lists(found, max_size=9, unique_by=lambda hit: hit.page_id), names)
def test_nothing_unproven_stands_above_the_condition_that_was_named(hits, query):
    ordered = condition_first(Answer(hits), query)
    named = [
        at
        for at, hit in enumerate(ordered)
        if hit.kind == "conditions" and query in (hit.title, hit.matched_name)
    ]

    assert sorted(map(id, ordered)) == sorted(map(id, hits))
    if named:
        assert not any(is_unproven(hit) for hit in ordered[: named[0]])
