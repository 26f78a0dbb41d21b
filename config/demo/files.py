"""Reads the demo practice's text files: TOML in front, a body in Markdown blocks."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
FENCE = "+++"
BLOCK_LINE = re.compile(
    r"^## (?P<type>\w+)(?P<argument> [^|\n]+)?\s*(\|(?P<heading>.*))?$"
)


@dataclass
class TextBlock:
    """One block of a body: `## type argument | heading`, text, `### part` texts."""

    type: str
    argument: str = ""
    heading: str = ""
    text: str = ""
    parts: list[tuple[str, str]] = field(default_factory=list)

    def part(self, name: str) -> str:
        """The text under `### name`, or ""."""
        return dict(self.parts).get(name, "")

    def lines(self) -> list[str]:
        """The entries of the list that is the block's text."""
        return [
            line.lstrip("- ").strip()
            for line in self.text.splitlines()
            if line.startswith("- ")
        ]


@dataclass
class TextPage:
    """One page file: its address, its facts, its body."""

    path: str
    facts: dict
    body: str

    @property
    def slug(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def parent_path(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def blocks(self) -> list[TextBlock]:
        return parse_blocks(self.body)


def parse_blocks(body: str) -> list[TextBlock]:
    """Cut a body into blocks. Raises ValueError for text outside of any block."""
    blocks: list[TextBlock] = []
    for line in body.splitlines():
        if match := BLOCK_LINE.match(line):
            heading = (match["heading"] or "").strip()
            argument = (match["argument"] or "").strip()
            blocks.append(TextBlock(match["type"], argument, heading))
        elif line.startswith("### ") and blocks:
            blocks[-1].parts.append((line[4:].strip(), ""))
        elif blocks and blocks[-1].parts:
            name, text = blocks[-1].parts[-1]
            blocks[-1].parts[-1] = (name, f"{text}{line}\n")
        elif blocks:
            blocks[-1].text += f"{line}\n"
        elif line.strip():
            raise ValueError(f"Text before the first block: {line!r}")
    for block in blocks:
        block.text = block.text.strip()
        block.parts = [(name, text.strip()) for name, text in block.parts]
    return blocks


def read_page(file: Path, root: Path) -> TextPage:
    """Read one page file; its place below `root` is its address."""
    _before, front, body = file.read_text(encoding="utf-8").split(f"{FENCE}\n", 2)
    path = file.relative_to(root).with_suffix("").as_posix()
    path = "" if path == "index" else path.removesuffix("/index")
    return TextPage(path, tomllib.loads(front), body.strip())


def read_pages() -> list[TextPage]:
    """All pages of the demo practice, parents before children."""
    root = FOLDER / "pages"
    pages = [read_page(file, root) for file in root.rglob("*.md")]
    return sorted(pages, key=lambda page: (page.path.count("/"), page.path))


def read_toml(name: str) -> dict:
    """One of the data files beside the pages."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def read_references() -> dict[str, dict]:
    """Every reference by its key, from all files."""
    found: dict[str, dict] = {}
    for file in sorted((FOLDER / "references").glob("*.toml")):
        found.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return found
