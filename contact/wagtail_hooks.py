from django.contrib.auth.models import Permission
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSetGroup

from contact.enquiries.inbox import EnquiryViewSet
from contact.enquiries.records import register_enquiry_actions
from contact.models import UpdatePage
from contact.newsletters.desk import NewsletterViewSet
from contact.newsletters.news import find_updates
from contact.panels import EnquiryPanel, MailPanel
from contact.subscribing.listing import SubscriberViewSet
from contact.subscribing.records import register_subscriber_actions
from contact.views import try_again
from home.listings import DayColumn, listings_of, with_columns

hooks.register("register_log_actions", register_enquiry_actions)
hooks.register("register_log_actions", register_subscriber_actions)
hooks.register("find_news", find_updates)


@hooks.register("register_admin_viewset")
def register_inbox():
    return EnquiryViewSet("enquiry", url_prefix="enquiries")


class NewsletterGroup(ModelViewSetGroup):
    """What goes out by mail, and to whom."""

    menu_label = _("Newsletter")
    menu_icon = "mail"
    menu_order = 115
    items = (
        NewsletterViewSet("newsletter", url_prefix="newsletters"),
        SubscriberViewSet("subscriber", url_prefix="subscribers"),
    )


@hooks.register("register_admin_viewset")
def register_newsletter():
    return NewsletterGroup()


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    if request.user.has_perm("contact.view_enquiry"):
        panels.append(EnquiryPanel())
    if request.user.has_perm("contact.view_outgoingmail"):
        panels.append(MailPanel())


@hooks.register("register_permissions")
def register_inbox_permissions():
    models = ["enquiry", "newsletter", "outgoingmail", "subscriber"]
    return Permission.objects.filter(
        content_type__app_label="contact", content_type__model__in=models
    )


@hooks.register("register_admin_urls")
def register_mail_urls():
    return [path("mail/again/", try_again, name="mail_try_again")]


@hooks.register("register_admin_viewset")
def register_update_listings():
    return listings_of(
        UpdatePage,
        icon="doc-full",
        label=_("Updates"),
        order=150,
        columns=with_columns(
            DayColumn("published", label=_("Date"), sort_key="published", width="12%"),
            Column("author", label=_("Author"), width="16%"),
        ),
        list_filter=["published"],
        ordering="-published",
    )
