"""How a line of the log looks: one JSON object for programs, or words for people."""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

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


class _Line(logging.Formatter):
    """What both have in common: the words of a record and its error, made private.

    A record with `is_private` was written without anybody's data.
    """

    def words(self, record: logging.LogRecord) -> str:
        if isinstance(record.msg, BaseException):
            return what_went_wrong(record.msg)
        if getattr(record, "is_private", False):
            return record.getMessage()
        return without_personal_data(record.getMessage())

    def error(self, record: logging.LogRecord) -> BaseException | None:
        return record.exc_info[1] if record.exc_info else None


class JsonLine(_Line):
    """One JSON object; `facts` of the record become members of it."""

    def format(self, record: logging.LogRecord) -> str:
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


class TextLine(_Line):
    """Words for people, the error below them."""

    def format(self, record: logging.LogRecord) -> str:
        parts = [record.levelname, record.name, self.words(record)]
        if name := known_reference():
            parts.append(f"[{name}]")
        line = " ".join(parts)
        error = self.error(record)
        return f"{line}\n{trace(error)}" if error else line


FORMATS: dict[str, type[logging.Formatter]] = {"json": JsonLine, "text": TextLine}


def chosen_line() -> logging.Formatter:
    """What the operator chose."""
    return FORMATS[environment.choice("LOG_FORMAT", FORMATS, default="json")]()
