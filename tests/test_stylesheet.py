"""The rules of the stylesheet, and how much of it a visitor has to load."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from home.staticfiles import MADE_OF, PARTS, SCRIPTS, whole

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOR = re.compile(
    r"#[0-9a-f]{3,8}\b(?![^{]*\{)|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(",
    re.IGNORECASE,
)
NAMED = re.compile(
    r":\s*(?:white|black|red|green|blue|gray|grey|yellow|orange)\b", re.IGNORECASE
)
ID_SELECTOR = re.compile(r"(?:^|[\s,>+~}(])#[a-z][\w-]*[^;{}]*\{", re.IGNORECASE)
MOST_NESTING = 2
TOKENS = "tokens.css"
parts = sorted(PARTS.glob("*.css"))
every_part = pytest.mark.parametrize("part", parts, ids=lambda part: part.name)
others = pytest.mark.parametrize(
    "part", [p for p in parts if p.name != TOKENS], ids=lambda part: part.name
)


def rules(part) -> str:
    return COMMENT.sub("", part.read_text("utf-8"))


def without_print(css: str) -> str:
    """Paper is white and ink black, whatever the tokens say."""
    start = css.find("@media print")
    return css if start < 0 else css[:start]


def test_there_are_parts_to_judge():
    assert len(parts) >= 5
    assert (PARTS / TOKENS).exists()


@others
def test_light_and_dark_are_decided_in_the_tokens_only(part):
    assert "light-dark(" not in rules(part)
    assert "prefers-color-scheme" not in rules(part)


@others
def test_colors_come_from_the_tokens(part):
    css = without_print(rules(part))

    assert not COLOR.findall(css)
    assert not NAMED.findall(css)


@every_part
def test_no_rule_is_important_and_none_is_about_an_id(part):
    assert "!important" not in rules(part)
    assert not ID_SELECTOR.findall(rules(part))


@every_part
def test_every_rule_stands_in_a_layer(part):
    outside, depth = "", 0
    for sign in rules(part):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        outside += sign if depth == 0 and sign not in "{}" else ""

    assert depth == 0
    # Named at-rules that cannot stand in a layer.
    left = re.sub(
        r"@(layer|view-transition|page|charset|media|font-face)[^@]*", "", outside
    )
    assert not left.strip(), left


@every_part
def test_rules_are_nested_at_most_two_deep(part):
    around: list[bool] = []
    deepest = 0
    for piece in re.findall(r"[^{};]*[{}]", rules(part)):
        if piece.endswith("}"):
            around.pop()
            continue
        # A layer or a media query around a rule is no nesting of rules.
        around.append(not piece.strip().startswith("@"))
        deepest = max(deepest, sum(around))

    assert deepest <= MOST_NESTING


@every_part
def test_every_custom_property_that_is_used_is_defined(part):
    everything = "".join(rules(one) for one in parts)
    defined = set(re.findall(r"(--[\w-]+)\s*:", everything))
    used = set(re.findall(r"var\(\s*(--[\w-]+)\s*[,)]", rules(part)))

    assert used <= defined


def test_nothing_is_fetched_from_another_host():
    css = "".join(rules(part) for part in parts)

    assert "@import" not in css
    assert not re.findall(r"url\(\s*['\"]?(?:https?:)?//", css)


def test_nothing_moves_for_those_who_asked_for_less():
    css = "".join(rules(part) for part in parts)

    if re.search(r"\b(?:animation|transition)\s*:", css) or "view-transition" in css:
        assert "prefers-reduced-motion" in css


def test_the_stylesheet_is_light():
    assert len(gzip.compress(whole(PARTS).encode())) < 10 * 1024


def test_the_script_is_light():
    assert len(gzip.compress(whole(SCRIPTS).encode())) < 3 * 1024


@pytest.mark.parametrize("name", MADE_OF)
def test_what_is_made_of_parts_is_found_and_whole(name):
    with open(finders.find(name), encoding="utf-8") as file:
        assert file.read() == whole(MADE_OF[name])


def test_a_visitor_loads_what_rules_and_scripts_do_and_not_what_they_say(tmp_path):
    (tmp_path / "1.css").write_text(
        "/* Why. */\n@layer a {\n  /* How. */\n  b { c: d; }\n}"
    )
    (tmp_path / "2.js").write_text('// Why.\nif (a) {\n  // How.\n  b("https://c");\n}')

    assert whole(tmp_path) == (
        '@layer a {\nb { c: d; }\n}\nif (a) {\nb("https://c");\n}'
    )


def test_the_layers_are_ordered_first():
    first = re.search(r"@layer[^;{]*[;{]", COMMENT.sub("", whole(PARTS))).group()

    assert first.endswith(";")
    assert first.index("reset") < first.index("tokens") < first.index("utilities")
