"""Work that no visitor should wait for."""

from django_tasks import task
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page


@task()
def make_pictures(page_id: int) -> None:
    """Show a published page to nobody, so that every size of its pictures exists."""
    page = Page.objects.live().filter(pk=page_id).specific().first()
    if page is not None:
        page.serve(get_dummy_request(site=page.get_site())).render()
