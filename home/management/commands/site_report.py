import csv

from django.core.management.base import BaseCommand, CommandError
from wagtail.coreutils import get_dummy_request
from wagtail.models import Site

from home.site_report.findings import find_faults


class Command(BaseCommand):
    """Prints what of each published site would puzzle a visitor or a crawler."""

    help = (
        "List broken links, pages that nothing leads to or that are far from home, and "
        "missing or repeated titles and descriptions, as CSV."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--fail", action="store_true", help="End with an error if there are any."
        )

    def handle(self, **options) -> None:
        table = csv.writer(self.stdout)
        table.writerow(["finding", "page", "details", "address"])
        count = 0
        for site in Site.objects.all():
            for finding in find_faults(get_dummy_request(site=site)):
                page = finding.page
                row = [finding.kind, page.title, finding.detail, page.full_url]
                table.writerow(row)
                count += 1
        if count and options["fail"]:
            raise CommandError(f"{count} findings.")
