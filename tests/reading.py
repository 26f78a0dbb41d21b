"""Answers of the site, parsed before anything is asserted."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.apps import apps
from django.core import serializers
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page, get_page_models

from home.models import BasePage

OURS = ("config", "search", "treatments", "team", "contact", "home")


def our_page_models() -> list[type]:
    """Every page type of the site."""
    return [model for model in get_page_models() if model._meta.app_label in OURS]


@dataclass
class Seen:
    """What a visitor was given for one address."""

    address: str
    response: HttpResponse
    page: BasePage | None = None

    @property
    def soup(self) -> BeautifulSoup:
        if not hasattr(self, "_soup"):
            self._soup = BeautifulSoup(self.response.content, "html.parser")
        return self._soup

    @property
    def words(self) -> str:
        """The visible words of the main part."""
        return " ".join((self.soup.main or self.soup).get_text(" ").split())

    def meta(self, name: str) -> str | None:
        """The content of a meta element by its name or property."""
        found = self.soup.find("meta", attrs={"name": name}) or self.soup.find(
            "meta", attrs={"property": name}
        )
        return found["content"] if found else None

    @property
    def canonical(self) -> str | None:
        link = self.soup.find("link", rel="canonical")
        return link["href"] if link else None

    @property
    def links(self) -> set[str]:
        return {link["href"] for link in self.soup.find_all("a", href=True)}


def see(address: str, visitor: Client | None = None, **headers) -> Seen:
    """Ask for an address as an anonymous visitor."""
    visitor = visitor or Client(SERVER_NAME="localhost")
    return Seen(address, visitor.get(address, **headers))


def see_page(page: Page, query: str = "", visitor: Client | None = None) -> Seen:
    """Ask for a page; anything but 200 fails the test."""
    seen = see(page.get_url() + query, visitor)
    assert seen.response.status_code == 200, (
        f"{seen.address}: {seen.response.status_code}"
    )
    seen.page = page
    return seen


def state_of_the_database() -> dict[str, str]:
    """Every record of every kind, as text that can be compared."""
    return {
        model._meta.label: serializers.serialize("json", model.objects.order_by("pk"))
        for model in apps.get_models()
        if model._meta.app_label not in ("sessions", "modelsearch", "wagtailsearch")
    }
