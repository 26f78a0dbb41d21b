"""The practice's own facts."""

import pytest

from home.models import PracticeSettings


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("(602) 555-0177", "tel:+16025550177"),
        ("602.555.0177", "tel:+16025550177"),
        ("+1 602 555 0177", "tel:+16025550177"),
        ("1-602-555-0177", "tel:16025550177"),
        ("+44 20 7946 0018", "tel:+442079460018"),
        (" +44 20 7946 0018", "tel:+442079460018"),
        ("911", "tel:911"),
    ],
)
def test_a_printed_number_can_be_dialed(phone, link):
    assert PracticeSettings(phone=phone).phone_link == link


def test_a_new_practice_offers_all_share_links_and_works_in_the_united_states():
    practice = PracticeSettings()

    assert practice.share_networks == ["facebook", "x", "linkedin", "email"]
    assert practice.jurisdictions == ["US"]
    assert practice.review_interval_months == 24
