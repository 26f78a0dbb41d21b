"""Shows how far a long command is."""

import time

SOON = 5.0  # seconds between two lines in a log


class Progress:
    """Redraws one line on a terminal; writes a line now and then into a log."""

    def __init__(self, stdout) -> None:
        self.stdout = stdout
        self._last = time.monotonic()
        self._number = 0

    def tell(self, name: str, number: int = 0, total: int = 0) -> None:
        self._number = number or self._number + 1
        of = f"/{total}" if total else ""
        line = f"  {self._number:6}{of}  {name}"
        if self.stdout.isatty():
            self.stdout.write(f"\r{line:78.78}", ending="")
        elif time.monotonic() - self._last > SOON:
            self._last = time.monotonic()
            self.stdout.write(line)

    def end(self) -> None:
        if self.stdout.isatty():
            self.stdout.write("")
