"""What people send from Wagtail's editor."""

from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from tests.practice import SUMMARY

NEW = SUMMARY.format("something quite new")


def send(browser, page, **more):
    """Change a page's summary in the editor and press a button."""
    address = f"/admin/pages/{page.pk}/edit/"
    html = browser.get(address).content.decode()
    sent = querydict_from_html(html, form_id="page-edit-form").dict()
    return browser.post(address, sent | {"summary": NEW, "body-count": "0"} | more)


def approve_address(page: Page) -> str:
    task = page.current_workflow_task_state.pk
    return f"/admin/pages/workflow/action/{page.pk}/approve/{task}/"
