"""Tags around what is written alike on many pages, so that it is written once."""

from collections import OrderedDict
from collections.abc import Hashable

from django import template
from django.template.base import FilterExpression, NodeList
from django.utils.translation import get_language

register = template.Library()

# Ways to fill in one part of a template; few have more than a dozen.
MOST = 500


class OnceForNode(template.Node):
    """Remembers in a record what was written of it, as long as the record is kept."""

    def __init__(self, record: FilterExpression, nodelist: NodeList) -> None:
        self.record = record
        self.nodelist = nodelist

    def render(self, context):
        markup = getattr(self.record.resolve(context), "markup", None)
        if markup is None:
            return self.nodelist.render(context)
        key = (id(self), get_language())
        if key not in markup:
            markup[key] = self.nodelist.render(context)
        return markup[key]


class OnceByNode(template.Node):
    """Remembers what was written by the values that it was made of."""

    def __init__(self, values: list[FilterExpression], nodelist: NodeList) -> None:
        self.values = values
        self.nodelist = nodelist
        self.written: OrderedDict[Hashable, str] = OrderedDict()

    def render(self, context):
        values = [value.resolve(context, ignore_failures=True) for value in self.values]
        key = (get_language(), *values)
        if (known := self.written.get(key)) is not None:
            return known
        self.written[key] = written = self.nodelist.render(context)
        if len(self.written) > MOST:
            self.written.popitem(last=False)
        return written


class KeptPartNode(template.Node):
    """A part of a page that is kept until something that it shows changes.

    A view without a page keeps none.
    """

    def __init__(self, page: FilterExpression, name: str, nodelist: NodeList) -> None:
        self.page = page
        self.name = name
        self.nodelist = nodelist

    def render(self, context):
        keep_part = getattr(self.page.resolve(context), "keep_part", None)
        if keep_part is None:
            return self.nodelist.render(context)
        return keep_part(self.name, lambda: self.nodelist.render(context))


@register.tag
def kept_part(parser, token):
    """A part of a page, by a name that no other part of it has.

    What stands inside may read what `PartedPage` says, the site, and never the request.
    """
    _tag, page, name = token.split_contents()
    nodelist = _inside(parser, "endkept_part")
    return KeptPartNode(parser.compile_filter(page), name, nodelist)


@register.tag
def once_for(parser, token):
    """Write what is inside once for a kept record; it may read nothing but that."""
    _tag, record = token.split_contents()
    return OnceForNode(parser.compile_filter(record), _inside(parser, "endonce_for"))


@register.tag
def once_by(parser, token):
    """Write what is inside once for each set of values; it may read nothing but them."""
    _tag, *values = token.split_contents()
    compiled = [parser.compile_filter(value) for value in values]
    return OnceByNode(compiled, _inside(parser, "endonce_by"))


def _inside(parser, end: str) -> NodeList:
    nodelist = parser.parse([end])
    parser.delete_first_token()
    return nodelist
