"""What axe-core finds, in every kind of page, in light and dark, at each width."""

import pytest

from home.models import BasePage
from tests.browser.addresses import ALL, PAGE_TYPES
from tests.browser.axe import findings
from tests.browser.reading import PHONE

SCHEMES = ("light", "dark")
# Each width, and both schemes where they are tightest.
LOOKS = [("light", 320), ("dark", 320), ("light", 768), ("dark", 1280)]


def concrete_page_types(model=BasePage) -> set[str]:
    below = {
        name for one in model.__subclasses__() for name in concrete_page_types(one)
    }
    return below if model._meta.abstract else below | {model.__name__}


def test_every_page_type_has_an_address_to_look_at():
    assert set(PAGE_TYPES) == concrete_page_types()


@pytest.mark.parametrize("address", ALL.values(), ids=ALL.keys())
def test_axe_finds_nothing_in_light_and_dark_at_each_width(page, address):
    page.goto(address)
    found = []
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{scheme}, {width} px: {one}" for one in findings(page)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_menu_of_a_phone(open_window, scheme):
    page = open_window(**PHONE, color_scheme=scheme).new_page()
    page.goto("/")
    page.get_by_role("button", name="Menu").click()

    assert not (found := findings(page)), "\n".join(found)
