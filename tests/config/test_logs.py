"""What the log tells support, and that it tells nothing of anybody."""

import json
import logging
import re
import sys

import pytest
from django.test import Client

from config.logs.lines import JsonLine, TextLine, chosen_line
from config.logs.privacy import what_went_wrong, without_personal_data
from config.logs.references import NameRequests, known_reference, reference

ADA = "ada@example.org"
REFERENCE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}")


def record_of(message: str, *args, error: BaseException | None = None, **more):
    info = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("contact", logging.ERROR, "", 1, message, args, info)
    vars(made).update(more)
    return made


def failing(call) -> BaseException:
    try:
        call()
    except Exception:  # noqa: BLE001 Whatever it is, it is to be looked at.
        return sys.exc_info()[1]
    raise AssertionError("It did not fail.")


@pytest.mark.parametrize(
    ("line", "private"),
    [
        ("Mail to Ada <ada.b@x.example.org> bounced", "Mail to Ada <(mail)> bounced"),
        ("asked by 203.0.113.9, late", "asked by (address), late"),
        ("from 2001:db8::17 again", "from (address) again"),
        ("Error handling request /search/?query=lupus", "Error handling request /search/?…"),
        ("/subscribe/confirm/eyJhIjoxfQ:1tXyZ:abcdefgh/ 200", "/subscribe/confirm/…/ 200"),
        ("at 12:30:45, redis 7.0.15 on 127.0.0.1:6379", None),
        ("/treatments/stem-cell-therapy-for-lupus/ was kept", None),
    ],
)  # fmt: skip
def test_a_line_says_nothing_of_anybody(line, private):
    assert without_personal_data(line) == (private or line)


@pytest.mark.parametrize(
    ("error", "private"),
    [
        (ValueError("invalid literal: 'my knee hurts'"), "ValueError: invalid literal: …"),
        (ValueError("“John” isn't “Ada”\nDETAIL: Key (email)=(a@b.org)"), "ValueError: …"),
        (KeyError("Marisol"), "KeyError: …"),
        (AttributeError("'str' object has no attribute 'phone'"), None),
        (RuntimeError('relation "home_page" does not exist'), None),
    ],
)  # fmt: skip
def test_an_error_is_named_without_what_was_typed(error, private):
    assert what_went_wrong(error) == (private or f"{type(error).__name__}: {error}")


def test_a_json_line_is_one_object_with_its_facts():
    name = reference()
    line = JsonLine().format(record_of("%s of %s", 1, 2, facts={"status": 503}))
    told = json.loads(line)

    assert "\n" not in line
    assert told.pop("time").endswith("+00:00")
    assert told == {
        "level": "ERROR", "logger": "contact", "message": "1 of 2", "status": 503,
        "request": name,
    }  # fmt: skip


@pytest.mark.parametrize("kind", [JsonLine, TextLine])
def test_an_error_and_its_causes_name_places_in_the_code(kind):
    def store():
        try:
            int("my knee hurts")
        except ValueError as error:
            # A line of code is shown as it stands: no value may stand in it.
            raise RuntimeError(f"not stored for {ADA}") from error

    line = kind().format(record_of("An enquiry was lost", error=failing(store)))

    assert "An enquiry was lost" in line
    assert "in store" in line
    assert line.index("ValueError: invalid literal") < line.rindex("RuntimeError: not")
    assert "knee hurts'" not in line
    assert ADA not in line


def test_the_operator_chooses_how_lines_look(monkeypatch):
    assert isinstance(chosen_line(), JsonLine)
    monkeypatch.setenv("LOG_FORMAT", "text")

    assert isinstance(chosen_line(), TextLine)


def test_each_request_has_a_name_of_its_own():
    names = []
    site = NameRequests(lambda environ, start: names.append(known_reference()) or [])
    for _twice in range(2):
        site({}, None)

    assert len(set(names)) == 2
    assert all(REFERENCE.fullmatch(name) for name in names)


def test_support_finds_the_name_on_the_error_page_in_the_log(practice, monkeypatch):
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(json.loads(JsonLine().format(record)))
    monkeypatch.setattr("home.site.PracticeSite.name", property(lambda self: 1 / 0))
    visitor = Client(SERVER_NAME="localhost", raise_request_exception=False)
    django = logging.getLogger("django.request")
    django.addHandler(handler)
    try:
        page = visitor.get("/?name=Marisol").content.decode()
    finally:
        django.removeHandler(handler)
    (told,) = lines

    assert REFERENCE.search(page)[0] == told["request"]
    assert told["error"] == "ZeroDivisionError: division by zero"
    assert "Marisol" not in json.dumps(told)
