"""How often something was searched: words and numbers, nothing of who searched."""

from datetime import date, timedelta

from django.db import connection, models
from django.db.models import Max, OuterRef, Subquery, Sum
from django.utils.translation import gettext_lazy as _

LONGEST_COUNTED = 100
# What fewer searches than these ask for may say who asked: it is forgotten.
RARE = 5
RARE_IS_KEPT = timedelta(days=7)
ALL_IS_KEPT = timedelta(days=400)


class SearchCountQuerySet(models.QuerySet):
    """Counts, and what they add up to."""

    def since(self, first: date) -> "SearchCountQuerySet":
        return self.filter(day__gte=first)

    def by_query(self) -> "SearchCountQuerySet":
        """A row for each query: {"query", "searched", "clicked", "results", "last"}."""
        latest = SearchCount.objects.filter(query=OuterRef("query")).order_by("-day")
        return (
            self.values("query")
            .annotate(
                searched=Sum("searches"),
                clicked=Sum("clicks"),
                last=Max("day"),
                results=Subquery(latest.values("found")[:1]),
            )
            .order_by("-searched", "query")
        )

    def forget(self, today: date) -> int:
        """Delete what is rare or old; return how many rows that were."""
        same = SearchCount.objects.filter(
            site=OuterRef("site"), query=OuterRef("query")
        )
        total = same.order_by().values("query").annotate(all=Sum("searches"))
        rare = self.filter(day__lte=today - RARE_IS_KEPT).annotate(
            total=Subquery(total.values("all"))
        )
        doomed = list(rare.filter(total__lt=RARE).values_list("pk", flat=True))
        gone = self.filter(day__lte=today - ALL_IS_KEPT).delete()[0]
        for start in range(0, len(doomed), 500):
            gone += self.filter(pk__in=doomed[start : start + 500]).delete()[0]
        return gone

    def add_searches(self, rows: list[tuple[int, str, date, int, int]]) -> None:
        """Count (site, query, day, searches, pages found), whoever else counts now."""
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table} "  # noqa: S608
                "(site_id, query, day, searches, found, clicks) "
                "VALUES (%s, %s, %s, %s, %s, 0) "
                "ON CONFLICT (day, site_id, query) DO UPDATE SET "
                f"searches = {table}.searches + excluded.searches, "
                "found = excluded.found",
                rows,
            )


class SearchCount(models.Model):
    """How often one query was searched on one day, and how often somebody clicked."""

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+"
    )
    query = models.CharField(_("searched for"), max_length=LONGEST_COUNTED)
    day = models.DateField(_("day"))
    searches = models.PositiveIntegerField(_("searches"), default=0)
    clicks = models.PositiveIntegerField(_("clicks"), default=0)
    found = models.PositiveIntegerField(_("pages found"), default=0)

    objects = SearchCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        # Nobody writes these by hand.
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "site", "query"], name="one_count_a_day"
            )
        ]

    def __str__(self):
        return self.query
