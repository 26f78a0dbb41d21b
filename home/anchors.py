"""Places within a page that a link can lead to, each given once."""

from collections import Counter

from wagtail import blocks


def number_anchors(stream: blocks.StreamValue) -> None:
    """Set `anchor` on the value of each headed block: its own, or its own with a number.

    A block has its own in `Meta.anchor`; a value that says otherwise, as `own_anchor`.
    """
    used: Counter[str] = Counter()
    for child in stream:
        of_block = getattr(child.block.meta, "anchor", "")
        own = getattr(child.value, "own_anchor", of_block) if child.value else ""
        if own:
            used[own] += 1
            child.value.anchor = own if used[own] == 1 else f"{own}-{used[own]}"
