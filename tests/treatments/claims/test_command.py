"""The command that checks texts outside the site."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command


class Stream(io.TextIOWrapper):
    """Standard input that holds given bytes."""

    def __init__(self, data: bytes):
        super().__init__(io.BytesIO(data), encoding="utf-8")


def check(monkeypatch, data: bytes, *options: str) -> list[dict]:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdin", Stream(data))
    call_command("check_claims", "--stdin", *options, stdout=output)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_one_json_object_is_printed_for_each_line(monkeypatch):
    found = check(monkeypatch, b"Our therapy cures lupus.\n\nWe are open on Monday.")

    assert [one["text"] for one in found] == [
        "Our therapy cures lupus.",
        "",
        "We are open on Monday.",
    ]
    assert [len(one["findings"]) for one in found] == [1, 0, 0]


def test_a_finding_has_the_promised_keys(monkeypatch):
    (one,) = check(monkeypatch, b"Our therapy cures lupus.\n")

    (finding,) = one["findings"]
    assert list(finding) == [
        "rule",
        "severity",
        "start",
        "end",
        "reason",
        "source",
        "rewrite",
    ]
    assert finding["severity"] == "error"
    assert one["text"][finding["start"] : finding["end"]] == "cures lupus"


def test_texts_about_unproven_uses_are_checked_more_strictly(monkeypatch):
    text = b"The injection relieves knee pain.\n"

    assert check(monkeypatch, text)[0]["findings"] == []
    assert check(monkeypatch, text, "--unproven")[0]["findings"] != []


def test_bytes_that_are_no_text_are_replaced(monkeypatch):
    (one,) = check(monkeypatch, b"bad \xff byte\r\n")

    assert one == {"text": "bad \N{REPLACEMENT CHARACTER} byte", "findings": []}


def test_only_texts_are_told_to_be_unproven():
    with pytest.raises(CommandError, match="--stdin"):
        call_command("check_claims", "--unproven")
