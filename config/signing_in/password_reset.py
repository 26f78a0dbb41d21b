"""A forgotten password: the same answer in the same time, whoever asks."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django_tasks import task
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.views.account import PasswordResetView

from config.signing_in.guesses import GuessLimit, source_of
from config.signing_in.refusing import refuse
from config.signing_in.sign_in import account_name

ADDRESS = GuessLimit("password-address", most=3, minutes=60)
NETWORK = GuessLimit("password-network", most=8, minutes=60)


class QueuedPasswordResetForm(PasswordResetForm):
    """Leaves the mail to the worker: sending it would take time that tells."""

    def save(self, **options) -> None:
        # Numbers, not addresses: the queue keeps no personal data for this.
        users = self.get_users(self.cleaned_data["email"])
        mail_password_links.enqueue([user.pk for user in users])


@task()
def mail_password_links(user_ids: list[int]) -> None:
    """Mail each of these accounts a link to a new password."""
    users = get_user_model().objects.filter(pk__in=user_ids)
    for address in {user.email for user in users}:
        form = PasswordResetForm({"email": address})
        if form.is_valid():
            form.save(
                # Never the host that was asked for: anybody can make one up.
                domain_override=urlsplit(settings.SITE_URL).netloc,
                use_https=settings.HTTPS,
                subject_template_name=PasswordResetView.subject_template_name,
                email_template_name=PasswordResetView.email_template_name,
            )


class LimitedPasswordResetView(PasswordResetView):
    """Keeps anybody from filling a mailbox, or from trying addresses."""

    def form_valid(self, form) -> HttpResponse:
        wait = self._seconds_to_wait(self.request, form.cleaned_data["email"])
        return refuse(self, form, wait) if wait else super().form_valid(form)

    def _seconds_to_wait(self, request: HttpRequest, email: str) -> int:
        wait = NETWORK.count(source_of(request))
        return wait or ADDRESS.count(account_name(email))
