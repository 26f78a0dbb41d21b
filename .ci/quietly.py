#!/usr/bin/env python3
"""Runs a command with one line of progress; shows its last lines where it fails.

Usage: quietly "What is being done" command argument …
"""

import shutil
import subprocess
import sys
import time

SECONDS_BETWEEN_LINES = 10  # Where the output is a file, not a screen.
LINES_OF_A_FAILURE = 40


def main(title: str, command: list[str]) -> int:
    """Return the exit status of the command."""
    started = shown = time.monotonic()
    output: list[str] = []
    print(f"{title} …", end="" if sys.stdout.isatty() else "\n", flush=True)
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
    )
    for line in process.stdout:
        output.append(line)
        if not line.strip():
            continue
        if sys.stdout.isatty():
            rewrite(f"{title} … {line.strip()}")
        elif time.monotonic() - shown > SECONDS_BETWEEN_LINES:
            shown = time.monotonic()
            print(f"  … {line.strip()[:100]}", flush=True)
    status = process.wait()
    seconds = round(time.monotonic() - started)
    if sys.stdout.isatty():
        rewrite("")
    if status:
        print("".join(output[-LINES_OF_A_FAILURE:]), end="")
        print(f"{title}: failed after {seconds} s. The reason stands above.")
    else:
        print(f"{title}: done in {seconds} s.")
    return status if status >= 0 else 128 - status


def rewrite(text: str) -> None:
    """Replace the line that the cursor is on."""
    width = shutil.get_terminal_size().columns - 1
    print("\r\033[K" + text[:width], end="", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1], sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit(130)
