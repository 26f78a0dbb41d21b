"""A worker that answers from kept pages at once, whatever its threads are busy with.

Gunicorn hands each request to a thread and hears from it when it is done; that costs more
than to find a kept page, and a visitor waits while four others are given a page that has to
be made. Here the loop that hears of requests asks the application for an answer that is at
hand. It reads and writes no more than the system takes without waiting, so that nobody, and
no slow client, can hold it up.
"""

import socket
from concurrent.futures import Future
from datetime import datetime

from gunicorn.http import RequestParser, wsgi
from gunicorn.workers.gthread import _DEFER, TConn, ThreadWorker

LONGEST = 16_384  # bytes of a request's head that is looked at here
LOOK = socket.MSG_PEEK | socket.MSG_DONTWAIT
END = b"\r\n\r\n"
METHODS = (b"GET ", b"HEAD ")
# Who sends one of these sends more than a head, or wants more than an answer.
MORE = {"CONTENT-LENGTH", "TRANSFER-ENCODING", "EXPECT", "UPGRADE"}


def _said(result: object) -> Future:
    """What a thread would have said."""
    done: Future = Future()
    done.set_result(result)
    return done


ANSWERED = _said(True)
NOTHING_ASKED = _said(_DEFER)


class Told:
    """Stands in for a socket and takes what is to be sent."""

    def __init__(self) -> None:
        self.data = b""

    def sendall(self, data: bytes) -> None:
        self.data += data


class ReadyWorker(ThreadWorker):
    """Gunicorn's worker with threads; what is at hand needs none of them."""

    def enqueue_req(self, conn: TConn) -> None:
        head = self.look(conn)
        if head is None:
            # A new connection; no thread need wait until somebody asks there.
            self.finish_request(conn, NOTHING_ASKED)
        elif answer := self.answer_at_hand(conn, head):
            self.send(conn, answer)
        else:
            super().enqueue_req(conn)

    def look(self, conn: TConn) -> bytes | None:
        """The head of the one request that waits there; None where nothing does yet.

        Empty for all that only a thread can see to.
        """
        is_last = self.nr + 1 >= self.max_requests or not self.alive
        is_full = len(self.keepalived_conns) >= self.max_keepalived
        if is_last or is_full or not self.cfg.keepalive or self.cfg.is_ssl:
            return b""
        if conn.initialized and conn.parser.unreader.buf.getvalue():
            return b""
        try:
            head = conn.sock.recv(LONGEST, LOOK)
        except BlockingIOError:
            return b"" if conn.initialized else None
        except OSError:
            return b""
        is_whole = head.startswith(METHODS) and head.find(END) == len(head) - len(END)
        return head if is_whole else b""

    def answer_at_hand(self, conn: TConn, head: bytes) -> bytes:
        """The whole answer to this request; empty where a thread must make it."""
        if not head:
            return b""
        try:
            request = next(RequestParser(self.cfg, [head], conn.client))
            names = {name for name, _value in request.headers}
            if request.should_close() or not names.isdisjoint(MORE):
                return b""
            answer = self.ask(request, conn)
        except Exception:  # noqa: BLE001 A thread meets it again, and says so.
            return b""
        if answer:
            conn.init()
            conn.sock.recv(len(head))
        return answer

    def ask(self, request, conn: TConn) -> bytes:
        """What the application answers without waiting for anything."""
        begun = datetime.now()
        told = Told()
        response, environ = wsgi.create(
            request, told, conn.client, conn.server, self.cfg
        )
        body = self.wsgi.at_hand(environ, response.start_response)
        if body is None:
            return b""
        for part in body:
            response.write(part)
        response.close()
        self.nr += 1
        self.log.access(response, request, environ, datetime.now() - begun)
        return told.data

    def send(self, conn: TConn, answer: bytes) -> None:
        """Send what the system takes now; a thread sends the rest to a slow client."""
        try:
            sent = conn.sock.send(answer, socket.MSG_DONTWAIT)
        except BlockingIOError:
            sent = 0
        except OSError:
            sent = len(answer)  # Nobody is there; the next look at it says so.
        if sent == len(answer):
            self.finish_request(conn, ANSWERED)
            return
        rest = self.tpool.submit(self._send_rest, conn, answer[sent:])
        rest.add_done_callback(
            lambda done: self.method_queue.defer(self.finish_request, conn, done)
        )

    @staticmethod
    def _send_rest(conn: TConn, rest: bytes) -> bool:
        conn.sock.setblocking(True)
        try:
            conn.sock.sendall(rest)
        except OSError:
            return False
        return True
