"""Links with which a reader passes a page on."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from home.sharing import share_links
from tests.practice import add_page
from tests.reading import see_page
from treatments.models import ConditionPage

ALL = ["facebook", "x", "linkedin", "email"]
ADDRESS = "https://clinic.example.org/conditions/lupus/?page=2&a=ü#top"
TITLE = 'Aches & pains + "more" 100% 🌿'
ADDRESS_PARAMETER = {"facebook": "u", "x": "url", "linkedin": "url", "email": "body"}


def links(title=TITLE, networks=ALL) -> dict[str, str]:
    return {link.network: link.href for link in share_links(networks, ADDRESS, title)}


def parameters(href: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(href).query, strict_parsing=True, keep_blank_values=True)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_network_gets_the_address_whole(title):
    for network, href in links(title).items():
        assert parameters(href)[ADDRESS_PARAMETER[network]] == [ADDRESS]


def test_the_title_travels_along_where_the_network_takes_one():
    assert parameters(links()["x"])["text"] == [TITLE]
    assert parameters(links()["email"])["subject"] == [TITLE]


def test_a_mail_shows_no_plus_for_a_space():
    assert "+" not in links("Two words")["email"]


def test_each_link_goes_to_its_own_network():
    hosts = {network: urlsplit(href).hostname for network, href in links().items()}

    assert hosts == {
        "facebook": "www.facebook.com",
        "x": "x.com",
        "linkedin": "www.linkedin.com",
        "email": None,
    }


def test_only_the_chosen_networks_are_shown_in_their_usual_order():
    assert list(links(networks=["email", "facebook"])) == ["facebook", "email"]
    assert links(networks=[]) == {}


def test_a_page_shares_its_canonical_address(practice):
    page = add_page(
        practice.conditions, ConditionPage, "Ache & pain", slug="ache", body=[]
    )
    shared = {link.network: link.href for link in page.share_links}

    assert parameters(shared["facebook"])["u"] == ["http://localhost/conditions/ache/"]
    assert set(shared.values()) <= see_page(page).links


def test_share_links_can_be_switched_off_for_a_page(practice):
    page = practice.lupus
    page.show_share_links = False
    page.save()

    assert page.share_links == []
    assert not [link for link in see_page(page).links if "facebook" in link]
