"""The contact page, with the form of enquiries."""

import re

from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from contact.enquiries.forms import EnquiryForm
from contact.enquiries.tokens import new_token
from home.changes.following import followed_property
from home.keeping import keep_for_outages
from home.models import BasePage, LocationPage
from home.schema_org import extended

# What ties the form to a browser and to one sending.
OF_THIS_VISITOR = re.compile(
    rb'<input type="hidden" name="(?:csrfmiddlewaretoken|token)" [^>]*>'
)


class ContactPage(BasePage):
    """Phone, address and hours of the practice."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    introduction = models.TextField(_("introduction"), blank=True, max_length=1000)

    content_panels = [*BasePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("contact page")

    schema_page_type = "ContactPage"

    def get_schema_page(self):
        practice = {"@id": f"{self.practice_site.home_url}#organization"}
        return extended(super().get_schema_page(), mainEntity=practice)

    _about = ""

    @property
    def may_keep_parts(self):
        # What somebody asks about is chosen in the form.
        return super().may_keep_parts and not self._about

    def get_own_context(self, request):
        self._about = request.GET.get("about", "")
        # Made where its fields are printed, if nobody has kept them.
        form = SimpleLazyObject(
            lambda: EnquiryForm(site=self.practice_site, about=self._about)
        )
        return {"form": form, "token": new_token()}

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        # Its form is this visitor's: no cache may give it to another.
        response["Cache-Control"] = "private, no-store"
        keep_for_outages(request, OF_THIS_VISITOR.sub(b"", response.render().content))
        return response

    @followed_property
    def locations(self) -> list[LocationPage]:
        """All visible places, the main one first."""
        places = LocationPage.objects.descendant_of(self.practice_site.site.root_page)
        return list(
            self.practice_site.visible(places)
            .prefetch_related("special_hours")
            .order_by("-is_primary", "title")
        )
