"""What axe-core has to say about a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Beyond axe's own choice: 7:1 for text, and what Wagtail's checks tell our editors.
MORE_RULES = ("color-contrast-enhanced", "p-as-heading")
OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {name: {"enabled": True} for name in MORE_RULES},
}


def findings(page: Page) -> list[str]:
    """Each violation with the elements that show it."""
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n"
        + "\n".join(
            f"    {node['target']} {node['html']}" for node in violation["nodes"]
        )
        for violation in Axe().run(page, options=OPTIONS).response["violations"]
    ]
