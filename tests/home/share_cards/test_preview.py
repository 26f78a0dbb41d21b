"""What an editor sees of the share card before anybody else does."""

from io import BytesIO

from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from PIL import Image

from home.share_cards.card import Card
from home.share_cards.keeping import FOLDER
from home.share_cards.preview import address_of
from tests.practice import make_picture, use


def panel(editor, page) -> BeautifulSoup:
    answer = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return BeautifulSoup(answer.content, "html.parser").select_one(".share-preview")


def test_an_editor_sees_the_draft_as_each_network_frames_it(practice, editor):
    page = practice.tablets
    page.title = "Tablets that help with a great many things, or so it is said " * 3
    page.indications.add(use(practice.migraine, "no_evidence", "not_approved"))
    page.save_revision()
    preview = panel(editor, page)
    titles = [one.get_text() for one in preview.select(".share-preview__title")]
    words = preview.get_text(" ")

    assert len(titles) == len(preview.select("img")) == 4
    # The page's own title ends before the first network would cut it.
    assert all(40 < len(title) <= 65 for title in titles)
    assert "Unproven for: Migraine." in words
    assert "Migraine: No evidence found" in preview.img["alt"]


def kept_cards(page) -> list[str]:
    """The files of a page's cards; other tests may have left some."""
    folder = f"{FOLDER}/{page.pk}"
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def test_the_draft_s_card_is_drawn_and_not_kept(practice, editor):
    page = practice.tablets
    page.title = "Not yet public"
    page.save_revision()
    before = kept_cards(page)
    answer = editor.get(panel(editor, page).img["src"])

    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
    assert answer["Content-Type"] == "image/jpeg"
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert kept_cards(page) == before


def test_nobody_else_sees_the_draft_s_card(
    practice, editor, visitor, django_user_model
):
    address = panel(editor, practice.lupus).img["src"]
    guest = Client(SERVER_NAME="localhost")
    guest.force_login(
        django_user_model.objects.create_user("guest", "g@brackenfold.example.org")
    )

    assert visitor.get(address).status_code == 302
    assert guest.get(address).status_code == 302


def test_a_colleague_who_may_not_edit_the_page_sees_no_draft_of_it(
    practice, editor, django_user_model
):
    address = panel(editor, practice.lupus).img["src"]
    colleague = django_user_model.objects.create_user("c", "c@brackenfold.example.org")
    colleague.user_permissions.add(Permission.objects.get(codename="access_admin"))
    editor.force_login(colleague)
    answer = editor.get(address)

    assert answer.status_code in (302, 403)
    assert "image" not in answer["Content-Type"]


def test_a_card_that_no_editor_was_told_of_is_not_drawn(practice, editor):
    card = Card(practice="Somebody else's", logo=("documents/secret.txt", ""))
    genuine = address_of(card, practice.lupus.pk)
    forged = genuine.replace(genuine[40:44], "AAAA")

    assert editor.get(forged).status_code == 404
    assert editor.get(reverse("draft_card", args=["anything"])).status_code == 404


def test_an_editor_s_own_picture_is_what_the_preview_shows(practice, editor):
    page = practice.lupus
    page.og_image = make_picture("Leaf")
    page.save_revision()
    preview = panel(editor, page)

    assert "fill-1200x630" in preview.img["src"]
    assert preview.img["alt"] == "A drawing of a leaf"
