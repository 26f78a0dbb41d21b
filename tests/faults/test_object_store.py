"""Pictures and documents in a real object store that speaks S3, and without it."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

import pytest
import requests
from bs4 import BeautifulSoup
from PIL import Image

from home.storage import NO_STORE
from tests.faults.object_store import BUCKET, ObjectStoreServer, Owner
from tests.faults.site import Site
from tests.migrated import kept_database

# A page with picture, logo and card; a document for the staff; somebody who edits.
FURNISH = """
from django.contrib.auth import get_user_model
from wagtail.models import Collection, CollectionViewRestriction
from tests.practice import build, make_picture
cast = build()
about, logo = cast["about"], make_picture("Leaf", (600, 600))
about.image = cast["picture"]
about.save_revision().publish()
practice = cast["settings"]
practice.logo = logo
practice.save()
staff = Collection.get_first_root_node().add_child(name="Staff")
CollectionViewRestriction.objects.create(collection=staff, restriction_type="login")
cast["document"].collection = staff
cast["document"].save()
get_user_model().objects.create_superuser("owner", "o@example.org", "a-long-password")
print(cast["document"].url)
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator[ObjectStoreServer]:
    server = ObjectStoreServer(tmp_path_factory.mktemp("store"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def site(store, tmp_path_factory) -> Iterator[Site]:
    """The small practice with its files in the store, web server and worker."""
    site = Site(tmp_path_factory.mktemp("practice"), **store.settings)
    (site.folder / "data").mkdir()
    if kept_database().exists():
        shutil.copy(kept_database(), site.folder / "data/db.sqlite3")
    else:
        site.manage("migrate", "--verbosity=0")
    site.document = site.manage("shell", "--verbosity=0", "-c", FURNISH).strip()
    site.serve()
    site.work()
    site.wait_for(lambda: any("share-cards" in name for name in store.names()))
    site.wait_for(lambda: len(store.names("images/garden")) >= 9)
    yield site
    site.stop()


@pytest.fixture(scope="module")
def owner(site) -> Owner:
    return Owner(site)


def see(site: Site, path: str) -> BeautifulSoup:
    got = site.ask(path)
    assert got.status == 200, got.body[:500]
    return BeautifulSoup(got.body, "html.parser")


def picture_file() -> tuple[str, bytes, str]:
    file = BytesIO()
    Image.new("RGB", (400, 300), "#7a9").save(file, "JPEG")
    return "moss.jpg", file.getvalue(), "image/jpeg"


def addresses_of_the_store(page: BeautifulSoup, store: ObjectStoreServer) -> set[str]:
    """All that a page names there, in whichever tag or script."""
    return set(re.findall(rf"{store.url}/[^\s\"',<>\\]+", str(page)))


def test_every_size_is_stored_for_a_year_and_says_what_it_is(site, store):
    kinds = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
    sizes = store.names("images/garden")
    about = {name: store.about(name) for name in sizes}

    assert "original_images/garden.png" in store.names()
    assert {one["CacheControl"] for one in about.values()} == {
        "public, max-age=31536000, immutable"
    }
    for name, one in about.items():
        assert one["ContentType"] == kinds[name.rpartition(".")[2]]


def test_browsers_get_what_a_page_names_and_no_more(site, store):
    page = see(site, "/about/")
    named = addresses_of_the_store(page, store)
    answers = [requests.get(address, timeout=9) for address in named]

    assert len([address for address in named if "/images/garden-" in address]) == 9
    assert page.find("meta", property="og:image")["content"] in named
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.headers["Content-Type"].split("/")[0] for answer in answers} == {
        "image"
    }
    for name in ("original_images/garden.png", "documents/leaflet.txt"):
        assert (
            requests.get(f"{store.url}/{BUCKET}/{name}", timeout=9).status_code == 403
        )


def test_pictures_may_come_from_the_bucket_and_nowhere_else(site, store):
    policy = site.ask("/about/").headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert rules["img-src"].split() == ["'self'", f"{store.url}/{BUCKET}/", "data:"]
    assert store.url not in str({**rules, "img-src": ""})


def test_a_private_document_is_read_through_the_site(site, store, owner):
    stranger = site.ask(site.document)
    answer = owner.get(site.document)

    assert stranger.status == 302
    assert store.url not in stranger.headers["Location"]
    assert (answer.status_code, answer.content) == (200, b"Words")
    assert store.about("documents/leaflet.txt")["CacheControl"] == "private"


def upload(owner: Owner) -> requests.Response:
    return owner.post(
        "/admin/images/add/",
        file=picture_file(),
        title="Moss",
        collection="1",
        description="Moss",
    )


def newest_picture(owner: Owner) -> str:
    listed = BeautifulSoup(owner.get("/admin/images/").text, "html.parser")
    links = listed.find_all("a", href=re.compile(r"^/admin/images/\d+/$"))
    return max((one["href"] for one in links), key=lambda one: int(one.split("/")[3]))


def test_what_an_editor_uploads_and_deletes_comes_and_goes(site, store, owner):
    assert upload(owner).status_code == 302
    picture = newest_picture(owner)
    there = {name for name in store.names() if "moss" in name}
    owner.post(f"{picture}delete/")

    assert {name.partition("/")[0] for name in there} == {"original_images", "images"}
    site.wait_for(lambda: not [name for name in store.names() if "moss" in name])


def test_a_backup_holds_the_store_and_brings_back_what_is_missing(site, store):
    file, name = site.folder / "practice.tar.gz", "original_images/garden.png"
    site.manage("backup", str(file))
    untouched = store.about("original_images/leaf.png")["LastModified"]
    store.client.delete_object(Bucket=BUCKET, Key=name)
    fresh = Site(site.folder / "fresh", **store.settings)
    fresh.manage("restore", str(file))

    assert store.about(name)["ContentType"] == "image/png"
    assert store.about("original_images/leaf.png")["LastModified"] == untouched


# Nothing that was kept is shown to whoever has a session.
ALONE = {"Cookie": "sessionid=nobody"}
PATHS = ["/", "/about/", "/team/", "/conditions/lupus/", "/search/?query=lupus"]


def test_no_visitor_waits_for_the_store(site, store):
    # The worker does ask it.
    site.wait_for(lambda: not ask_database(site, IS_AT_WORK))
    before = store.asked()
    for path in [*PATHS, "/sitemap.xml", "/feed.xml", "/llms.txt", "/about/page.md"]:
        assert site.ask(path, **ALONE).status == 200, path

    assert store.asked() == before


def test_without_the_store_pages_are_shown_and_editors_are_told(site, store, owner):
    assert upload(owner).status_code == 302
    picture = newest_picture(owner)
    store.stop()
    try:
        shown = [site.ask(path, **ALONE).status for path in PATHS]
        refused = upload(owner)
        document = owner.get(site.document)
        deleted = owner.post(f"{picture}delete/")
        site.wait_for(lambda: ask_database(site, IS_POSTPONED))
    finally:
        store.start()

    assert shown == [200] * len(PATHS)
    assert refused.status_code == 200
    assert str(NO_STORE) in refused.text
    assert (document.status_code, deleted.status_code) == (503, 302)
    expect_deletion(site, store)


IS_AT_WORK = """
SELECT 1 FROM django_tasks_database_dbtaskresult
WHERE status IN ('READY', 'RUNNING') AND (run_after <= datetime('now') OR run_after > '9000')
"""
IS_POSTPONED = """
SELECT 1 FROM django_tasks_database_dbtaskresult
WHERE task_path = 'home.object_store.delete_file' AND args_kwargs LIKE '%moss%'
"""
ITS_TIME_HAS_COME = (
    "UPDATE django_tasks_database_dbtaskresult SET run_after = enqueued_at"
)


def ask_database(site: Site, statement: str) -> list[tuple]:
    file = site.folder / "data/db.sqlite3"
    with closing(sqlite3.connect(file, timeout=20)) as opened, opened:
        return opened.execute(statement).fetchall()


def expect_deletion(site: Site, store: ObjectStoreServer) -> None:
    """Put back what the store has forgotten, and let the worker come to it."""
    name = "original_images/moss.jpg"
    store.client.put_object(Bucket=BUCKET, Key=name, Body=b"moss")
    ask_database(site, ITS_TIME_HAS_COME)
    site.wait_for(lambda: not store.has(name))
