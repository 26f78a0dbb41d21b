#!/usr/bin/env python3
"""Writes both lock files from pyproject.toml, for every Python and system at once."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

# Names, versions and hashes only: no address of an index, no path, no command line.
COMPILE = [
    *("pip", "compile", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"),
    *("--no-header", "--no-annotate", "--quiet", "pyproject.toml"),
]
LOCKS = {"requirements.lock": [], "requirements-dev.lock": ["--group", "dev"]}


def main(arguments: list[str]) -> None:
    """Install uv in a throw-away environment and let it resolve."""
    with tempfile.TemporaryDirectory() as folder:
        say("Installing uv in a throw-away environment …")
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        run([python, "-m", "pip", "install", "--quiet", "uv"])
        for lock, group in LOCKS.items():
            say(f"Resolving {lock} …")
            run([python, "-m", "uv", *COMPILE, *group, "-o", lock, *arguments])
    say("Done. Look at the difference, then: make check")


def run(command: list) -> None:
    """Run one step, and stop where it fails."""
    # uv needs no environment of its own to resolve; make's would be in its way.
    environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    if status := subprocess.run(command, env=environment).returncode:
        sys.exit(status)


def say(text: str) -> None:
    """Print at once, even where the output is a file."""
    print(text, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
