"""How the C library keeps what a worker has no use for now.

Source: mallopt(3). glibc gives each thread a heap of its own, and what one of them has
freed no other can use; it also holds back more and more for the next large piece. Python's
threads take turns, so hardly two of them ask at once, and all may share one heap.
"""

import ctypes

_TRIM_THRESHOLD, _ARENA_MAX = -1, -8
_HELD_BACK = 128 * 1024  # bytes


def share_one() -> None:
    """Let all threads share one heap; where the C library knows no way, do nothing."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)
        mallopt(_TRIM_THRESHOLD, _HELD_BACK)
