"""Workers of real-time priority: what is refused, and how a worker loses it. Each worker is a process of its own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.workers import real_time
from pgrehearse.replay.workers.real_time import require_real_time

PROCESSORS = len(os.sched_getaffinity(0))


def permitted() -> bool:
    try:
        require_real_time(1)
    except UsageProblem:
        return False
    return True


needs_permission = pytest.mark.skipif(not permitted(), reason="this user, or this machine, cannot use it")


def printed(code: str) -> list[str]:
    """What a worker prints that executes *code* in a block of real-time priority; and then the type of its error."""
    program = (
        "import os, threading, time\n"
        "from pgrehearse.base.errors import PgrehearseError\n"
        "from pgrehearse.replay.workers import real_time\n"
        "from pgrehearse.replay.workers.real_time import has_real_time_priority, real_time_priority\n"
        "real_time._SLOT += str(os.getpid())\n"
        "try:\n"
        "    with real_time_priority():\n"
        f"        {code}\n"
        "    print(has_real_time_priority())\n"
        "except PgrehearseError as error:\n"
        "    print(type(error).__name__)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()


@needs_permission
def test_a_worker_has_real_time_priority_in_the_block_and_its_threads_do_not() -> None:
    """The thread that writes outcomes is not in front of the server's processes."""
    thread = "t = threading.Thread(target=lambda: print(has_real_time_priority())); t.start(); t.join()"
    assert printed(f"print(has_real_time_priority()); {thread}") == ["True", "False", "False"]


@needs_permission
def test_a_worker_that_does_not_pause_loses_its_priority() -> None:
    """It continues; the time is processor time, and a pause begins it again: here the wait for the end of another program."""
    pause = "os.waitpid(os.posix_spawnp('true', ['true'], os.environ), 0)"
    paused = f"[({pause}, sum(range(100_000))) for _ in range(600)]; print(has_real_time_priority())"
    busy = "[None for _ in iter(lambda: has_real_time_priority() and time.process_time() < 30, False)]"
    assert printed(f"{paused}; {busy}; print(has_real_time_priority())") == ["True", "False", "False"]


@needs_permission
def test_one_processor_of_the_machine_has_no_such_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other replays count: each worker takes a slot until it ends."""
    monkeypatch.setattr(real_time, "_SLOT", f"\0pgrehearse-test-{os.getpid()}-{{}}")
    slots = [real_time._slot() for _ in range(PROCESSORS - 1)]
    with pytest.raises(HarnessFailure, match="workers of other replays"):
        real_time._slot()
    slots[0].close()
    real_time._slot().close()
    for slot in slots:
        slot.close()


@pytest.mark.parametrize(
    ("processors", "remedy"), [(1, "remove --real-time"), (4, "use at most 3 --workers, or remove --real-time")]
)
def test_workers_for_all_processors_are_refused(monkeypatch: pytest.MonkeyPatch, processors: int, remedy: str) -> None:
    """A machine of one processor has no such worker at all."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)))
    with pytest.raises(UsageProblem, match="would leave no processor to other programs") as refusal:
        require_real_time(processors)
    assert refusal.value.remedy == remedy


def test_a_user_without_permission_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remedy names the permission."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setscheduler", refuse)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    with pytest.raises(UsageProblem, match="may not use real-time priority") as refusal:
        require_real_time(1)
    assert "CAP_SYS_NICE" in refusal.value.remedy


def test_a_system_without_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without RLIMIT_RTTIME nothing would end a worker that does not pause."""
    monkeypatch.delattr(resource, "RLIMIT_RTTIME")
    with pytest.raises(UsageProblem, match="cannot limit real-time priority"):
        require_real_time(1)


def test_full_speed_has_no_instants_to_be_on_time_for() -> None:
    """A worker at full speed is always busy."""
    with pytest.raises(UsageProblem, match="--speed max has none"):
        ReplayPlan(Endpoint(host="h", port=1, database="d", user="u"), speed=None, real_time=True)
