"""Real-time priority of a worker (``--real-time``): it gets a processor at once when a statement is due, also beside other busy programs.

A program of real-time priority that does not pause takes a processor away from all others. Two limits prevent that: whatever replays run on
a machine, one processor has no such worker; and a worker that runs for long without a pause loses its priority.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from pgrehearse.base.clock import MILLISECOND
from pgrehearse.base.errors import HarnessFailure, UsageProblem

# The lowest priority of SCHED_RR: in front of all usual programs, behind all others that have real-time priority.
_PRIORITY = 1
# A worker that runs so long without a pause is overloaded. A paced one pauses many times a second.
LONGEST_RUN_US = 200_000
LOST_PRIORITY = f"a worker lost its real-time priority, because it ran for {LONGEST_RUN_US // MILLISECOND} ms without a pause (use more --workers)"
_SLOT = "\0pgrehearse-real-time-{}"


def require_real_time(workers: int) -> None:
    """Raise ``UsageProblem`` where *workers* of real-time priority are not possible on this machine, or are not permitted."""
    if not (hasattr(os, "sched_setscheduler") and hasattr(resource, "RLIMIT_RTTIME")):
        raise UsageProblem("--real-time: this operating system cannot limit real-time priority", remedy="remove it")
    if workers > (most := _most_workers()):
        raise UsageProblem(
            f"--real-time: {workers} workers would leave no processor to other programs: this machine has {most + 1}",
            remedy=f"use at most {most} --workers, or remove --real-time" if most else "remove --real-time",
        )
    policy, param = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(_PRIORITY))
    except PermissionError:
        raise UsageProblem(
            "--real-time: this user may not use real-time priority",
            remedy="permit it (CAP_SYS_NICE, or ulimit -r 1), or remove --real-time",
        ) from None
    os.sched_setscheduler(0, policy, param)


def _most_workers() -> int:
    """Return how many workers of this machine may have real-time priority."""
    return len(os.sched_getaffinity(0)) - 1


@contextmanager
def real_time_priority() -> Iterator[None]:
    """Give the main thread real-time priority in the block. Raises ``HarnessFailure`` if as many workers as possible have it already.

    The programs and threads that it starts do not get it (SCHED_RESET_ON_FORK). The kernel sends SIGXCPU after ``LONGEST_RUN_US`` without a
    pause (RLIMIT_RTTIME, setrlimit(2)).
    """
    with ExitStack() as stack:
        stack.enter_context(_slot())
        stack.callback(signal.signal, signal.SIGXCPU, signal.signal(signal.SIGXCPU, _lose))
        hard = resource.getrlimit(resource.RLIMIT_RTTIME)[1]
        resource.setrlimit(resource.RLIMIT_RTTIME, (LONGEST_RUN_US, hard))
        _use(os.SCHED_RR, _PRIORITY)
        stack.callback(_use, os.SCHED_OTHER, 0)
        yield


def has_real_time_priority() -> bool:
    """Return whether this thread has real-time priority: whether the worker has kept it until now."""
    return hasattr(os, "sched_getscheduler") and os.sched_getscheduler(0) & ~os.SCHED_RESET_ON_FORK == os.SCHED_RR


def _lose(*_: object) -> None:
    """Continue with the usual priority."""
    _use(os.SCHED_OTHER, 0)


def _use(policy: int, priority: int) -> None:
    os.sched_setscheduler(0, policy | os.SCHED_RESET_ON_FORK, os.sched_param(priority))


def _slot() -> socket.socket:
    """Return one of the machine's slots for workers of real-time priority: a Unix-domain socket of an abstract name, which ends with its process."""
    for number in range(_most_workers()):
        slot = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            slot.bind(_SLOT.format(number))
        except OSError:  # another worker has it
            slot.close()
        else:
            return slot
    raise HarnessFailure(
        f"workers of other replays have real-time priority: {_most_workers()} may have it on this machine at the same time",
        remedy="wait until they have ended, or remove --real-time",
    )
