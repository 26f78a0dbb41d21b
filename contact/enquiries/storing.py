"""Stores an enquiry and queues the mail about it, both or neither."""

import json

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contact.enquiries.forms import EnquiryForm
from contact.mail.queue import Mail, is_address, queue_mail
from contact.models.enquiries import Enquiry
from home.models import PracticeSettings
from home.site import PracticeSite

NOTICE = "enquiry-notice"


def store(form: EnquiryForm, token: str, site: PracticeSite) -> Enquiry:
    """Store what a valid form holds; the same form sent twice is one enquiry."""
    words = form.words()
    sent = json.dumps([token, form.cleaned_data], sort_keys=True)
    # Who goes back and changes something sends another one: it may not be lost.
    submission = salted_hmac("contact.enquiries", sent, algorithm="sha256").hexdigest()
    known = Enquiry.objects.filter(submission=submission)
    if found := known.first():
        return found
    now = timezone.localtime()
    words["consent_time"] = date_format(now, "DATETIME_FORMAT")
    enquiry = Enquiry(
        submission=submission,
        site=site.site,
        purpose=form.cleaned_data["purpose"],
        location_id=form.location_id,
        received=now,
    )
    enquiry.set_words(words)
    try:
        with transaction.atomic():
            enquiry.save()
            queue_mail(notices_of(enquiry, site.practice))
    except IntegrityError:
        # The second click was quicker; its enquiry is this one.
        return known.get()
    return enquiry


def notices_of(enquiry: Enquiry, practice: PracticeSettings) -> list[Mail]:
    """Mails that say where to read the enquiry, and nothing of what is in it."""
    address = reverse("enquiry:edit", args=[enquiry.pk])
    text = _(
        "Somebody wrote to the practice through the website. For the sake of privacy, "
        "this mail says no more. Read it here, and sign in if you are asked to:"
    )
    return [
        Mail(
            kind=NOTICE,
            about=enquiry.reference,
            recipient=recipient,
            subject=_("New enquiry %(reference)s") % {"reference": enquiry.reference},
            text=f"{text}\n\n{settings.WAGTAILADMIN_BASE_URL}{address}\n",
        )
        for recipient in practice.enquiry_mail_goes_to
        # Whatever stands in the settings, no enquiry may fail for it.
        if is_address(recipient)
    ]
