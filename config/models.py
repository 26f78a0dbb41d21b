"""What the wiring itself has to remember."""

from django.db import models


class GuessCount(models.Model):
    """How often one account or network was tried within a stretch of time.

    The key is a keyed hash: neither a name nor an address can be read from it.
    """

    key = models.CharField(max_length=64, unique=True)
    number = models.PositiveIntegerField(default=0)
    ends = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.number} until {self.ends:%H:%M}"
