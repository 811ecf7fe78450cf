"""Hundreds of prefixes: what is read of a log is right, or the capture asks for ``--prefix``; it is never wrong."""

from __future__ import annotations

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.detect import detect
from pgrehearse.capture.input.blocks import Block
from tests.prefixed import ALONE, CONNECTING, IN_USE, NUMBERED, SEVERAL, Traffic, made_up, written

TRAFFIC = {"alone": ALONE, "several": SEVERAL, "numbered": NUMBERED, "connecting": CONNECTING}


def judged(prefix: str, traffic: Traffic) -> str:
    """Read a log written with *prefix*: "right", "asked", or what is wrong."""
    octets, truth = written(prefix, traffic)
    try:
        found = detect(octets, "x.log")
    except BadInput as error:
        return "asked" if "--prefix" in error.remedy else error.message
    records = found.records(Block(octets, 1, last=True))
    if records["time_us"].null_count():
        return f"{records['time_us'].null_count()} lines are lost by {found.description}"
    clients = records.filter(~pl.col("message").str.contains("^(?:checkpoint|database system)"))
    host = pl.col("remote").str.replace(r":\d*$", "")
    rows = clients.select("user", "database", "application", host, "session_id").rows()
    for row, session in zip(rows, truth, strict=True):
        expected = (session.user, session.database, session.application, session.host)
        if any(value not in {None, right} for value, right in zip(row, expected, strict=False)):
            return f"{row} instead of {session} by {found.description}"
        if row[4] not in {f"pid {session.process}", f"69a40de4.{session.process:x}"}:
            return f"{row} is not of process {session.process} by {found.description}"
    for place, escape in enumerate(("%u", "%d", "%a")):
        if escape in prefix and not any(row[place] for row in rows):
            return f"{escape} is lost by {found.description}"
    return "right"


@pytest.mark.parametrize("traffic", TRAFFIC)
@pytest.mark.parametrize("prefix", IN_USE)
def test_prefixes_in_wide_use_are_found_out(prefix: str, traffic: str) -> None:
    """One session; several; names that end in a number; several with connection messages and background processes."""
    assert judged(prefix, TRAFFIC[traffic]) == "right"


@pytest.mark.parametrize("traffic", TRAFFIC)
def test_no_prefix_is_read_wrongly(traffic: str) -> None:
    """Eighty of five thousand for each, spread evenly; of a log with connection messages nearly all are found out."""
    every = [prefix for prefix in made_up() if TRAFFIC[traffic].connections or "%d@%u" not in prefix]
    verdicts = {prefix: judged(prefix, TRAFFIC[traffic]) for prefix in every[:: len(every) // 80]}
    assert {prefix: what for prefix, what in verdicts.items() if what not in {"right", "asked"}} == {}
    right = sum(what == "right" for what in verdicts.values())
    assert right >= len(verdicts) * (0.75 if traffic == "connecting" else 0.2)


@pytest.mark.soak
@pytest.mark.parametrize("traffic", TRAFFIC)
def test_no_prefix_of_all_is_read_wrongly(traffic: str) -> None:
    """All five thousand."""
    every = [prefix for prefix in made_up() if TRAFFIC[traffic].connections or "%d@%u" not in prefix]
    verdicts = {prefix: judged(prefix, TRAFFIC[traffic]) for prefix in every}
    assert {prefix: what for prefix, what in verdicts.items() if what not in {"right", "asked"}} == {}
