"""Newsletters in the editor: owners write one, look at it, and send or schedule it."""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.models import Site

from contact.mail.queue import queue_mail
from contact.models.newsletters import Newsletter
from contact.models.subscribers import Subscriber
from contact.newsletters.writing import Writer, preview, trial_mail
from contact.subscribing.records import log_schedule, log_withdrawal
from home.listings import DayColumn


class NewsletterForm(forms.ModelForm):
    """What an owner writes; the list of pages makes itself."""

    class Meta:
        model = Newsletter
        fields = ["subject", "since", "introduction"]
        widgets = {
            "since": AdminDateInput,
            "introduction": forms.Textarea(attrs={"rows": 5}),
        }


class SendForm(forms.Form):
    """When it goes."""

    send_at = forms.DateTimeField(
        label=_("Send it at"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("Left empty: at once."),
    )

    def clean_send_at(self):
        moment = self.cleaned_data["send_at"]
        if moment and moment < timezone.now():
            raise forms.ValidationError(_("This time is past."))
        return moment or timezone.now()


def newsletter_url(newsletter: Newsletter) -> str:
    """Where it is previewed, and sent."""
    return reverse("newsletter:inspect", args=[newsletter.pk])


class DraftsOnly(View):
    """Nobody changes what is on its way."""

    def dispatch(self, request, *args, **kwargs):
        newsletter = self.get_object()
        if not newsletter.is_draft:
            messages.error(request, _("It is on its way. Withdraw it first."))
            return redirect(newsletter_url(newsletter))
        return super().dispatch(request, *args, **kwargs)


class NewslettersView(generic.IndexView):
    """All newsletters, the latest first."""

    def get_edit_url(self, instance):
        return super().get_edit_url(instance) if instance.is_draft else None

    def get_delete_url(self, instance):
        return super().get_delete_url(instance) if instance.is_draft else None


class NewNewsletterView(generic.CreateView):
    """Begin one, which looks back to the last."""

    def get_initial_form_instance(self):
        site = Site.find_for_request(self.request)
        subject = _now("News from %(name)s") % {"name": site.site_name}
        since = Newsletter.objects.next_since(site)
        return Newsletter(site=site, subject=subject, since=since)

    def get_success_url(self):
        return newsletter_url(self.object)


class EditNewsletterView(DraftsOnly, generic.EditView):
    """Change the words of a draft."""

    def get_success_url(self):
        return newsletter_url(self.object)


class DeleteNewsletterView(DraftsOnly, generic.DeleteView):
    """Drop a draft; what was sent stays, so that nothing is told twice."""


class NewsletterView(generic.InspectView):
    """The newsletter as it will be read, and what can be done with it."""

    page_title = _("Preview")
    template_name = "contact/editor/newsletter.html"
    fields = ["state"]

    def get_edit_url(self):
        return super().get_edit_url() if self.object.is_draft else None

    def get_delete_url(self):
        return super().get_delete_url() if self.object.is_draft else None

    def get_context_data(self, **kwargs):
        everybody = Subscriber.objects.active().filter(site=self.object.site)
        return {
            "send_form": SendForm(),
            "has_words": Writer.of(self.object).has_words,
            "text": preview(self.object).text,
            "number": everybody.count(),
            "may_send": self.user_has_permission("change"),
            **super().get_context_data(**kwargs),
        }

    def post(self, request, *args, **kwargs):
        if not self.user_has_permission("change"):
            raise PermissionDenied
        actions = {"withdraw": self._withdraw, "trial": self._send_trial}
        return actions.get(request.POST.get("action"), self._send)()

    def _send(self):
        form, writer = SendForm(self.request.POST), Writer.of(self.object)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(send_form=form))
        if not writer.has_words:
            return self._done(messages.ERROR, _("There is nothing new to tell."))
        told, moment = [one.key for one in writer.news], form.cleaned_data["send_at"]
        if not self.object.schedule(told, moment):
            return self._done(messages.ERROR, _("Somebody was quicker than you."))
        log_schedule(self.object, self.request.user)
        return self._done(messages.SUCCESS, _("The worker sends it at its time."))

    def _withdraw(self):
        if not self.object.withdraw():
            return self._done(messages.ERROR, _("It is on its way already."))
        log_withdrawal(self.object, self.request.user)
        return self._done(messages.SUCCESS, _("It is a draft again."))

    def _send_trial(self):
        email = self.request.user.email
        if not email:
            return self._done(messages.ERROR, _("Your account has no email address."))
        queue_mail([trial_mail(self.object, email, str(uuid4()))])
        words = _("A copy is on its way to %(email)s.") % {"email": email}
        return self._done(messages.SUCCESS, words)

    def _done(self, level: int, words) -> HttpResponse:
        messages.add_message(self.request, level, words)
        return redirect(newsletter_url(self.object))


class NewsletterHtmlView(View):
    """The HTML of the mail alone, for the frame of the preview."""

    def get(self, request, pk):
        if not request.user.has_perm("contact.view_newsletter"):
            raise PermissionDenied
        newsletter = get_object_or_404(Newsletter, pk=pk)
        return HttpResponse(preview(newsletter).html)


class NewsletterViewSet(ModelViewSet):
    """Mails to all subscribers."""

    model = Newsletter
    icon = "mail"
    menu_label = _("Newsletters")
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = NewslettersView
    add_view_class = NewNewsletterView
    edit_view_class = EditNewsletterView
    delete_view_class = DeleteNewsletterView
    inspect_view_class = NewsletterView
    list_display = [
        "subject",
        Column("state", label=_("State"), accessor="get_state_display"),
        DayColumn("since", label=_("What is new since")),
        DateColumn("send_at", label=_("To be sent")),
        Column("recipients", label=_("Went to")),
    ]

    def get_form_class(self, for_update=False):
        return NewsletterForm

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("html/<int:pk>/", NewsletterHtmlView.as_view(), name="html"),
        ]
