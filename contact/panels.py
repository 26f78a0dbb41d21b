"""What the dashboard says about enquiries, and about mail that is stuck."""

from django.db.models import Min
from wagtail.admin.ui.components import Component

from contact.models import Enquiry, EnquiryState, OutgoingMail

SHOWN = 8


class EnquiryPanel(Component):
    """How many people wait for an answer, and since when."""

    name = "enquiries"
    order = 100
    template_name = "contact/editor/enquiry_panel.html"

    def get_context_data(self, parent_context):
        new = Enquiry.objects.filter(state=EnquiryState.NEW)
        return {"number": new.count(), **new.aggregate(oldest=Min("received"))}


class MailPanel(Component):
    """Mail that was given up, or is long on its way, and why."""

    name = "stuck_mail"
    order = 110
    template_name = "contact/editor/mail_panel.html"

    def get_context_data(self, parent_context):
        stuck = OutgoingMail.objects.stuck().order_by("queued")
        return {
            "mails": stuck[:SHOWN],
            "number": stuck.count(),
            "may_try": parent_context["request"].user.has_perm(
                "contact.change_outgoingmail"
            ),
            "csrf_token": parent_context["csrf_token"],
        }
