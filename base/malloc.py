"""Memory that was used is used again, instead of being given back and faulted in anew block after block.

Both allocators at work in a capture return large pieces to the system at once: glibc's (Python's bytes) maps and
unmaps whatever is above 32 MiB at most, polars' jemalloc lets pages decay within a second. On virtual machines the
page faults that follow cost more than the parsing: 3.9 s of system time in an 8.2 s capture of 438 MB, 1.3 s with this.
"""

from __future__ import annotations

import ctypes
import os
import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


def keep_memory(octets: int = 1 << 28) -> None:
    """Have this process keep up to *octets* of freed memory; call before polars and pyarrow are imported. Elsewhere than on Linux: nothing."""
    if sys.platform != "linux":
        return
    os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:10000,muzzy_decay_ms:10000")
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # Arrow's own would keep a third store
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):  # glibc, not musl
        libc.mallopt(_M_MMAP_THRESHOLD, octets)
        libc.mallopt(_M_TRIM_THRESHOLD, octets)


def give_back() -> None:
    """Give what glibc keeps back to the system: before a step that needs other memory than the last."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "malloc_trim"):
            libc.malloc_trim(0)
