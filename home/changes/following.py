"""Values that are worked out once and may be read again inside of what is kept.

A `cached_property` that was asked for before anything was recorded says nothing of what
it was made from. These tell it to whoever reads them later.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from home.changes.journal import JournalIsAway
from home.changes.reading import Reading, keep_nothing, recording, stand_on_earlier

Value = TypeVar("Value")


class Followed(Generic[Value]):
    """A value with what it was made from."""

    def __init__(self, make: Callable[[], Value]) -> None:
        self._reading: Reading | None = None
        try:
            with recording() as self._reading:
                self._value = make()
        except JournalIsAway:
            self._value = make()

    def read(self) -> Value:
        """The value; what is being made stands on the same from now on."""
        if self._reading is None:
            keep_nothing()
        else:
            stand_on_earlier(self._reading)
        return self._value


class Given(Followed[Value]):
    """A value that somebody handed in, of which nobody knows what it was made from."""

    def __init__(self, value: Value) -> None:
        self._value, self._reading = value, None


class followed_property:  # noqa: N801  Written like Django's cached_property.
    """A `cached_property` for what parts of pages are made from."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        found = instance.__dict__.get(self.name)
        if found is None:
            found = Followed(lambda: self.make(instance))
            instance.__dict__[self.name] = found
            return found._value
        return found.read()

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.name] = Given(value)
