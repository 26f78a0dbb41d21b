"""The large demo: many pages from a seed, each as whole as an editor's own."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from config.demo.large import LargeFilling
from search.models import IndexedPage
from tests.reading import see
from treatments.models import TreatmentPage

COUNT = 40


def filled(practice, seed=1) -> list[str]:
    home = practice.home
    return list(LargeFilling(home, COUNT, seed).fill())


def test_it_adds_as_many_public_pages_as_were_asked_for(practice):
    before = Page.objects.live().count()
    titles = filled(practice)

    assert Page.objects.live().count() - before == len(set(titles)) == COUNT
    new = Page.objects.filter(title__in=titles)
    assert IndexedPage.objects.filter(page__in=new.values("pk")).count() == COUNT


def test_the_same_seed_adds_nothing_more_and_another_one_does(practice):
    titles = filled(practice)
    count = Page.objects.count()

    assert filled(practice) == titles
    assert Page.objects.count() == count
    filled(practice, seed=2)
    assert Page.objects.count() > count


def test_its_treatments_are_tied_to_conditions_people_and_places(practice):
    title = next(title for title in filled(practice) if " for the " in title)
    treatment = TreatmentPage.objects.get(title=title)

    assert treatment.indications.count() == 3
    assert treatment.clinicians.count() == 2
    condition = treatment.indications.first().condition
    assert treatment.get_url() in str(see(condition.get_url()).soup)


def test_a_real_practice_is_never_filled_up(practice):
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("demo_large", pages=COUNT)
