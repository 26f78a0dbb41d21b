"""Whatever is typed stays within the script element, and comes out as it went in."""

import json

from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from home.schema_org import dump_graph, node

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@example("</script><script>alert(1)</script>")
@example("<!-- <script>")
@example('"quotes" & \u2028 \u2029 ends')
@example("ferns 🌿 \u202eright to left שלום")
@given(TEXTS)
def test_any_text_survives_in_a_page(text):
    one = node("Thing", name=f"x{text}x")
    page = f'<head><script type="application/ld+json">{dump_graph([one])}</script>'
    soup = BeautifulSoup(page, "html.parser")

    assert len(soup.find_all("script")) == 1
    assert json.loads(soup.script.string)["@graph"] == [one]
