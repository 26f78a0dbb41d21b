"""One account for each group of the demo practice."""

import json
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from team.models import ClinicianPage

# Username → group, given name, family name.
PEOPLE = {
    "editor": ("Editors", "Edna", "Quillfeather"),
    "reviewer": ("Medical reviewers", "Priyanka", "Soltane"),
    "frontdesk": ("Front desk", "Fenna", "Orlowick"),
    "owner": ("Owners", "Odile", "Sandoval-Pryce"),
}


# The page of the clinician as whom "reviewer" reviews.
REVIEWS_AS = "priyanka-soltane"


def passwords_file() -> Path:
    return settings.DATA_DIR / "demo-accounts.json"


def read_passwords() -> dict[str, str]:
    """Username → password as they were made; empty where there is no demo."""
    file = passwords_file()
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def create_accounts() -> dict[str, object]:
    """Make the accounts with passwords of their own; return username → user."""
    passwords = {name: secrets.token_urlsafe(12) for name in PEOPLE}
    users = {}
    for name, (group, given_name, family_name) in PEOPLE.items():
        users[name] = get_user_model().objects.create_user(
            name,
            f"{name}@larkmere.example.org",
            passwords[name],
            first_name=given_name,
            last_name=family_name,
        )
        users[name].groups.add(Group.objects.get(name=group))
    file = passwords_file()
    file.touch(mode=0o600)
    file.write_text(json.dumps(passwords, indent=2), encoding="utf-8")
    return users


def tie_reviewer(users: dict) -> None:
    """Let the reviewer's account review as a clinician of the practice."""
    ClinicianPage.objects.filter(slug=REVIEWS_AS).update(account=users["reviewer"])


def account_lines() -> list[str]:
    """Group, username and password of each account, ready to print."""
    lines = []
    for name, password in read_passwords().items():
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            continue
        shown = password if user.check_password(password) else "(changed since)"
        lines.append(f"{PEOPLE[name][0]:18} {name:9} {shown}")
    return lines
