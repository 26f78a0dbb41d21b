"""What has to be true before the site can be served."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    """Ends with an error that names the next step where something is missing."""

    help = "Say what is missing before the site can be served."

    def handle(self, **options) -> None:
        if waiting := count_waiting_migrations():
            raise CommandError(
                f"The database waits for {waiting} changes; run this first: make migrate"
            )
        manifest = getattr(staticfiles_storage, "manifest_name", None)
        if manifest and not staticfiles_storage.exists(manifest):
            raise CommandError(
                "Styles and icons are not in place; run this first: make migrate"
            )
        self.stdout.write("The site is ready to be served.")


def count_waiting_migrations() -> int:
    """Return how many migrations the database has not seen yet."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        reason = str(error).strip().replace("\n", " ")
        raise CommandError(f"The database does not answer: {reason}") from error
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
