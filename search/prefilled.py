"""Forms of the editor that open with the words somebody searched for."""

from wagtail.contrib.search_promotions.views import CreateView as PromotionCreateView
from wagtail.snippets.views.snippets import CreateView as SnippetCreateView

from search.models import SynonymSet
from search.models.insight import LONGEST_COUNTED

PARAMETER = "words"


def _words(request) -> str:
    return request.GET.get(PARAMETER, "").replace("\0", "")[:LONGEST_COUNTED].strip()


class SynonymsFor(SnippetCreateView):
    """A new set of synonyms that begins with `?words=`."""

    def get_initial_form_instance(self):
        words = _words(self.request)
        return SynonymSet(words=[words]) if words else None


class PromotionFor(PromotionCreateView):
    """A new promoted result for `?words=`."""

    def get_initial(self):
        return {**super().get_initial(), "query_string": _words(self.request)}
