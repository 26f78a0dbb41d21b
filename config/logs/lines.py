"""How a line of the log looks: one JSON object for programs, or words for people."""

import json
import logging
import time
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from config import environment
from config.logs.privacy import what_went_wrong, without_personal_data
from config.logs.references import known_reference


def history(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those it came from, the first one first."""
    if error is None:
        return
    before = error.__cause__
    if before is None and not error.__suppress_context__:
        before = error.__context__
    yield from history(before)
    yield error


def trace(error: BaseException) -> str:
    """Where in the code it happened; neither values nor what was typed."""
    told = []
    for one in history(error):
        told += [*traceback.format_tb(one.__traceback__), f"{what_went_wrong(one)}\n"]
    return "".join(told).rstrip()


class Request(NamedTuple):
    """What was asked, without anybody's data, and how it went."""

    method: str  # a token of HTTP, so that it needs no quoting
    path: str
    status: int
    size: int  # bytes of the body
    milliseconds: int

    def words(self, path: str) -> str:
        return (
            f"{self.method} {path} {self.status} {self.size} bytes "
            f"{self.milliseconds} ms"
        )


class Written(logging.LogRecord):
    """A record whose line is written already."""

    def __init__(self, line: str) -> None:
        self.line = line


class _Line(logging.Formatter):
    """What both have in common: the words of a record and its error, made private."""

    def format(self, record: logging.LogRecord) -> str:
        return record.line if isinstance(record, Written) else self.line_of(record)

    def line_of(self, record: logging.LogRecord) -> str:
        raise NotImplementedError

    def words(self, record: logging.LogRecord) -> str:
        if isinstance(record.msg, BaseException):
            return what_went_wrong(record.msg)
        return without_personal_data(record.getMessage())

    def error(self, record: logging.LogRecord) -> BaseException | None:
        return record.exc_info[1] if record.exc_info else None

    def of_request(self, logger: str, request: Request) -> str:
        """The line of an answered request.

        Python's way through a record and `format` takes longer than to answer from a
        kept page.
        """
        raise NotImplementedError


class JsonLine(_Line):
    """One JSON object; `facts` of the record become members of it."""

    def line_of(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC)
        told = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self.words(record),
            "request": known_reference(),
            **getattr(record, "facts", {}),
        }
        if error := self.error(record):
            told |= {"error": what_went_wrong(error), "trace": trace(error)}
        return json.dumps({name: it for name, it in told.items() if it != ""})

    def of_request(self, logger, request):
        moment = datetime.fromtimestamp(time.time(), UTC)
        path = quoted(request.path)
        return (
            f'{{"time": "{moment.isoformat(timespec="milliseconds")}", '
            f'"level": "INFO", "logger": "{logger}", '
            f'"message": "{request.words(path)}", "request": "{known_reference()}", '
            f'"method": "{request.method}", "path": "{path}", '
            f'"status": {request.status}, "bytes": {request.size}, '
            f'"milliseconds": {request.milliseconds}}}'
        )


class TextLine(_Line):
    """Words for people, the error below them."""

    def line_of(self, record: logging.LogRecord) -> str:
        parts = [record.levelname, record.name, self.words(record)]
        if name := known_reference():
            parts.append(f"[{name}]")
        line = " ".join(parts)
        error = self.error(record)
        return f"{line}\n{trace(error)}" if error else line

    def of_request(self, logger, request):
        words = request.words(request.path)
        return f"INFO {logger} {words} [{known_reference()}]"


@lru_cache(maxsize=1000)
def quoted(text: str) -> str:
    """The text as it stands between the quotes of JSON."""
    return json.dumps(text)[1:-1]


FORMATS: dict[str, type[_Line]] = {"json": JsonLine, "text": TextLine}


def chosen_line() -> _Line:
    """What the operator chose."""
    return FORMATS[environment.choice("LOG_FORMAT", FORMATS, default="json")]()
