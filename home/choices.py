"""The words for a stored value of a field with choices."""

from django.db.models import Choices
from django.utils.functional import Promise


def words_for(choices: type[Choices], value: str) -> str | Promise:
    """Its label; the value itself where no choice has it, as for a field of Django's.

    Django's own `get_…_display` lays out all choices anew each time it is asked.
    """
    try:
        return choices(value).label
    except ValueError:
        return value
