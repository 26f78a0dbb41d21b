"""How the demo's text files cite."""

from types import SimpleNamespace

import pytest

from config.demo import files
from config.demo.bodies import CITATION, BodyWriter

TEXTS = {text.path: text for text in files.read_pages()}
KEYS = {"t-fern": 5, "t-moss": 7}


def writer() -> BodyWriter:
    return BodyWriter(
        page_at=lambda path: None,
        picture=lambda name: None,
        reference=lambda key: SimpleNamespace(pk=KEYS[key]),
    )


def test_a_citation_stands_close_to_the_word_before_it():
    assert writer().rich_text("Ferns *help* [@t-fern].") == (
        '<p>Ferns <i>help</i><embed embedtype="reference" id="5"/>.</p>'
    )


def test_several_may_stand_together():
    text = writer().rich_text("- One [@t-moss; @t-fern]")

    assert text.index('id="7"') < text.index('id="5"')


def test_an_unknown_key_stops_the_demo():
    with pytest.raises(KeyError):
        writer().rich_text("Ferns [@t-none].")


def test_every_citation_of_the_demo_names_a_reference():
    known = files.read_references()
    for text in TEXTS.values():
        for match in CITATION.finditer(text.body):
            assert {key.strip(" @") for key in match[1].split(";")} <= set(known)


def test_the_page_that_this_began_from_cites_what_it_says():
    body = TEXTS["treatments/stem-cell-therapy/lupus"].body

    assert len(CITATION.findall(body)) >= 5
