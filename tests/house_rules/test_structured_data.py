"""What machines read of each page: one graph, true, whole and shown to people too."""

from tests.schema_org.reading import graph_of, hidden_texts
from tests.schema_org.validator import faults


def test_every_page_carries_one_graph(seen):
    scripts = seen.soup.find_all("script", type="application/ld+json")

    assert len(scripts) == 1
    assert scripts[0].parent.name == "head"


def test_every_graph_holds_to_the_vocabulary(seen):
    script = seen.soup.find("script", type="application/ld+json")

    assert faults(script.string) == []


def test_what_machines_read_is_shown_to_people(seen):
    assert hidden_texts(seen) == []


def test_the_page_names_itself_as_its_head_does(seen):
    page = graph_of(seen).of_page
    assert page["url"] == seen.canonical
    assert page["name"] == seen.soup.title.string
    assert page["description"] == seen.meta("description")
    assert page["inLanguage"] == seen.soup.html["lang"]
    image = graph_of(seen).by_id[page["primaryImageOfPage"]["@id"]]
    assert image["url"] == seen.meta("og:image")
    assert image.get("caption", "") == seen.meta("og:image:alt")
