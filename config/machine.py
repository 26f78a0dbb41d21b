"""What this machine, or the container around us, lets the web server use."""

import os
from collections.abc import Iterator
from pathlib import Path

MB = 1024 * 1024
# One process of the web server, with four busy threads and its kept pages.
A_WORKER = 130 * MB
# The system, the process that starts the others, and the worker that does the tasks.
THE_REST = 350 * MB
MOST_WORKERS = 64


def workers(cores: int, memory: int) -> int:
    """How many processes keep so many cores busy and fit into so many bytes.

    One a core, one more for the moments one of them waits for the disk.
    """
    fitting = (memory - THE_REST) // A_WORKER
    return max(1, min(cores + 1, fitting, MOST_WORKERS))


def cores(root: Path = Path("/")) -> int:
    """The cores that this process may run on, or its container's share of them."""
    found = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        found = len(os.sched_getaffinity(0))
    for group in _control_groups(root):
        quota, _, period = _read(group / "cpu.max").partition(" ")
        if quota.isdigit() and period.isdigit():
            found = min(found, -(-int(quota) // int(period)))
    return max(found, 1)


def memory(root: Path = Path("/")) -> int:
    """The bytes of memory that this process may use with its neighbours."""
    found = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    limits = [_read(group / "memory.max") for group in _control_groups(root)]
    # Where the first kind of control groups is in use still.
    limits.append(_read(root / "sys/fs/cgroup/memory/memory.limit_in_bytes"))
    return min([found, *(int(limit) for limit in limits if limit.isdigit())])


def _control_groups(root: Path) -> Iterator[Path]:
    """Our control group and those around it; each of them may set a limit."""
    top = root / "sys/fs/cgroup"
    lines = _read(root / "proc/self/cgroup").splitlines()
    own = next((one[4:] for one in lines if one.startswith("0::/")), "")
    group = top / own
    while group.is_relative_to(top):
        yield group
        group = group.parent


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii").strip()
    except OSError:
        return ""
