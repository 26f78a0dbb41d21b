"""What operators are told agrees with what the code reads."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
READ = re.compile(r'environment\.[a-z]+\(\s*"([A-Z0-9_]+)"')


def read_by_the_code() -> set[str]:
    files = [*ROOT.glob("*.py")]
    for folder in ["config", "search", "treatments", "team", "contact", "home"]:
        files += (ROOT / folder).rglob("*.py")
    return {name for file in files for name in READ.findall(file.read_text())}


def in_the_table() -> list[str]:
    rows = (ROOT / "docs" / "operators.md").read_text().splitlines()
    first_cells = [row.split("|")[1] for row in rows if row.startswith("| `")]
    return [name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)]


def test_every_variable_that_is_read_stands_in_the_operators_table_once():
    from_outside = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}

    assert {"SECRET_KEY", "SITE_URL", "PORT"} <= read_by_the_code()
    assert sorted(in_the_table()) == sorted(read_by_the_code() | from_outside)


def test_the_demo_and_the_tests_see_no_setting_of_a_real_practice():
    makefile = (ROOT / "Makefile").read_text().replace("\\\n", "")
    hidden = re.search(r"^PRACTICE := (.*)$", makefile, re.MULTILINE).group(1).split()

    assert read_by_the_code() - {"PORT"} <= set(hidden)


def test_the_locks_name_packages_and_hashes_and_no_address():
    for lock in ["requirements.lock", "requirements-dev.lock"]:
        for line in (ROOT / lock).read_text().splitlines():
            assert re.match(r"[a-z0-9]|    --hash=sha256:[0-9a-f]{64}", line), line
            assert "://" not in line
            assert not line.startswith("-")


def test_the_development_lock_holds_what_the_other_one_holds():
    blocks = {
        lock: set(re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text().strip()))
        for lock in ["requirements.lock", "requirements-dev.lock"]
    }

    assert blocks["requirements.lock"] - blocks["requirements-dev.lock"] == set()
