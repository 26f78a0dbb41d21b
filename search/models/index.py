"""The search index: what visitors can find, and by which words.

Full-text tables beside these are made in the migration; see search/database/.
"""

from django.db import models

LONGEST_NAME = 255


class IndexedPage(models.Model):
    """The words of one public page as stems, weighted by the column they are in."""

    page = models.OneToOneField(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="+",
    )
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=LONGEST_NAME)
    facets = models.JSONField(default=dict)
    names = models.TextField()
    summary = models.TextField()
    headings = models.TextField()
    body = models.TextField()

    def __str__(self):
        return self.title


class NameKind(models.IntegerChoices):
    """How a page comes by a name; the lower, the more it is the page's own."""

    TITLE = 0
    ALSO_KNOWN_AS = 1
    PART = 2
    SYMPTOM = 3


class PageName(models.Model):
    """One name under which people may look for a page."""

    entry = models.ForeignKey(
        IndexedPage, on_delete=models.CASCADE, related_name="name_rows"
    )
    kind = models.PositiveSmallIntegerField(choices=NameKind)
    name = models.CharField(max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME, db_index=True)
    stems = models.CharField(max_length=LONGEST_NAME)

    def __str__(self):
        return self.name


class IndexedStem(models.Model):
    """On how many pages a stem stands, and in how many names."""

    stem = models.CharField(max_length=60, primary_key=True)
    pages = models.IntegerField(default=0)
    names = models.IntegerField(default=0)

    def __str__(self):
        return self.stem


class IndexState(models.Model):
    """One row that changes with the names in the index, so that workers see it."""

    version = models.CharField(max_length=32)

    def __str__(self):
        return self.version
