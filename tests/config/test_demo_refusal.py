"""A practice that is not the demo stays as it is."""

import pytest
from django.core.management import CommandError, call_command

from tests.reading import state_of_the_database


def test_another_practice_is_never_touched(practice, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    before = state_of_the_database()
    with pytest.raises(CommandError, match="already holds a practice"):
        call_command("demo")

    assert state_of_the_database() == before
    assert list(tmp_path.iterdir()) == []
