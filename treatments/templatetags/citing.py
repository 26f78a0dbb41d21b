"""The tag around a text that may cite references, and around their list."""

from django import template

from treatments.citing import Citations, cited_ids, numbering
from treatments.models import MedicalPage, Reference

register = template.Library()


class CitingNode(template.Node):
    def __init__(self, page, nodelist):
        self.page = page
        self.nodelist = nodelist

    def render(self, context):
        page = self.page.resolve(context)
        citations = Citations(
            page.references
            if isinstance(page, MedicalPage)
            else Reference.objects.in_order(cited_ids(page))
        )
        with numbering(citations), context.push(citations=citations):
            return self.nodelist.render(context)


@register.tag
def citing(parser, token):
    """Number what the texts inside cite; `citations.entries` is then the list."""
    _tag, page = token.split_contents()
    nodelist = parser.parse(["endciting"])
    parser.delete_first_token()
    return CitingNode(parser.compile_filter(page), nodelist)
