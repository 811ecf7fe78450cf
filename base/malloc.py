"""Freed memory is kept and used again, instead of being returned to the system and mapped again for every block.

Both allocators of a capture return large blocks to the system at once: glibc (Python's bytes) maps and unmaps every block
above 32 MiB at most, jemalloc (polars) returns pages within a second. On virtual machines the page faults that follow cost
more than the parsing: 3.9 s of system time in an 8.2 s capture of 438 MB, 1.3 s with this.
"""

from __future__ import annotations

import ctypes
import os
import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


def keep_memory(size_bytes: int = 1 << 28) -> None:
    """Keep up to *size_bytes* of freed memory in this process. Call it before polars and pyarrow are imported. No effect except on Linux."""
    if sys.platform != "linux":
        return
    os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:10000,muzzy_decay_ms:10000")
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # Arrow's own allocator would keep a third pool
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):  # glibc, not musl
        libc.mallopt(_M_MMAP_THRESHOLD, size_bytes)
        libc.mallopt(_M_TRIM_THRESHOLD, size_bytes)


def give_back() -> None:
    """Return the memory that glibc keeps to the system: before a step with another memory profile."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "malloc_trim"):
            libc.malloc_trim(0)
