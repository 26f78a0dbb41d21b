"""How people reach us, and what we tell them: one family a file."""

from contact.models.contact_page import ContactPage
from contact.models.enquiries import Enquiry, EnquiryNote, EnquiryState, Purpose
from contact.models.mail import MailState, OutgoingMail
from contact.models.newsletters import Newsletter, NewsletterState
from contact.models.subscribers import (
    Subscriber,
    SubscriberState,
    SubscriptionRequest,
    Topic,
)
from contact.models.updates import (
    UpdateIndexPage,
    UpdatePage,
    UpdateTopic,
    give_topics,
)

__all__ = [
    "ContactPage",
    "Enquiry",
    "EnquiryNote",
    "EnquiryState",
    "MailState",
    "Newsletter",
    "NewsletterState",
    "OutgoingMail",
    "Purpose",
    "Subscriber",
    "SubscriberState",
    "SubscriptionRequest",
    "Topic",
    "UpdateIndexPage",
    "UpdatePage",
    "UpdateTopic",
    "give_topics",
]
