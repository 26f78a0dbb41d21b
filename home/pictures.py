"""Fetches pictures with all their sizes for many pages at once."""

from collections.abc import Iterable

from django.db import models

from home.changes.keeping import keep_many
from home.models.images import PracticeImage, PracticeRendition

PICTURE_FIELDS = ("image", "og_image", "logo", "og_image_default", "struct_org_logo")


def load_pictures(owners: Iterable[models.Model]) -> None:
    """Fill the picture fields of these records: one query, however many they are.

    Whoever left such a column in the database shows no picture.
    """
    wanted = [
        (owner, name, key)
        for owner in owners
        for name in PICTURE_FIELDS
        if (key := vars(owner).get(f"{name}_id"))
    ]
    if not wanted:
        return
    images = keep_many("pictures", {key for _o, _n, key in wanted}, _with_sizes)
    for owner, name, key in wanted:
        if image := images.get(key):
            setattr(owner, name, image)


def _with_sizes(wanted: Iterable[int]) -> dict[int, PracticeImage]:
    """These pictures with all their sizes; a second query only for undrawn ones."""
    keys = set(wanted)
    images: dict[int, PracticeImage] = {}
    sizes: dict[int, list[PracticeRendition]] = {key: [] for key in keys}
    found = PracticeRendition.objects.filter(image__in=keys).select_related("image")
    for size in found:
        size.image = images.setdefault(size.image_id, size.image)
        sizes[size.image_id].append(size)
    if undrawn := keys - images.keys():
        images |= PracticeImage.objects.in_bulk(undrawn)
    for key, image in images.items():
        prefetched = image.renditions.all()
        prefetched._result_cache, prefetched._prefetch_done = sizes[key], True
        image._prefetched_objects_cache = {"renditions": prefetched}
        image.markup = {}
    return images
