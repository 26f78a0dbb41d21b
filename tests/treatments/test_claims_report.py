"""What published pages claim: on the dashboard, in the report, and by command."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contact.models import UpdatePage, UpdateTopic
from tests.practice import add_page, add_treatment, use
from treatments.models import ConditionPage, PublishedClaim
from treatments.page_claims import RULE_BY_KEY, find_objections

CLAIM = "Our therapy is a guaranteed cure for everyone who comes to see us."
WARNED = "We are the best clinic in the whole state, and far beyond it."


def test_the_dashboard_and_the_report_tell_what_is_published(owner, practice):
    practice.lupus.summary = CLAIM
    practice.lupus.save_revision().publish()
    assert "guaranteed" in owner.get("/admin/").content.decode()

    report = owner.get("/admin/reports/claims/").content.decode()
    assert "guaranteed" in report
    assert str(RULE_BY_KEY["guaranteed-result"].rewrite) in report
    only = owner.get("/admin/reports/claims/results/?severity=warning")
    assert "guaranteed" not in only.content.decode()
    for kind in ("csv", "xlsx"):
        answer = owner.get(f"/admin/reports/claims/?export={kind}")
        assert answer.status_code == 200
    text = b"".join(owner.get("/admin/reports/claims/?export=csv")).decode()
    (first, *_rest) = csv.DictReader(io.StringIO(text))
    assert first["Page"] == "Lupus"
    assert first["Severity"] == "Error"

    practice.lupus.unpublish()
    assert not PublishedClaim.objects.exists()


def test_the_dashboard_reads_no_page(owner, practice):
    owner.get("/admin/")
    with CaptureQueriesContext(connection) as before:
        owner.get("/admin/")
    for number in range(10):
        add_page(
            practice.conditions,
            ConditionPage,
            f"Rash {number}",
            body=[],
            search_description=CLAIM,
        )
    owner.get("/admin/")
    with CaptureQueriesContext(connection) as after:
        owner.get("/admin/")
    asked = [q["sql"] for q in after.captured_queries if "publishedclaim" in q["sql"]]

    assert len(asked) == 2
    assert len(after) <= len(before) + 1


def run(*options: str) -> str:
    output = io.StringIO()
    call_command("check_claims", *options, stdout=output, stderr=io.StringIO())
    return output.getvalue()


def test_the_command_fails_where_a_claim_stands(practice):
    assert "SEVERITY" in run()
    practice.lupus.search_description = CLAIM
    practice.lupus.save()
    with pytest.raises(CommandError) as failure:
        run()
    assert failure.value.returncode == 1

    found = json.loads(run("--format=json", "--fail-on=never"))
    assert {one["page"] for one in found} == {"Lupus"}
    (row, *_rest) = csv.DictReader(io.StringIO(run("--format=csv", "--fail-on=never")))
    assert row["address"] == "http://localhost/conditions/lupus/"
    assert row["where"] == "meta description"
    assert PublishedClaim.objects.filter(page=practice.lupus).exists()


def test_the_command_lets_pass_what_somebody_let_pass(practice):
    page = practice.lupus
    page.summary, page.override_reason = CLAIM, "It is quoted from a leaflet of 1910."
    page.override(page.override_reason, find_objections(page, {}, {}))
    page.save()
    found = json.loads(run("--format=json"))

    assert found
    assert all(one["overridden"] for one in found)


def test_warnings_fail_only_where_they_are_asked_to(practice):
    practice.lupus.summary = WARNED
    practice.lupus.save()

    run()
    with pytest.raises(CommandError):
        run("--fail-on=warning")


def test_the_queries_do_not_grow_with_the_pages(practice):
    with CaptureQueriesContext(connection) as few:
        run()
    for number in range(6):
        rash = add_page(practice.conditions, ConditionPage, f"Rash {number}", body=[])
        tea = add_treatment(practice.treatments, f"Tea {number}", use(rash))
        topics = [UpdateTopic(page=rash), UpdateTopic(page=tea)]
        add_page(practice.updates, UpdatePage, f"News {number}", topics=topics)
    with CaptureQueriesContext(connection) as many:
        run()

    assert len(many) == len(few)


def test_other_processes_find_the_same(practice):
    practice.lupus.search_description = CLAIM
    practice.lupus.save()
    alone = run("--format=json", "--fail-on=never", "--processes=1")

    assert run("--format=json", "--fail-on=never", "--processes=2") == alone
