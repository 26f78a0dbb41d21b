"""Whether this process lives, and whether it can do all of its work: for machines.

Both are answered in front of Django, whatever host name was asked for: who balances asks
by a machine's number, over plain HTTP.
"""

import time
from collections.abc import Callable, Iterable
from threading import Lock, Thread

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.models import Min, Q
from django.http import HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.models import DBTaskResult

from config.safety_headers import send_safely

PATIENCE = 0.4  # seconds for an answer of the database or the cache
HOLDS_FOR = 1.0  # seconds, so that nobody keeps the database busy by asking
LONGEST_WAIT = 600  # seconds that a task may wait for a worker
CACHE_KEY = "health"


class Question:
    """Asks in a thread of its own, so that nobody waits for what hangs."""

    def __init__(self, ask: Callable[[], dict]) -> None:
        self._ask = ask
        self._lock = Lock()
        self._thread: Thread | None = None
        self._answer: dict = {}
        self._answered = -HOLDS_FOR

    def begin(self) -> None:
        """Ask, unless somebody does already or has just been told."""
        with self._lock:
            is_asking = self._thread is not None and self._thread.is_alive()
            if is_asking or time.monotonic() - self._answered < HOLDS_FOR:
                return
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        answer = self._ask()
        self._answer, self._answered = answer, time.monotonic()

    def answer(self, deadline: float) -> dict | None:
        """What was answered; None where nothing was until then."""
        if self._thread is not None:
            self._thread.join(max(deadline - time.monotonic(), 0))
            if self._thread.is_alive():
                return None
        return self._answer


def ask_database() -> dict:
    """Whether it answers, and how many seconds the oldest task has waited."""
    try:
        age = age_of_oldest_task()
    except DatabaseError:
        return {"database": "away", "queue": "unknown"}
    finally:
        connection.close()
    queue = "late" if age > LONGEST_WAIT else "ok"
    return {"database": "ok", "queue": queue, "oldest_task_seconds": age}


def age_of_oldest_task() -> int:
    """Seconds since the oldest waiting task could have run."""
    now = timezone.now()
    is_timed = Q(run_after__lte=now)  # A task of tomorrow is not late.
    found = DBTaskResult.objects.ready().aggregate(
        timed=Min("run_after", filter=is_timed),
        others=Min("enqueued_at", filter=~is_timed),
    )
    return int(
        (now - min(found["timed"] or now, found["others"] or now)).total_seconds()
    )


def ask_cache() -> dict:
    """Whether the cache keeps what it is given."""
    given = get_random_string(8)
    try:
        cache.set(CACHE_KEY, given, timeout=60)
        is_kept = cache.get(CACHE_KEY) == given
    except OSError:
        is_kept = False
    return {"cache": "ok" if is_kept else "away"}


class HealthChecks:
    """Answers /healthz and /readyz; passes on everything else."""

    def __init__(self, application: Callable) -> None:
        self.application = application
        self._answers = {"/healthz": self.live, "/readyz": self.ready}
        self._database = Question(ask_database)
        self._cache = Question(ask_cache)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        answer = self._answers.get(environ["PATH_INFO"])
        if answer is None:
            return self.application(environ, start_response)
        is_asked = environ["REQUEST_METHOD"] in ("GET", "HEAD")
        response = answer() if is_asked else HttpResponseNotAllowed(["GET", "HEAD"])
        response["Cache-Control"] = "no-store"
        return send_safely(response, environ, start_response)

    def at_hand(
        self, environ: dict, start_response: Callable
    ) -> Iterable[bytes] | None:
        """Only pages are; the database has to be asked whether all is well."""
        return self.application.at_hand(environ, start_response)

    def live(self) -> HttpResponse:
        """Who can say so, lives; nothing else is asked."""
        return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")

    def ready(self) -> HttpResponse:
        """503 while the database is away; the rest only makes the work worse."""
        deadline = time.monotonic() + PATIENCE
        self._database.begin()
        self._cache.begin()
        known = self._database.answer(deadline)
        known = known or {"database": "away", "queue": "unknown"}
        known |= self._cache.answer(deadline) or {"cache": "away"}
        return JsonResponse({"status": judge(known), **known}, status=status_of(known))


def judge(known: dict) -> str:
    """All of it in one word."""
    if known["database"] != "ok":
        return "unready"
    return "ready" if known["cache"] == known["queue"] == "ok" else "degraded"


def status_of(known: dict) -> int:
    return 503 if judge(known) == "unready" else 200
