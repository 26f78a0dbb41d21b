"""The parts of a text: what the editor may and may not write."""

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.rich_text import RichText

from home.blocks import CallToActionBlock, PageBodyBlock, VideoBlock
from treatments.blocks import MedicalBodyBlock, TestimonialBlock, has_words

STREAMS = [PageBodyBlock(), MedicalBodyBlock()]
EVERY_BLOCK = {
    name: block for stream in STREAMS for name, block in stream.child_blocks.items()
}
every_block = pytest.mark.parametrize(
    "block", EVERY_BLOCK.values(), ids=list(EVERY_BLOCK)
)


@every_block
def test_every_block_explains_itself_to_the_editor(block):
    assert str(block.meta.description)
    assert block.meta.icon not in ("placeholder", "")
    assert str(block.label)


@every_block
def test_every_block_has_a_preview_and_a_template(block):
    assert block.is_previewable
    assert block.meta.template.startswith("blocks/")


@every_block
def test_no_block_holds_layout_or_raw_html(block):
    def below(one) -> list:
        children = getattr(one, "child_blocks", {}).values()
        inner = [one.child_block] if isinstance(one, blocks.ListBlock) else []
        return [one, *(b for child in (*children, *inner) for b in below(child))]

    assert not [one for one in below(block) if isinstance(one, blocks.RawHTMLBlock)]
    assert not [one for one in below(block)[1:] if isinstance(one, blocks.StreamBlock)]


def test_a_new_kind_of_block_is_seen_by_these_tests():
    assert {"section", "care_advice", "testimonial", "faq", "text"} <= set(EVERY_BLOCK)


@pytest.mark.parametrize(
    ("text", "says_something"),
    [
        ("", False),
        (None, False),
        ("<p></p>", False),
        (" <p></p>\n<p></p>", False),
        (RichText("<p></p>"), False),
        (RichText("<p>Words</p>"), True),
        ("<p>.</p>", True),
    ],
)
def test_a_text_without_words_says_nothing(text, says_something):
    assert has_words(text) is says_something


TESTIMONIAL = {
    "quote": "They listened.",
    "name": "M.",
    "relationship": "patient",
    "typical_results": "Most people wait two weeks.",
    "consent_on_file": True,
}


def test_a_testimonial_with_consent_is_taken():
    TestimonialBlock().clean(TestimonialBlock().to_python(TESTIMONIAL))


@pytest.mark.parametrize(
    "missing", ["quote", "name", "relationship", "typical_results", "consent_on_file"]
)
def test_a_testimonial_without_any_of_its_parts_is_refused(missing):
    value = TESTIMONIAL | {missing: False if missing == "consent_on_file" else ""}
    with pytest.raises(ValidationError) as error:
        TestimonialBlock().clean(TestimonialBlock().to_python(value))

    assert list(error.value.block_errors) == [missing]


@pytest.mark.parametrize(
    ("block", "value"),
    [
        (VideoBlock(), {"title": "Film", "transcript": "<p>Words</p>"}),
        (CallToActionBlock(), {"heading": "Come", "label": "Now"}),
    ],
)
def test_a_film_or_button_that_leads_nowhere_is_refused(block, value):
    with pytest.raises(ValidationError):
        block.clean(block.to_python(value))
    block.clean(block.to_python(value | {"url": "https://example.org/"}))


def test_a_film_without_its_transcript_is_refused():
    value = {"title": "Film", "url": "https://example.org/", "transcript": ""}
    with pytest.raises(ValidationError) as error:
        VideoBlock().clean(VideoBlock().to_python(value))

    assert list(error.value.block_errors) == ["transcript"]
