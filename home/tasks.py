"""Work that no visitor should wait for."""

from django_tasks import task
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from home.share_cards.keeping import renew_all


@task()
def make_pictures(page_id: int) -> None:
    """Draw a published page's share card, and every size of its pictures.

    The sizes come to be when the page is shown, here to nobody.
    """
    page = Page.objects.live().filter(pk=page_id).specific().first()
    if page is not None:
        list(renew_all([page]))
        page.serve(get_dummy_request(site=page.get_site())).render()
