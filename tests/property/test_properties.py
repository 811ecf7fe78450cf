"""Laws that hold for any input: exact text, blocks of any size, damage that stays where it is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pgrehearse.capture.formats import csvlog
from pgrehearse.capture.formats.detect import detect
from pgrehearse.capture.formats.records import LogFormat
from pgrehearse.capture.input.blocks import Block, blocks
from pgrehearse.capture.input.raw_bytes import escape, unescape
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse.parameters import parameters
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.normalize import coded, template
from tests.conftest import SAMPLES

LOG = SAMPLES / "pg15" / "mindur0.csv"
WHOLE = LOG.read_bytes()


def captured(octets: bytes, size: int) -> pl.DataFrame:
    with TemporaryDirectory() as folder, patch.object(blocks, "__kwdefaults__", {"size": size}):
        path = Path(folder) / "log.csv"
        path.write_bytes(octets)
        capture_logs(CaptureOptions((path,), Path(folder) / "w.workload"), tool_version="test")
        workload = Workload.open(Path(folder) / "w.workload")
        shapes = workload.shapes().select("shape", "query_key", "template")
        # Shapes are numbered as they are met: what a number stands for is compared, not the number.
        return workload.events().collect().join(shapes, on="shape", how="left", maintain_order="left").drop("shape")


@cache
def captured_at_once() -> pl.DataFrame:
    return captured(WHOLE, 1 << 24)


@given(st.binary(max_size=400))
def test_any_bytes_come_back(octets: bytes) -> None:
    """Smuggling is exact, and its result is UTF-8."""
    safe, _ = escape(octets)
    assert unescape(safe.decode("utf-8")) == octets


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.lists(
                st.sampled_from(["t1", "x0F", "12", "7", ".", "e5", "$", "'", " ", "é", "_9", "/*", "*/", ","])
            ).map("".join),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_texts_coded_together_have_each_its_own_template(texts: list[str | None]) -> None:
    """Whatever stands beside a text, its code leads to the template it has alone, and to an example that has it."""
    found = coded(pl.Series(texts, dtype=pl.String))
    for text, code in zip(texts, found.code.to_list(), strict=True):
        if text is None:
            assert code is None
            continue
        alone = template(pl.Series([text])).item()
        assert found.templates[code] == alone == template(pl.Series([found.examples[code]])).item()


@given(
    st.lists(
        st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)),
        min_size=1,
        max_size=6,
    )
)
def test_any_parameters_are_exact(values: list[str | None]) -> None:
    """Written as the server writes them, read as they were."""
    detail = "Parameters: " + ", ".join(
        f"${n} = " + ("NULL" if v is None else "'" + v.replace("'", "''") + "'") for n, v in enumerate(values, 1)
    )
    assert parameters(pl.Series([detail])).to_list() == [[None if v is None else v.encode() for v in values]]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(6_000, 80_000))
def test_the_block_size_changes_nothing(size: int) -> None:
    """However the log is cut into blocks, the events are the same."""
    assert captured(WHOLE, size).equals(captured_at_once())


@cache
def undamaged_records() -> pl.DataFrame:
    return csvlog.records(Block(WHOLE, 1, last=True))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=40), st.integers(0, 400))
def test_damage_stays_where_it_is(at: int, noise: bytes, gone: int) -> None:
    """Bytes cut out and noise put in cost the rows they touch, no line unaccounted, and nobody else's."""
    octets = WHOLE[:at] + noise + WHOLE[at + gone :]
    safe, _ = escape(octets)
    found = csvlog.records(Block(safe, 1, last=True))
    assert found["lines"].sum() == octets.count(b"\n") + (not octets.endswith(b"\n"))
    whole = undamaged_records()
    before, after = (
        whole.filter(pl.col("line") + pl.col("lines") <= WHOLE[:at].count(b"\n")),
        WHOLE[at + gone :].count(b"\n"),
    )
    kept = found.filter(pl.col("time_us").is_not_null())["message"].to_list()
    assert kept[: before.height] == before["message"].to_list()
    tail = whole.filter(pl.col("line") > WHOLE.count(b"\n") - after + 1)["message"].to_list()
    assert kept[len(kept) - len(tail) :] == tail


# The first records of each: what is cut, joined or repeated is found sooner in less.
TEXTS = {
    name: b"\n".join((SAMPLES / "pg18" / name).read_bytes().split(b"\n")[:120]) + b"\n"
    for name in ("mindur0.csv", "mindur0.json", "mindur0.log", "rds_mindur0.log", "stmtall.log")
}
DAMAGE = (
    st.sampled_from(sorted(TEXTS)),
    st.integers(0, max(map(len, TEXTS.values()))),
    st.one_of(st.binary(max_size=40), st.integers(0, 20_000)),
    st.integers(0, 2_000),
)


@cache
def undamaged(name: str) -> tuple[LogFormat, pl.DataFrame]:
    """Return the format of a text, and its records."""
    log_format = detect(TEXTS[name], name)
    return log_format, log_format.records(Block(TEXTS[name], 1, last=True))


def check_accounted(name: str, at: int, put_in: bytes | int, gone: int) -> None:
    """Cut *gone* bytes out at a place, and put bytes in: noise, or a stretch of the log itself.

    No crash, every line in a record or counted as damaged, and what stands before it as it was.
    """
    whole = TEXTS[name]
    at = min(at, len(whole))
    noise = put_in if isinstance(put_in, bytes) else whole[put_in : put_in + 3_000]
    octets = whole[:at] + noise + whole[at + gone :]
    safe, _ = escape(octets)
    log_format, before = undamaged(name)
    found = log_format.records(Block(safe, 1, last=True))
    assert found["lines"].sum() == safe.count(b"\n") + (not safe.endswith(b"\n"))
    untouched = before.filter(pl.col("line") + pl.col("lines") <= whole[:at].count(b"\n"))
    kept = found.filter(pl.col("time_us").is_not_null())["message"].to_list()
    assert kept[: untouched.height] == untouched["message"].to_list()


@settings(max_examples=200, deadline=None)
@given(*DAMAGE)
def test_damage_in_any_format_is_accounted_for(name: str, at: int, put_in: bytes | int, gone: int) -> None:
    """Two hundred cuts, joins and repetitions."""
    check_accounted(name, at, put_in, gone)


@pytest.mark.soak
@settings(max_examples=10_000, deadline=None)
@given(*DAMAGE)
def test_damage_in_any_format_at_length(name: str, at: int, put_in: bytes | int, gone: int) -> None:
    """Ten thousand."""
    check_accounted(name, at, put_in, gone)
