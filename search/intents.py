"""Words that say what somebody wants, not what it is about."""

from search.words import stem

# Kind of result → words that ask for it. They choose between pages; they match little.
_ASKING = {
    "people": """
        doctor doctors physician specialist clinician provider therapist consultant
        expert surgeon nurse practitioner clinic clinics treats sees appointment
        appointments visit book consultation referral
        """,
    "treatments": """
        treatment treatments treat treating treated therapy therapies cure cures
        remedy remedies medicine medicines medication medications relief relieve heal
        help helps fix manage managing management options option rid pill pills
        tablet tablets
        """,
    "conditions": """
        symptom symptoms sign signs cause causes caused causing diagnosis diagnose
        diagnosed diagnosing test tests testing exam exams risk risks prevent prevention
        preventing prognosis outlook complications inherited definition meaning overview
        information info facts learn explained define research frequency common
        warning contagious catching serious dangerous deadly fatal hereditary long last
        lasts lasting
        """,
    "locations": """
        near nearby nearest location locations address directions parking hours open
        where
        """,
    "": """
        cost costs price prices insurance cover covered ask know need want wondering
        question questions best good safe living resources support patient patients
        people person someone anyone year years old find looking tell go see use
        discharge aftercare care self really experience happen happens effective work
        works guide new latest advice deal dealing suffer suffering suffers having
        """,
}
KIND_OF = {
    stem(word): kind for kind, words in _ASKING.items() for word in words.split()
}


def is_intent(stem_of_word: str) -> bool:
    """Whether a stem only says what somebody wants of the rest."""
    return stem_of_word in KIND_OF


def wanted_kind(stems: list[str]) -> str:
    """The kind of result that a query asks for, "" where it does not say."""
    return next((KIND_OF[one] for one in stems if KIND_OF.get(one)), "")


# Words that stand in so many names of diseases that they tell little.
_GENERIC = """
    syndrome disease disorder condition problem deficiency type form acute chronic
    infection congenital hereditary familial primary secondary severe mild early late
    adult adults child children baby infant woman women man men body health medical
    1 2 3 4 5 6 7 8 9 10 i ii iii
    """
GENERIC = frozenset(map(stem, _GENERIC.split()))
