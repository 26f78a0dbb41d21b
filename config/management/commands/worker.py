"""The process beside the web server: queued tasks, and work that the clock starts."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import Error as DatabaseFailure
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from contact.mail.claimants import free_claims_of_the_dead
from contact.mail.delivery import deliver_due, stopping
from contact.subscribing.answering import answer_requests
from contact.tasks import MAIL_QUEUE

logger = logging.getLogger(__name__)

MINUTE = 60
DAY = 24 * 60 * MINUTE
PAUSE = 1
PAUSE_AFTER_FAILURE = 5


@dataclass
class Job:
    """A management command that runs each time so many seconds have passed."""

    command: str
    every: int
    due: float = 0
    run: Future | None = None

    def start_if_due(self, pool: Executor, now: float) -> None:
        """Start the command, unless its last run has not ended yet."""
        if now >= self.due and (self.run is None or self.run.done()):
            self.due = now + self.every
            self.run = pool.submit(self._call)
            # A failing command is logged; it must not stop the tasks.
            self.run.add_done_callback(self._log_failure)

    def _call(self) -> None:
        close_old_connections()
        call_command(*self.command.split(), verbosity=0)

    def _log_failure(self, run: Future) -> None:
        if not run.cancelled() and (error := run.exception()):
            logger.error("%s failed; it runs again", self.command, exc_info=error)


def make_jobs() -> list[Job]:
    """Return what the clock starts, each job due at once."""
    return [
        Job("publish_scheduled", every=MINUTE),
        Job("send_newsletters", every=MINUTE),
        Job("send_review_digest", every=DAY),
        # Rules may have been renewed, or the evidence on another page.
        Job("check_claims --fail-on=never --processes=1", every=DAY),
        # What a card shows may have changed without anybody publishing its page.
        Job("make_share_cards", every=DAY),
        Job("purge_enquiries", every=DAY),
        # What was searched so rarely that it may say who searched.
        Job("forget_searches", every=DAY),
        Job("clearsessions", every=DAY),
        Job("forget_guesses", every=DAY),
        # Finished tasks hold the addresses that mail went to.
        Job("prune_db_task_results --queue-name=*", every=DAY),
    ]


class Command(BaseCommand):
    """Runs queued tasks, mail and scheduled work until it is told to stop."""

    help = "Run queued tasks, mail and scheduled publishing until stopped."

    def handle(self, **options) -> None:
        worker = make_worker(except_for=[MAIL_QUEUE])
        worker.configure_signals()
        jobs = make_jobs()
        self.stdout.write("The worker waits for tasks.")
        with mail_lane(), ThreadPoolExecutor(max_workers=1) as pool:
            while worker.running:
                for job in jobs:
                    job.start_if_due(pool, time.monotonic())
                time.sleep(PAUSE if run_tasks(worker) else PAUSE_AFTER_FAILURE)
            # Who stops it waits for what runs; the next worker starts the rest at once.
            pool.shutdown(cancel_futures=True)


@contextmanager
def mail_lane() -> Iterator[None]:
    """Deliver mail in a thread of its own: no slow server keeps other work waiting."""
    worker = make_worker(only=[MAIL_QUEUE])
    lane = threading.Thread(target=run_mail, args=[worker], name="mail")
    lane.start()
    try:
        yield
    finally:
        worker.running = False
        stopping.set()
        lane.join()


def run_mail(worker: Worker) -> None:
    """Deliver what is queued, and again what failed before, until told to stop."""
    answered(free_claims_of_the_dead)
    while worker.running:
        is_up = run_tasks(worker) and answered(answer_requests)
        is_up = is_up and answered(deliver_due)
        stopping.wait(PAUSE if is_up else PAUSE_AFTER_FAILURE)
    close_old_connections()


def make_worker(only: Sequence[str] = ("*",), except_for: Sequence[str] = ()) -> Worker:
    """Return django-tasks' own worker, set to come back when no task is left."""
    # It would announce each start and each end of its search, once a second.
    logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
    return Worker(
        queue_names=list(only),
        excluded_queue_names=list(except_for),
        interval=PAUSE,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )


def run_tasks(worker: Worker) -> bool:
    """Run what is queued; False when the database did not answer."""
    return answered(worker.run)


def answered(work: Callable[[], object]) -> bool:
    """Do a piece of work; False when the database did not answer."""
    try:
        work()
    except DatabaseFailure:
        logger.exception("The database did not answer; trying again")
        close_old_connections()
        return False
    return True
