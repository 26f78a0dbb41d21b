"""Who may be in danger, heard in what they type; and who only wants to read about it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.emergencies import Danger, danger_in

MEDICAL = """
chest pain now | chest pain | CHEST PAIN NOW | my chest hurts | pain in my chest
can't breathe | I can’t breathe!!! | can not breathe | unable to breathe
overdose | he overdosed | took too many pills | my child swallowed a battery
stroke symptoms right now | i think i'm having a stroke | stroke now
my dad has stroke symptoms | am i having a heart attack | heart attack now
my baby is not breathing | someone is choking | she won't wake up | no pulse
bleeding won't stop | coughing up blood | severe bleeding | throat closing up
face drooping and slurred speech | sudden numbness left side | worst headache of my life
severe shortness of breath | my son is having a seizure | call 911 | dolor de pecho
what to do if someone is choking
"""
CRISIS = """
want to die | i wanna die | want to kill myself | suicide | i am suicidal
i don't want to live anymore | don't want to be here anymore | better off dead
end my life | end it all | my son wants to kill himself | friend is suicidal
self harm | cutting myself | daughter is cutting herself | hurt myself
i want to hurt myself | wish i was dead | no reason to live | life not worth living
how many pills to die | jump off a bridge | overdose on purpose | want to overdose
suicide prevention | suicide hotline | i hate my life | quiero morir | i feel like dying
my wife tried to kill herself | everyone would be better off without me
want to die and chest pain now
"""
MISTYPED = """
chset pian: medical | chest pian now: medical | i cant breath: medical
cant brethe: medical | chestpain: medical | overdoes: medical | strok right now: medical
hart attack now: medical | shes unconsious: medical | suiside: crisis | sucide: crisis
wnat to die: crisis | kil myself: crisis | killmyself: crisis | wanttodie: crisis
i want to dieeee: crisis
"""
CALM = """
chest pain causes | chest pain specialist | chest x-ray | chest | chess | breast pain
stroke | stroke rehabilitation | stroke prevention | stroke symptoms | stroke doctor
heart attack | heart attack recovery | treatment after heart attack | heartburn
my father had a stroke last year | family history of stroke | strike now
seizures in children | epilepsy | asthma attack treatment | allergic reaction
can't breathe through nose | breathing exercises | shortness of breath causes
vitamin d overdose symptoms | overdose prevention training | choking hazard
suicide prevention awareness history | assisted suicide law | suicide statistics
hair dye | want to dye my hair | diet | kill lice | headache is killing me
will i die from lupus | living with lupus | lupus | lupis | migraine now
hurt my knee | hurt myself playing tennis | cut myself shaving | bleeding gums
end of life care | living will | i want to have a baby | tired all the time
open now | doctor near me now | urgent care | self care | first aid course
"""


def each(text: str) -> list[str]:
    return [one.strip() for line in text.splitlines() for one in line.split("|") if one]


@pytest.mark.parametrize("query", each(MEDICAL))
def test_a_medical_emergency_is_heard(query):
    assert danger_in(query) is Danger.MEDICAL


@pytest.mark.parametrize("query", each(CRISIS))
def test_thoughts_of_suicide_are_heard(query):
    assert danger_in(query) is Danger.CRISIS


@pytest.mark.parametrize("line", each(MISTYPED))
def test_typing_errors_make_no_difference(line):
    query, _colon, kind = line.rpartition(": ")

    assert danger_in(query) == kind


@pytest.mark.parametrize("query", ["", *each(CALM)])
def test_a_question_is_no_cry_for_help(query):
    assert danger_in(query) is None


def test_letters_that_changed_places_are_read_as_they_were_meant():
    luck = random.Random(7)  # noqa: S311
    for query in ("chest pain now", "want to kill myself", "someone is choking"):
        words = query.split()
        at = max(range(len(words)), key=lambda place: len(words[place]))
        for _ in range(5):
            letters = list(words[at])
            place = luck.randrange(1, len(letters) - 1)
            letters[place : place + 2] = reversed(letters[place : place + 2])
            typed = " ".join([*words[:at], "".join(letters), *words[at + 1 :]])

            assert danger_in(typed) is danger_in(query), typed


def test_the_phrases_of_a_practice_count_as_well():
    own = {"medical": ["pump alarm"], "crisis": ["cannot take it anymore"]}

    assert danger_in("pump alarm") is None
    assert danger_in("my pump has an alarm", **own) is Danger.MEDICAL
    assert danger_in("insulin pump alarm causes", **own) is Danger.MEDICAL
    assert danger_in("i can't take it anymore", **own) is Danger.CRISIS
    assert danger_in("insulin pumps", **own) is None


@pytest.mark.parametrize("phrase", ["", "  ", "the", "!!!"])
def test_an_empty_phrase_of_a_practice_is_in_no_query(phrase):
    assert danger_in("lupus", medical=[phrase]) is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_heard(text):
    danger_in(text, medical=[text[:20]], crisis=[text[-20:]])
