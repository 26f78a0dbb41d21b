"""Connects what editors do, by any route, to the index."""

from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.publishing import is_in_publication
from home.together import do_once
from search.index import forget, index_pages, renew_version
from search.models import IndexedPage, SynonymSet
from search.reading import dependents
from treatments.models import Indication, TreatmentPage


def connect() -> None:
    """Connect every signal; called once, when the app is ready."""
    people = TreatmentPage.clinicians.through
    for signal, receiver, sender in [
        (page_published, index_one, None),
        (page_unpublished, index_one, None),
        (post_page_move, index_below, None),
        (post_save, index_saved, None),
        (m2m_changed, index_offer, people),
        (pre_delete, remember_dependents, TreatmentPage),
        (post_delete, index_dependents, TreatmentPage),
        (pre_delete, forget_entry, IndexedPage),
        (post_save, index_restricted, PageViewRestriction),
        (post_delete, index_restricted, PageViewRestriction),
        (post_save, index_indication, Indication),
        (post_delete, index_indication, Indication),
        (post_save, renew_synonyms, SynonymSet),
        (post_delete, renew_synonyms, SynonymSet),
    ]:
        name = f"search.{receiver.__name__}"
        signal.connect(receiver, sender=sender, weak=False, dispatch_uid=name)


def index_one(instance: Page, **kwargs) -> None:
    do_once(index_pages, [instance.pk])


def index_saved(
    sender: type, instance: Page, raw: bool = False, update_fields=None, **kwargs
) -> None:
    """A page may be saved without being published, as scripts do."""
    # A revision saves some fields of its page, and none that a visitor reads.
    is_whole = update_fields is None or "live" in update_fields
    if raw or not is_whole or not issubclass(sender, Page):
        return
    _index_unless_in_publication(instance)


def index_below(instance: Page, **kwargs) -> None:
    # A queryset of the first page's type: a move may have changed the path.
    page = Page.objects.get(pk=instance.pk)
    below = Page.objects.descendant_of(page, inclusive=True)
    index_pages(below.values_list("pk", flat=True))


def index_offer(instance, action: str, **kwargs) -> None:
    if action.startswith("post_") and isinstance(instance, TreatmentPage):
        _index_unless_in_publication(instance)


def remember_dependents(instance: TreatmentPage, **kwargs) -> None:
    instance.pages_that_name_it = dependents([instance.pk])


def index_dependents(instance: TreatmentPage, **kwargs) -> None:
    index_pages(instance.pages_that_name_it, with_dependents=False)


def forget_entry(instance: IndexedPage, **kwargs) -> None:
    forget(instance)


def index_restricted(
    instance: PageViewRestriction, origin=None, raw: bool = False, **kwargs
) -> None:
    if not raw and _is_own_deletion(instance, origin):
        index_below(instance=instance.page)


def index_indication(
    instance: Indication, origin=None, raw: bool = False, **kwargs
) -> None:
    if not raw and _is_own_deletion(instance, origin):
        _index_unless_in_publication(instance.treatment)


def renew_synonyms(**kwargs) -> None:
    renew_version()


def _index_unless_in_publication(page: Page) -> None:
    # While it is published its lists are still to come; index_one reads all at the end.
    if not is_in_publication(page):
        index_pages([page.pk])


def _is_own_deletion(instance: object, origin: object) -> bool:
    """Not where the page itself is being deleted, and takes the row along."""
    model = origin.model if isinstance(origin, QuerySet) else type(origin)
    return origin is None or model is type(instance)
