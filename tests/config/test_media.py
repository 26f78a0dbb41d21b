"""Pictures from the local disk."""

import pytest
from django.core.files.storage import default_storage

from tests.practice import make_picture
from tests.reading import see


@pytest.fixture
def rendition(practice):
    return practice.picture.get_rendition("width-60")


def test_a_picture_is_served_and_kept_for_a_year(rendition):
    response = see(rendition.url).response

    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert "max-age=31536000" in response["Cache-Control"]
    assert "immutable" in response["Cache-Control"]


def test_another_picture_of_the_same_name_has_another_address(practice):
    addresses = set()
    for color in ("#111", "#eee"):
        fern = make_picture("Fern", color=color)
        small = fern.get_rendition("width-60")
        addresses.add(small.url)
        # Both names are free again.
        default_storage.delete(fern.file.name)
        default_storage.delete(small.file.name)

    assert len(addresses) == 2


@pytest.mark.parametrize(
    "path",
    [
        "original_images/garden.png",
        "documents/leaflet.txt",
        "../db.sqlite3",
        "images/../../db.sqlite3",
        "images/%2e%2e/%2e%2e/db.sqlite3",
        "images/",
        "images/nowhere.png",
        "",
    ],
)
def test_nothing_else_is_served(rendition, practice, path):
    assert see(f"/media/{path}").response.status_code in (400, 404)


def test_the_original_picture_stays_here(practice):
    name = practice.picture.file.name

    assert name.startswith("original_images/")
    assert see(f"/media/{name}").response.status_code == 404


def test_a_document_is_served_through_its_own_address(practice):
    response = see(practice.document.url).response

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"Words"
