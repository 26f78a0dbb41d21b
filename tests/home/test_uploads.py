"""Pictures and documents that people upload, well-meant and not."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from home.models import PracticeImage
from tests.home.attacks import DOCUMENTS, HONEST, PICTURES, picture

MODELS = {"images": PracticeImage, "documents": get_document_model()}
WAYS = ["add", "multiple/add", "chooser/create"]
ORIENTATION, GPS = 0x0112, 0x8825


def upload(browser, kind: str, way: str, name: str, content: bytes):
    """Send a file to one of Wagtail's three doors for it."""
    about = {"title": "Sent", "collection": 1, "description": "A thing"}
    file, headers, prefix = "file", {}, ""
    if way == "multiple/add":
        file, headers = "files[]", {"X-Requested-With": "XMLHttpRequest"}
    elif way == "chooser/create":
        prefix = f"{kind[:-1]}-chooser-upload-"
    fields = about | {file: SimpleUploadedFile(name, content)}
    fields = {f"{prefix}{name}": value for name, value in fields.items()}
    return browser.post(f"/admin/{kind}/{way}/", fields, headers=headers)


def stored_files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def expect_refusal(browser, kind: str, way: str, name: str, content: bytes) -> None:
    model, files = MODELS[kind], stored_files()
    count = model.objects.count()
    response = upload(browser, kind, way, name, content)

    assert response.status_code == 200, f"{name}: {response.status_code}"
    if way == "add":
        assert response.context["form"].errors["file"]
    elif way == "multiple/add":
        assert response.json()["success"] is False
        assert response.json()["error_message"]
    else:
        assert response.json()["step"] == "reshow_creation_form"
        assert "error-message" in response.json()["htmlFragment"]
    assert model.objects.count() == count
    assert stored_files() == files


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("attack", PICTURES)
def test_no_harmful_picture_is_kept(owner, attack, way):
    expect_refusal(owner, "images", way, *PICTURES[attack])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("attack", DOCUMENTS)
def test_no_harmful_document_is_kept(owner, attack, way):
    expect_refusal(owner, "documents", way, *DOCUMENTS[attack])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", HONEST)
def test_an_honest_document_is_kept_as_it_is(owner, name, way):
    upload(owner, "documents", way, name, HONEST[name])
    document = MODELS["documents"].objects.latest("pk")

    assert document.file.read() == HONEST[name]
    assert document.title == "Sent"


def test_a_document_that_is_too_large_is_refused(owner, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100

    expect_refusal(owner, "documents", "add", "list.csv", b"a,b\n" * 50)


def from_a_phone(kind: str) -> bytes:
    """A picture that lies on its side, and knows where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {2: (33.0, 26.0, 54.0), 1: "N"}
    colors = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    how = {} if kind == "GIF" else {"exif": exif, "icc_profile": colors}
    return picture(kind, (60, 40), **how)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif"])
@pytest.mark.parametrize("way", WAYS)
def test_where_a_picture_was_taken_is_forgotten(owner, ending, way):
    kind = "JPEG" if ending == "jpg" else ending.upper()
    upload(owner, "images", way, f"phone.{ending}", from_a_phone(kind))
    kept = PracticeImage.objects.latest("pk")

    assert (kept.width, kept.height) == (40, 60)
    with Image.open(kept.file.path) as original:
        assert original.info["icc_profile"]
        expect_no_more_than_a_picture(original)
    with Image.open(kept.get_rendition("width-20|format-jpeg").file.path) as smaller:
        expect_no_more_than_a_picture(smaller)


def expect_no_more_than_a_picture(opened: Image.Image) -> None:
    assert not opened.getexif()
    assert not {"exif", "xmp", "comment", "Raw profile type exif"} & set(opened.info)


def test_what_follows_a_picture_is_cut_off(owner):
    content = picture("JPEG")
    upload(owner, "images", "add", "film.jpg", content + b"a little film" * 9)
    kept = PracticeImage.objects.latest("pk").file.read()

    assert b"a little film" not in kept
    assert kept.endswith(b"\xff\xd9")


def test_a_moving_picture_stands_still(owner):
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "blue")]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    upload(owner, "images", "add", "two.gif", file.getvalue())

    with Image.open(PracticeImage.objects.latest("pk").file) as kept:
        assert kept.n_frames == 1


def test_a_new_picture_in_the_place_of_another_is_judged_too(owner, practice):
    before = practice.picture.file.name
    response = owner.post(
        f"/admin/images/{practice.picture.pk}/",
        {
            "title": "Garden",
            "collection": 1,
            "file": SimpleUploadedFile(*PICTURES["JPEG and page"]),
        },
    )

    assert response.context["form"].errors["file"]
    practice.picture.refresh_from_db()
    assert practice.picture.file.name == before


def test_a_private_document_is_for_those_who_may(practice, owner, visitor):
    private = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    practice.document.collection = private
    practice.document.save()

    assert visitor.get(practice.document.url).status_code == 302
    assert visitor.get(f"/media/{practice.document.file.name}").status_code == 404
    assert owner.get(practice.document.url).status_code == 200
