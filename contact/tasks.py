"""Work that no visitor should wait for."""

from django_tasks import task

from contact.mail.delivery import deliver_due

MAIL_QUEUE = "mail"


@task(queue_name=MAIL_QUEUE)
def deliver_mail() -> None:
    """Deliver what is due; queued with the mail itself, it wakes the worker."""
    deliver_due()
