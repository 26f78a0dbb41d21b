"""The one command that asks other people's registers."""

from email.utils import parseaddr

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from treatments.models import Reference
from treatments.registers.asking import Asker, UnansweredError
from treatments.registers.gaps import Change, fill_gaps

HAS_A_NUMBER = ~Q(doi="") | ~Q(pmid="") | ~Q(pmcid="")
HAS_A_GAP = Q(authors="") | Q(source="") | Q(year=None)
# So many failures in a row mean that nobody answers.
PATIENCE = 3
OUTCOMES = ["filled in", "retracted", "unchanged", "not answered"]


class Command(BaseCommand):
    help = (
        "Ask Crossref and PubMed for what is missing in references, and whether any "
        "was retracted. What an editor typed is never changed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--all",
            action="store_true",
            dest="every",
            help="Ask about complete references too, to find retractions.",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Ask and tell, but save nothing."
        )
        parser.add_argument(
            "--pause",
            type=float,
            default=1.0,
            help="Seconds between two questions (default: 1).",
        )

    def handle(self, *args, every, dry_run, pause, **options):
        references = Reference.objects.filter(HAS_A_NUMBER).order_by("pk")
        if not every:
            references = references.filter(HAS_A_GAP)
        total = references.count()
        if not total:
            self.stdout.write("No reference has a DOI, PMID or PMCID and a gap.")
            return
        self.stdout.write(f"Asking Crossref and PubMed about {total} references:")
        self.asker = Asker(parseaddr(settings.DEFAULT_FROM_EMAIL)[1], pause)
        self.counts = dict.fromkeys(OUTCOMES, 0)
        self.failures = 0
        for number, reference in enumerate(references, start=1):
            told = self._look_up(reference, dry_run=dry_run)
            place = f"{number:{len(str(total))}}/{total}"
            self.stdout.write(f"  {place}  {reference.short_name}: {told}")
            if self.failures == PATIENCE:
                raise CommandError("The registers do not answer.")
        self._sum_up(dry_run=dry_run)

    def _look_up(self, reference: Reference, *, dry_run: bool) -> str:
        """Ask, fill, save and count; say what became of the reference."""
        try:
            records = self.asker.ask(reference)
        except UnansweredError as failure:
            self.failures += 1
            self.counts["not answered"] += 1
            return f"no answer: {failure}"
        self.failures = 0
        # An editor may have been at work while the registers thought.
        reference.refresh_from_db()
        change = fill_gaps(reference, records)
        self.counts["filled in"] += bool(change.filled)
        self.counts["retracted"] += bool(change.retraction)
        self.counts["unchanged"] += not change.is_anything
        if change.is_anything and not dry_run:
            _save(reference, change)
        return "; ".join(_told(reference, change))

    def _sum_up(self, *, dry_run: bool) -> None:
        said = ", ".join(f"{number} {word}" for word, number in self.counts.items())
        self.stdout.write(f"{said}.{' Nothing was saved.' if dry_run else ''}")
        if self.counts["not answered"]:
            raise CommandError("Some were not answered; run the command again.")


def _save(reference: Reference, change: Change) -> None:
    also = ["retracted"] if change.retraction else []
    reference.save(update_fields=[*change.filled, *also])
    log(reference, "wagtail.edit", content_changed=True)


def _told(reference: Reference, change: Change) -> list[str]:
    """What became of a reference, in words."""
    told = [f"{name} {value}" for name, value in change.filled.items()]
    if change.retraction:
        uses = ReferenceIndex.get_grouped_references_to(reference).count()
        told.append(f"RETRACTED: {change.retraction}; used in {uses} places")
    if change.twin:
        told.append(f"the same publication as “{change.twin}”; delete one of them")
    if change.other_title:
        told.append(f"the register has another title: {change.other_title}")
    return told or ["nothing new"]
