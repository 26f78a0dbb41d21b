"""Addresses that search engines have not been told of yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangedAddress(models.Model):
    """A page that came, changed or went; kept until a search engine took note."""

    url = models.URLField(max_length=2000, unique=True)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("changed address")
        ordering = ["pk"]

    def __str__(self):
        return self.url
