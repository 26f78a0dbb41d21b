"""Work that follows when somebody asked for updates."""

from django_tasks import task

from contact.subscribing.answering import answer_requests
from contact.tasks import MAIL_QUEUE


@task(queue_name=MAIL_QUEUE)
def answer_subscriptions() -> None:
    """Write to those who asked; queued with what they asked, it wakes the worker."""
    answer_requests()
