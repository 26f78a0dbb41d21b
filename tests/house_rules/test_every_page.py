"""What holds on each page of each type, with everything filled in and with nothing."""

import json
from collections import Counter
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit

from contact.models import ContactPage
from home.late_script import LATE_SCRIPT
from home.models import HomePage

HOST = "localhost"
# Attributes in which an address makes a browser ask for it at once.
LOADING = [
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("track", "src"),
    ("use", "href"),
    ("link", "href"),
]


def test_there_is_exactly_one_main_heading(seen):
    headings = seen.soup.find_all("h1")

    assert len(headings) == 1
    assert headings[0].get_text(strip=True)


def test_no_heading_level_is_skipped(seen):
    levels = [
        int(h.name[1]) for h in seen.soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    ]
    steps = list(pairwise(levels))

    # Before the main heading only its own equals may stand.
    assert levels[0] in (1, 2)
    assert all(after <= before + 1 for before, after in steps), levels


def test_no_heading_is_empty(seen):
    for heading in seen.soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"]):
        assert heading.get_text(strip=True), heading


def test_the_language_of_the_page_is_named(seen):
    assert seen.soup.html["lang"] == "en"


def test_there_is_one_main_part_and_a_way_to_skip_to_it(seen):
    main = seen.soup.find_all("main")
    first_link = seen.soup.body.find("a", href=True)

    assert len(main) == 1
    assert first_link["href"] == f"#{main[0]['id']}"


def test_the_breadcrumbs_are_the_page_tree(seen):
    trail = seen.soup.find("nav", attrs={"aria-label": "You are here"})
    if isinstance(seen.page, HomePage):
        assert trail is None
        return
    ancestors = seen.page.get_ancestors().filter(depth__gt=1).order_by("path")
    links = [
        (a.get_text(strip=True), a["href"]) for a in trail.find_all("a", href=True)
    ]
    items = [item.get_text(" ", strip=True) for item in trail.find_all("li")]

    assert links[: len(ancestors)] == [(p.title, p.get_url()) for p in ancestors]
    assert len(items) == len(ancestors) + 1
    assert seen.page.title in items[-1]
    assert trail.find(attrs={"aria-current": "page"})


def test_every_picture_has_a_text_and_its_size(seen):
    for image in seen.soup.find_all("img"):
        assert image.has_attr("alt"), image
        assert int(image["width"]) > 0
        assert int(image["height"]) > 0


def test_no_style_and_no_script_stands_in_the_page(seen):
    for tag in seen.soup.find_all(True):
        assert "style" not in tag.attrs, tag
        assert not [name for name in tag.attrs if name.startswith("on")], tag
    assert not seen.soup.find_all("style")
    late, *others = seen.soup.find_all("script")
    assert late.string == LATE_SCRIPT
    for script in others:
        assert script.get("src") or script.get("type") == "application/ld+json", script


def test_nothing_is_loaded_from_another_host(seen):
    for name, attribute in LOADING:
        for tag in seen.soup.find_all(name, attrs={attribute: True}):
            for address in tag[attribute].split(","):
                assert urlsplit(address.strip()).hostname in (None, HOST), tag


def test_no_link_is_empty_or_without_words(seen):
    for link in seen.soup.find_all("a"):
        assert link.get("href"), link
        named = link.get_text(strip=True) or link.get("aria-label")
        assert named or link.find("img", alt=True), link


def test_no_id_is_given_twice(seen):
    ids = Counter(tag["id"] for tag in seen.soup.find_all(id=True))

    assert not [name for name, count in ids.items() if count > 1]
    assert "" not in ids


def test_every_link_within_the_page_leads_somewhere(seen):
    ids = {tag["id"] for tag in seen.soup.find_all(id=True)}

    for address in seen.links:
        if address.startswith("#") and address != "#":
            assert address[1:] in ids


def test_every_description_by_id_exists(seen):
    ids = {tag["id"] for tag in seen.soup.find_all(id=True)}
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for tag in seen.soup.find_all(attrs={attribute: True}):
            named = (
                tag[attribute].split()
                if isinstance(tag[attribute], str)
                else tag[attribute]
            )
            assert set(named) <= ids, tag


def test_no_words_of_the_machine_are_printed(seen):
    text = seen.soup.get_text(" ")

    for sign in ("None", "{{", "{%", "&lt;", "&amp;amp;", "<p>", "gettext", "[]", "()"):
        assert sign not in text, text[max(0, text.find(sign) - 80) :][:200]


def test_what_is_typed_never_becomes_markup(seen):
    # Every word of a full page was typed with this sign in it; see tests/filling.py.
    assert seen.soup.find("more") is None


def test_every_time_is_one_that_a_machine_can_read(seen):
    for tag in seen.soup.find_all("time"):
        # Microseconds are rejected by HTML checkers.
        assert "." not in tag["datetime"]
        assert datetime.fromisoformat(tag["datetime"])


def test_a_page_can_be_shared_where_it_has_share_links(seen):
    for link in seen.page.share_links:
        assert link.href in seen.links


def test_structured_data_is_valid_json_and_cannot_close_its_script(seen):
    for script in seen.soup.find_all("script", type="application/ld+json"):
        assert json.loads(script.string)
        assert "<" not in script.string


def test_no_cookie_is_set_for_an_anonymous_visitor(seen):
    # The form of the contact page is tied to the browser, until it is closed.
    needed = {"csrftoken"} if isinstance(seen.page, ContactPage) else set()

    assert set(seen.response.cookies) == needed


def test_the_practice_can_be_called_from_every_page(seen):
    assert "tel:+16025550177" in seen.links


def test_the_legal_notices_are_linked_from_every_page(seen):
    assert "/about/privacy/" in {a["href"] for a in seen.soup.footer.find_all("a")}


def test_the_search_can_be_reached_from_every_page(seen):
    forms = seen.soup.find_all("form", action="/search/")
    assert forms or "/search/" in seen.links
