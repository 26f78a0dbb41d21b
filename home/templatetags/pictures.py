"""Wagtail's picture tag, which writes the same picture only once."""

from django import template
from wagtail.images.templatetags import wagtailimages_tags

register = template.Library()


class PictureNode(wagtailimages_tags.PictureNode):
    def render(self, context):
        image = self.image_expr.resolve(context)
        # Only pictures that were loaded with all their sizes have it.
        markup = getattr(image, "markup", None)
        if markup is None:
            return super().render(context)
        attributes = ((name, v.resolve(context)) for name, v in self.attrs.items())
        key = (*self.filter_specs, *attributes)
        if key not in markup:
            markup[key] = super().render(context)
        return markup[key]


@register.tag
def picture(parser, token):
    """As in Wagtail: `{% picture image format-{avif,webp,jpeg} width-720 %}`."""
    node = wagtailimages_tags.image(parser, token)
    return PictureNode(node.image_expr, node.filter_specs, attrs=node.attrs)
