"""The reviewer's queue: dashboard, report, spreadsheets and weekly mail."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from home.models import PracticeSettings
from team.models import ClinicianPage, License
from tests.conftest import clear_caches
from tests.filling import add_full
from tests.practice import add_page, hide, review
from treatments.models import ConditionPage, TreatmentPage
from treatments.oversight import all_review_items, to_confirm

REPORT = "/admin/reports/review/"
TODAY = timezone.localdate


@pytest.fixture
def queue(practice):
    """Tablets overdue, stem cells changed, lupus current, the others never reviewed."""
    review(practice.tablets, practice.bela, days_ago=3000)
    review(practice.stem_cells, practice.bela)
    TreatmentPage.objects.filter(pk=practice.stem_cells.pk).update(cost_note="Much.")
    return practice


def rows(browser, query="") -> list[str]:
    """Titles of the report's rows, from top to bottom."""
    soup = BeautifulSoup(browser.get(REPORT + query).content, "html.parser")
    return [one.get_text(" ", strip=True) for one in soup.select("td .title-wrapper")]


@pytest.mark.parametrize("name", ["lupus", "stem_cells", "stem_cells_for_lupus"])
def test_the_overview_computes_the_seals_that_visitors_get(queue, name):
    for model, parent in [
        (ConditionPage, queue.conditions),
        (TreatmentPage, queue.treatments),
    ]:
        review(add_full(model, parent, queue), queue.bela)
    clear_caches()
    items = all_review_items(get_dummy_request(site=queue.site))
    items = to_confirm(items, get_dummy_request(site=queue.site), _nobody())

    for item in items:
        page = Page.objects.get(pk=item.page.pk).specific
        assert item.page.words_hash == page.words_hash, page
        assert item.state == page.review_state, page


def _nobody():
    return get_user_model().objects.create_user("nobody")


def test_the_most_urgent_page_comes_first(owner, queue):
    assert rows(owner) == [
        "Stem cells",
        "Tablets",
        "For lupus",
        "Migraine",
        "Lupus",
    ] or (rows(owner)[:2] == ["Stem cells", "Tablets"] and rows(owner)[-1] == "Lupus")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?state=changed", {"Stem cells"}),
        ("?state=changed&state=overdue", {"Stem cells", "Tablets"}),
        ("?state=current", {"Lupus"}),
        ("?state=none", {"Migraine", "For lupus"}),
        ("?kind=treatments.conditionpage", {"Lupus", "Migraine"}),
        ("?reviewer={bela}", {"Lupus", "Tablets", "Stem cells"}),
        ("?due={today}", {"Tablets"}),
        ("?kind=treatments.conditionpage&state=none", {"Migraine"}),
        (
            "?state=nonsense",
            {"Lupus", "Migraine", "Tablets", "Stem cells", "For lupus"},
        ),
    ],
)
def test_the_report_is_filtered(owner, queue, query, titles):
    query = query.format(bela=queue.bela.pk, today=TODAY())

    assert set(rows(owner, query)) == titles


def test_the_report_names_whose_reviewer_left(owner, queue):
    ClinicianPage.objects.filter(pk=queue.bela.pk).update(status="former")

    for address in (REPORT, "/admin/"):
        assert "Bela Mosswick has left" in owner.get(address).content.decode()


def test_a_review_that_runs_out_soon_is_announced(owner, queue):
    soon = TODAY() + timedelta(days=20)
    ConditionPage.objects.filter(pk=queue.lupus.pk).update(review_due=soon)

    assert "due soon" in owner.get("/admin/").content.decode()


def test_what_visitors_cannot_see_is_in_no_queue(owner, queue):
    hide(queue.migraine, "draft")

    assert "Migraine" not in rows(owner)


HEADINGS = [
    "Page",
    "Kind of page",
    "Review",
    "Note",
    "Reviewer",
    "Last reviewed",
    "Review due",
    "Address",
]


def test_the_report_is_a_table_of_words_in_csv(owner, queue):
    answer = owner.get(f"{REPORT}?export=csv&kind=treatments.conditionpage")
    text = b"".join(answer.streaming_content).decode()
    lines = list(csv.reader(StringIO(text)))

    assert lines[0] == HEADINGS
    lupus = next(line for line in lines if line[0] == "Lupus")
    assert lupus[1:3] == ["Condition", "Medically reviewed"]
    assert lupus[4] == "Bela Mosswick"
    assert lupus[5] == str(TODAY() - timedelta(days=30))
    assert lupus[7].endswith("/conditions/lupus/")
    assert [line[0] for line in lines[1:]] == ["Migraine", "Lupus"]


def test_the_report_is_a_table_of_words_in_a_spreadsheet(owner, queue):
    answer = owner.get(f"{REPORT}?export=xlsx")
    content = getattr(answer, "streaming_content", None)
    data = b"".join(content) if content else answer.content
    sheet = load_workbook(BytesIO(data)).active
    lines = list(sheet.iter_rows(values_only=True))

    assert list(lines[0]) == HEADINGS
    assert {line[2] for line in lines[1:]} == {
        "Medically reviewed",
        "Changed since its medical review",
        "Medical review overdue",
        "Medical review pending",
    }


def queries_of(browser, address: str) -> int:
    clear_caches()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", ["/admin/", REPORT, f"{REPORT}?export=csv"])
def test_more_pages_cost_no_more_queries(owner, queue, address):
    queries_of(owner, address)
    few = queries_of(owner, address)
    for number in range(12):
        page = add_page(queue.conditions, ConditionPage, f"Gout {number}", body=[])
        review(page, queue.bela, days_ago=3000 * (number % 2))

    assert queries_of(owner, address) <= few + 3


def people_get_mail() -> dict[str, str]:
    call_command("send_review_digest")
    return {one.to[0]: one.body for one in mail.outbox}


def test_reviewers_and_owners_get_a_mail_each(editor, reviewer, owner, queue):
    get_user_model().objects.filter(username="owners").update(is_active=True)
    License.objects.update(expires=TODAY() - timedelta(days=1))
    mails = people_get_mail()

    assert set(mails) == {
        "medical@brackenfold.example.org",
        "owners@brackenfold.example.org",
    }
    assert all(len(one.recipients()) == 1 for one in mail.outbox)
    text = mails["owners@brackenfold.example.org"]
    assert "5 pages need a medical review" in mail.outbox[0].subject
    assert "- Tablets: Medical review overdue" in text
    # Its author's license has gone from the page.
    assert "- Lupus: Changed since its medical review" in text
    assert "Ada Fernhollow, Arizona: ran out on" in text
    links = [word for word in text.split() if "/admin/" in word]
    assert len(links) == 6
    assert all(link.startswith("http") for link in links)
    assert owner.get(links[0], headers={"host": "localhost"}).status_code == 200


def test_the_mail_comes_once_a_week(owner, queue, settings):
    assert people_get_mail()
    mail.outbox.clear()
    assert people_get_mail() == {}

    a_week_ago = TODAY() - timedelta(days=7)
    PracticeSettings.objects.update(review_digest_sent=a_week_ago)
    assert people_get_mail()


def test_who_left_gets_no_mail(owner, queue):
    get_user_model().objects.update(is_active=False)

    assert people_get_mail() == {}


def test_with_nothing_to_say_there_is_no_mail(owner, practice):
    for name in ("migraine", "stem_cells", "stem_cells_for_lupus", "tablets"):
        review(getattr(practice, name), practice.bela)

    assert people_get_mail() == {}
    assert PracticeSettings.objects.get().review_digest_sent is None


def test_a_license_alone_is_worth_a_mail(owner, practice):
    for name in ("migraine", "stem_cells", "stem_cells_for_lupus", "tablets"):
        review(getattr(practice, name), practice.bela)
    License.objects.update(expires=TODAY() + timedelta(days=5))

    assert "valid until" in people_get_mail()["owners@brackenfold.example.org"]
    assert mail.outbox[0].subject == "A license runs out"
