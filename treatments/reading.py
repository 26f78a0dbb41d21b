"""What a reader meets in the text of a medical page."""

from collections.abc import Iterable, Iterator

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from home.words import PlacedWords, read_words
from treatments.blocks import MedicalBodyBlock, has_words


def _rich_keys(block: blocks.Block) -> set[str]:
    """Under which keys of its stored value a block keeps text with tags."""
    if isinstance(block, TypedTableBlock):
        return {"values"}
    if isinstance(block, blocks.ListBlock):
        return _rich_keys(block.child_block)
    found: set[str] = set()
    for name, part in getattr(block, "child_blocks", {}).items():
        found |= {name} if isinstance(part, blocks.RichTextBlock) else _rich_keys(part)
    return found


RICH_KEYS = {
    name: _rich_keys(block) for name, block in MedicalBodyBlock().child_blocks.items()
}


def words_of(raw_blocks: Iterable[dict]) -> Iterator[PlacedWords]:
    """What a reader meets in a stored body; blocks that are not shown do not count."""
    shown = 0
    for block in raw_blocks:
        name, value = block["type"], block["value"]
        words = list(read_words(f"body/{shown}/{name}", value, RICH_KEYS.get(name, ())))
        if words and (name != "section" or has_words(value.get("text"))):
            shown += 1
            yield from words


# The blocks that show pictures and documents, which have words of their own.
FILE_BLOCKS = ["image", "document", "video"]


def file_words(value: blocks.StructValue) -> Iterator[list[str]]:
    """What identifies and names each picture or document in a block's value.

    A file counts by its name in the store: another one is another thing to read.
    """
    for part in value.values():
        if isinstance(part, AbstractImage):
            yield [part.file.name, part.credit]
        elif isinstance(part, AbstractDocument):
            yield [part.file.name, part.title]


def file_words_of(body: blocks.StreamValue) -> list[list[str]]:
    """The same for a whole body."""
    # The other blocks stay as they are stored: they would ask for pages.
    return [
        words
        for number, raw in enumerate(body.raw_data)
        if raw["type"] in FILE_BLOCKS
        for words in file_words(body[number].value)
    ]
