"""What is shown of a replay that runs: one line, or a panel, from what workers say."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from pgrehearse.replay.workers.worker import Progress
from pgrehearse.replay_progress import State, line, panel


def said(worker: int, now_s: float, *, ok: int, failed: int = 0, expected: int = 0, offered: int = 0) -> Progress:
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


def state() -> State:
    shown = State(expected_us=20_000_000, due=1000)
    for second in (0.0, 1.0, 2.0, 3.0):
        for worker in (0, 1):
            shown.heard(
                said(
                    worker,
                    second,
                    ok=int(100 * second),
                    failed=int(4 * second / 3),
                    expected=int(second),
                    offered=int(110 * second),
                ),
                at=second,
            )
    return shown


def test_one_line_tells_all_of_it() -> None:
    """Elapsed, to go, errors expected and new, achieved of offered, in flight, lateness, load."""
    assert line(state()) == (
        "  3.00 s, 17.00 s to go: 600 done, 6 failed as expected, 2 failed anew, 4 skipped; 203/s of 220/s, 6 in flight, "
        "1.50 ms late, 10 sessions, load 40% 40%"
    )


@pytest.mark.parametrize("width", [80, 130])
def test_the_panel_shows_the_same(width: int) -> None:
    """The bar on a line of its own, the numbers under it; on a narrow terminal too."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(panel(state()))
    first, *rest = out.getvalue().splitlines()
    assert "elapsed" not in first
    text = "\n".join(rest)
    for part in (
        "elapsed 3.00 s",
        "to go 17.00 s",
        "offered 220/s",
        "achieved 203/s",
        "failed anew 2",
        "load 40% 40%",
        "sessions left 10",
    ):
        assert part in text, part


def test_flat_out_the_share_is_of_the_events() -> None:
    """Nothing is due at any time, so what is done says how far it is."""
    shown = State(expected_us=0, due=404)
    shown.heard(said(0, 2.0, ok=200), at=2.0)
    assert shown.share() == 0.5
    assert shown.to_go() == "2.00 s"
