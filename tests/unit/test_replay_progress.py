"""The figures of a replay while it runs: one line, or a table, from the progress of the workers."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from pgrehearse.replay.workers.worker import Progress
from pgrehearse.replay_progress import State, line, table


def progress(worker: int, now_s: float, *, ok: int, failed: int = 0, expected: int = 0, offered: int = 0) -> Progress:
    return Progress(
        worker,
        ok,
        failed,
        2,
        0,
        expected,
        left=5,
        in_flight=3,
        offered=offered,
        late_us=1500,
        now_us=int(now_s * 1e6),
        cpu_us=int(now_s * 0.4e6),
        peak_mib=300,
    )


def state(workers: int = 2) -> State:
    result = State(expected_us=20_000_000, due=1000)
    for second in (0.0, 1.0, 2.0, 3.0):
        for worker in range(workers):
            result.update(
                progress(
                    worker,
                    second,
                    ok=int(100 * second),
                    failed=int(4 * second / 3),
                    expected=int(second),
                    offered=int(110 * second),
                ),
                at=second,
            )
    return result


def test_one_line_has_all_figures() -> None:
    """Elapsed and remaining time, expected and new errors, achieved and offered rate, in flight, lateness, CPU."""
    assert line(state()) == (
        "3.00 s elapsed, 17.00 s left; 600 ok, 6 expected errors, 2 new errors, 4 skipped; 203/s of 220/s, 6 in flight, "
        "lateness p99 1.50 ms, 10 sessions left, worker CPU 40% 40%"
    )


@pytest.mark.parametrize("workers", [2, 8])
@pytest.mark.parametrize("width", [80, 130])
def test_the_table_has_the_same_figures_in_four_lines(width: int, workers: int) -> None:
    """Three columns, each with its figure complete, on a narrow terminal and with many workers too."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(table(state(workers)))
    lines = out.getvalue().splitlines()
    assert len(lines) == 4
    assert max(map(len, lines)) <= min(width, 104)
    text = "\n".join(lines)
    for figure in (
        "elapsed 3.00 s",
        "left 17.00 s",
        f"offered {110 * workers}/s",
        f"new errors {workers}",
        "worker CPU 40% 40%" if workers == 2 else "worker CPU 40% to 40%",
        f"sessions left {5 * workers}",
        "lateness p99 1.50 ms",
    ):
        assert figure in text, figure


def test_the_hosts_with_the_greatest_lateness_are_shown() -> None:
    """With several hosts: the three that are the latest, by the latest of their workers, in a line of their own."""
    by_host = state()
    for worker, host, late_us in ((0, "a", 100), (1, "b", 9_000), (2, "b", 200), (3, "c", 300), (4, "d", 4_000)):
        by_host.update(replace(progress(worker, 3.0, ok=1), host=host, late_us=late_us), at=3.0)
    expected = "b 9.00 ms, d 4.00 ms, c 300 µs"
    assert f"lateness p99 9.00 ms ({expected}), " in line(by_host)
    out = io.StringIO()
    Console(file=out, width=80, color_system=None).print(table(by_host))
    *figures, last = out.getvalue().splitlines()
    assert len(figures) == 4
    assert last.strip() == f"lateness p99 by host {expected}"


def test_at_maximum_speed_the_share_is_that_of_the_events() -> None:
    progress_state = State(expected_us=0, due=404)
    progress_state.update(progress(0, 2.0, ok=200), at=2.0)
    assert progress_state.share() == 0.5
    assert progress_state.left() == "2.00 s"
