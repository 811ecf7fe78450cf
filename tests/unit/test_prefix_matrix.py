"""Hundreds of prefixes: a log is read correctly, or the capture requires ``--prefix``; it is never read wrongly."""

from __future__ import annotations

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.detect import detect
from pgrehearse.capture.input.blocks import Block
from tests.prefixed import ALONE, COMMON, CONNECTING, NUMBERED, SEVERAL, Traffic, generated, written

TRAFFIC = {"alone": ALONE, "several": SEVERAL, "numbered": NUMBERED, "connecting": CONNECTING}


def outcome(prefix: str, traffic: Traffic) -> str:
    """Read a log written with *prefix*: "right", "refused", or the difference."""
    data, expected_sessions = written(prefix, traffic)
    try:
        log_format = detect(data, "x.log")
    except BadInput as error:
        return "refused" if "--prefix" in error.remedy else error.message
    records = log_format.records(Block(data, 1, last=True))
    if records["time_us"].null_count():
        return f"{records['time_us'].null_count()} lines are damaged with {log_format.description}"
    clients = records.filter(~pl.col("message").str.contains("^(?:checkpoint|database system)"))
    host = pl.col("remote").str.replace(r":\d*$", "")
    rows = clients.select("user", "database", "application", host, "session_id").rows()
    for row, session in zip(rows, expected_sessions, strict=True):
        expected = (session.user, session.database, session.application, session.host)
        if any(value not in {None, right} for value, right in zip(row, expected, strict=False)):
            return f"{row} instead of {session} with {log_format.description}"
        if row[4] not in {f"pid {session.process}", f"69a40de4.{session.process:x}"}:
            return f"{row} is not of process {session.process} with {log_format.description}"
    for place, escape in enumerate(("%u", "%d", "%a")):
        if escape in prefix and not any(row[place] for row in rows):
            return f"{escape} is missing with {log_format.description}"
    return "right"


@pytest.mark.parametrize("traffic", TRAFFIC)
@pytest.mark.parametrize("prefix", COMMON)
def test_common_prefixes_are_detected(prefix: str, traffic: str) -> None:
    """One session; several; names that end in a number; several with connection messages and background processes."""
    assert outcome(prefix, TRAFFIC[traffic]) == "right"


@pytest.mark.parametrize("traffic", TRAFFIC)
def test_a_sample_of_generated_prefixes_is_never_read_wrongly(traffic: str) -> None:
    """Thirty of five thousand prefixes, evenly spaced; with connection messages in the log nearly all are detected."""
    every = [prefix for prefix in generated() if TRAFFIC[traffic].connections or "%d@%u" not in prefix]
    outcomes = {prefix: outcome(prefix, TRAFFIC[traffic]) for prefix in every[:: len(every) // 30]}
    assert {prefix: result for prefix, result in outcomes.items() if result not in {"right", "refused"}} == {}
    right = sum(result == "right" for result in outcomes.values())
    assert right >= len(outcomes) * (0.75 if traffic == "connecting" else 0.2)


@pytest.mark.soak
@pytest.mark.parametrize("traffic", TRAFFIC)
def test_every_generated_prefix_is_never_read_wrongly(traffic: str) -> None:
    """All five thousand prefixes."""
    every = [prefix for prefix in generated() if TRAFFIC[traffic].connections or "%d@%u" not in prefix]
    outcomes = {prefix: outcome(prefix, TRAFFIC[traffic]) for prefix in every}
    assert {prefix: result for prefix, result in outcomes.items() if result not in {"right", "refused"}} == {}
