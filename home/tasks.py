"""Work that no visitor should wait for."""

import logging
from datetime import timedelta
from zlib import crc32

from django.core.cache import cache
from django.utils import timezone
from django_tasks import default_task_backend, task
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from home.changes.reading import row_tag
from home.changes.telling import note
from home.models.images import PracticeImage
from home.share_cards.keeping import renew_all
from home.undrawn import Missing

logger = logging.getLogger(__name__)

ASKED_AGAIN_AFTER = 60  # seconds
TRIED_AGAIN_AFTER = timedelta(minutes=10)
ATTEMPTS = 12


@task()
def make_pictures(page_id: int) -> None:
    """Draw a published page's share card, and every size of its pictures.

    The sizes come to be when the page is shown, here to nobody.
    """
    page = Page.objects.live().filter(pk=page_id).specific().first()
    if page is not None:
        list(renew_all([page]))
        page.serve(get_dummy_request(site=page.get_site())).render()


def have_drawn(missing: Missing) -> None:
    """Queue what visitors' pages lack, once for all who come before it is drawn."""
    for image_id in {one for one, _spec in missing}:
        specs = sorted(spec for one, spec in missing if one == image_id)
        known = f"drawn-{image_id}-{crc32(repr(specs).encode())}"
        if cache.add(known, True, timeout=ASKED_AGAIN_AFTER):
            draw_sizes.enqueue(image_id, specs)


@task()
def draw_sizes(image_id: int, specs: list[str], attempt: int = 1) -> None:
    """Draw these sizes, and have every kept page that shows the picture made anew."""
    image = PracticeImage.objects.filter(pk=image_id).first()
    if image is None:
        return
    try:
        image.get_renditions(*specs)
    except OSError:  # The store is away, the disk full, the original lost.
        if attempt == ATTEMPTS or not default_task_backend.supports_defer:
            raise
        logger.warning("Picture %s cannot be drawn now", image_id)
        later = timezone.now() + TRIED_AGAIN_AFTER
        draw_sizes.using(run_after=later).enqueue(image_id, specs, attempt + 1)
    else:
        note(row_tag(image))
