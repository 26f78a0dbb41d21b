"""What templates look like is for their authors; what is sent is for readers."""

from django.conf import settings
from django.template.loader import get_template

from config.templates import UnindentedLoader
from tests.reading import see


def test_no_line_of_a_page_is_indented(practice):
    for address in ["/", "/conditions/lupus/", "/team/", "/search/?query=lupus"]:
        lines = see(address).response.content.decode().splitlines()
        # One or two spaces before a word may be what somebody wrote.
        assert not [one for one in lines if one.startswith(("  <", "    "))]


def test_line_numbers_stay_what_they_are():
    template = get_template("base.html").template
    written = (settings.BASE_DIR / "templates" / "base.html").read_text("utf-8")

    assert template.source.count("\n") == written.count("\n")
    assert [line.lstrip() for line in written.splitlines()] == (
        template.source.splitlines()
    )


def test_mail_in_plain_text_stays_as_it_is_written(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear you,\n    a quote\n")
    (tmp_path / "letter.html").write_text("<p>\n    A line\n</p>\n")
    engine = get_template("base.html").template.engine
    loader = UnindentedLoader(engine, [tmp_path])

    texts = [loader.get_template(f"letter.{kind}").source for kind in ("txt", "html")]

    assert texts == ["Dear you,\n    a quote\n", "<p>\nA line\n</p>\n"]
