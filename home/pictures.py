"""Fetches pictures with all their sizes for many pages at once."""

from collections.abc import Iterable

from django.db import models

from home.models.images import PracticeImage

PICTURE_FIELDS = ("image", "og_image", "logo", "og_image_default")


def load_pictures(owners: Iterable[models.Model]) -> None:
    """Fill the picture fields of these records: two queries, however many they are."""
    wanted = [
        (owner, name)
        for owner in owners
        for name in PICTURE_FIELDS
        if getattr(owner, f"{name}_id", None)
    ]
    keys = {getattr(owner, f"{name}_id") for owner, name in wanted}
    if not keys:
        return
    images = PracticeImage.objects.prefetch_related("renditions").in_bulk(keys)
    for owner, name in wanted:
        if image := images.get(getattr(owner, f"{name}_id")):
            setattr(owner, name, image)
