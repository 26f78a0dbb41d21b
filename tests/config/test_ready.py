"""What `make run` says before it serves a site that cannot be served."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

MANIFEST = "whitenoise.storage.CompressedManifestStaticFilesStorage"

pytestmark = pytest.mark.django_db


def error_of_ready() -> str:
    with pytest.raises(CommandError) as error:
        call_command("ready")
    return str(error.value)


def test_a_site_with_all_its_tables_is_ready(capsys):
    call_command("ready")

    assert capsys.readouterr().out == "The site is ready to be served.\n"


def test_a_migration_that_waits_names_the_next_step():
    MigrationRecorder.Migration.objects.filter(app="django_tasks_database").delete()

    assert error_of_ready().endswith("run this first: make migrate")
    assert "The database waits for" in error_of_ready()


def test_missing_static_files_name_the_next_step(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": MANIFEST},
    }

    assert "Styles and icons are not in place" in error_of_ready()

    (tmp_path / "staticfiles.json").write_text('{"version": "1.1", "paths": {}}')
    call_command("ready")


def test_a_database_that_does_not_answer_is_one_plain_line():
    def fail(*args):
        raise OperationalError("connection refused\nIs the server running?")

    with connection.execute_wrapper(fail):
        message = error_of_ready()

    assert message == (
        "The database does not answer: connection refused Is the server running?"
    )
