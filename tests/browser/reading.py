"""What a visitor's eyes and fingers do, measured."""

from playwright.sync_api import Locator, Page

DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}

FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: (one.innerText || one.value || one.placeholder || one.tagName).trim(),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    onTop: Boolean(top) && (one.contains(top) || top.contains(one)),
  };
}"""


def press_tab_until(page: Page, wanted: Locator, most: int = 80) -> None:
    """Go from link to link with the Tab key, as far as the wanted one."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{most} presses of Tab do not reach {wanted}")


def stops_of_the_tab_key(page: Page, most: int = 200) -> list[dict]:
    """Every place that the Tab key stops at, in order, until it leaves the page."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"The Tab key never leaves the page: {stops[-3:]}")


def sideways_scroll(page: Page) -> int:
    """How many pixels wider the page is than its window."""
    return page.evaluate(
        "() => document.documentElement.scrollWidth"
        " - document.documentElement.clientWidth"
    )


def scroll_through(page: Page) -> None:
    """Bring every picture into view once, as a reader does, then come back."""
    page.evaluate("""async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
        scrollTo({top: y, behavior: "instant"});
        await frame();
        await frame();
      }
      scrollTo({top: 0, behavior: "instant"});
      await frame();
    }""")
    page.wait_for_load_state("networkidle")
