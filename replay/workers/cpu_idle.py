"""Processors kept out of their idle states during a replay, so that timers expire on time."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager

_CLOEXEC = getattr(os, "O_CLOEXEC", 0)


@contextmanager
def idle_states_disabled() -> Iterator[bool]:
    """Keep this machine's processors out of their idle states in the block, where that is permitted; yield whether it is.

    Waking an idle processor takes milliseconds on a virtual machine: a 1 ms sleep ended 2.4 to 9 ms late at p99
    here, 0.15 ms with this. /dev/cpu_dma_latency holds as long as it is open (Linux, Documentation/power/pm_qos_interface);
    it needs root. cyclictest does the same.
    """
    try:
        descriptor = os.open("/dev/cpu_dma_latency", os.O_WRONLY | _CLOEXEC)
    except OSError:
        yield False
        return
    try:
        os.write(descriptor, struct.pack("i", 0))
        yield True
    finally:
        os.close(descriptor)
