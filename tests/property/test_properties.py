"""Properties of any input: bytes are exact, blocks may have any size, damage affects only the damaged records."""

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
LOG_BYTES = LOG.read_bytes()


def captured(log_bytes: bytes, size: int) -> pl.DataFrame:
    with TemporaryDirectory() as folder, patch.object(blocks, "__kwdefaults__", {"size": size}):
        path = Path(folder) / "log.csv"
        path.write_bytes(log_bytes)
        capture_logs(CaptureOptions((path,), Path(folder) / "w.workload"), tool_version="test")
        workload = Workload.open(Path(folder) / "w.workload")
        shapes = workload.shapes().select("shape", "query_key", "template")
        # The number of a shape depends on the order of the log: the template is compared, not the number.
        return workload.events().collect().join(shapes, on="shape", how="left", maintain_order="left").drop("shape")


@cache
def captured_at_once() -> pl.DataFrame:
    return captured(LOG_BYTES, 1 << 24)


@given(st.binary(max_size=400))
def test_escaped_bytes_are_unescaped_exactly(data: bytes) -> None:
    """For any bytes; the escaped text is valid UTF-8."""
    escaped, _ = escape(data)
    assert unescape(escaped.decode("utf-8")) == data


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
def test_the_template_of_a_text_does_not_depend_on_the_other_texts(texts: list[str | None]) -> None:
    """In any list of texts, a text has the template that it has alone, and the example of its code has the same template."""
    result = coded(pl.Series(texts, dtype=pl.String))
    for text, code in zip(texts, result.code.to_list(), strict=True):
        if text is None:
            assert code is None
            continue
        expected = template(pl.Series([text])).item()
        assert result.templates[code] == expected == template(pl.Series([result.examples[code]])).item()


@given(
    st.lists(
        st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)),
        min_size=1,
        max_size=6,
    )
)
def test_parameters_are_read_exactly(values: list[str | None]) -> None:
    """Any values, written as the server writes them, are read unchanged."""
    detail = "Parameters: " + ", ".join(
        f"${n} = " + ("NULL" if v is None else "'" + v.replace("'", "''") + "'") for n, v in enumerate(values, 1)
    )
    assert parameters(pl.Series([detail])).to_list() == [[None if v is None else v.encode() for v in values]]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(6_000, 80_000))
def test_the_block_size_changes_nothing(size: int) -> None:
    """The events are the same for every size of the blocks."""
    assert captured(LOG_BYTES, size).equals(captured_at_once())


@cache
def undamaged_records() -> pl.DataFrame:
    return csvlog.records(Block(LOG_BYTES, 1, last=True))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(LOG_BYTES)), st.binary(max_size=40), st.integers(0, 400))
def test_damage_affects_only_the_damaged_rows(at: int, inserted: bytes, removed: int) -> None:
    """Removed and inserted bytes damage only the rows at that place; every line is counted."""
    damaged = LOG_BYTES[:at] + inserted + LOG_BYTES[at + removed :]
    escaped, _ = escape(damaged)
    records = csvlog.records(Block(escaped, 1, last=True))
    assert records["lines"].sum() == damaged.count(b"\n") + (not damaged.endswith(b"\n"))
    all_records = undamaged_records()
    before, lines_after = (
        all_records.filter(pl.col("line") + pl.col("lines") <= LOG_BYTES[:at].count(b"\n")),
        LOG_BYTES[at + removed :].count(b"\n"),
    )
    messages = records.filter(pl.col("time_us").is_not_null())["message"].to_list()
    assert messages[: before.height] == before["message"].to_list()
    after_damage = all_records.filter(pl.col("line") > LOG_BYTES.count(b"\n") - lines_after + 1)["message"].to_list()
    assert messages[len(messages) - len(after_damage) :] == after_damage


# The first lines of each log: a short text is enough, and faster.
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


def check_accounted(name: str, at: int, inserted: bytes | int, removed: int) -> None:
    """Remove *removed* bytes at a place, and insert bytes: random ones, or a part of the log itself.

    Every line is in a record or is counted as damaged, and the records before the place are unchanged.
    """
    text = TEXTS[name]
    at = min(at, len(text))
    inserted_bytes = inserted if isinstance(inserted, bytes) else text[inserted : inserted + 3_000]
    damaged = text[:at] + inserted_bytes + text[at + removed :]
    escaped, _ = escape(damaged)
    log_format, before = undamaged(name)
    records = log_format.records(Block(escaped, 1, last=True))
    assert records["lines"].sum() == escaped.count(b"\n") + (not escaped.endswith(b"\n"))
    expected = before.filter(pl.col("line") + pl.col("lines") <= text[:at].count(b"\n"))
    messages = records.filter(pl.col("time_us").is_not_null())["message"].to_list()
    assert messages[: expected.height] == expected["message"].to_list()


@settings(max_examples=200, deadline=None)
@given(*DAMAGE)
def test_every_line_of_a_damaged_log_is_counted(name: str, at: int, inserted: bytes | int, removed: int) -> None:
    """Two hundred examples, in any format."""
    check_accounted(name, at, inserted, removed)


@pytest.mark.soak
@settings(max_examples=10_000, deadline=None)
@given(*DAMAGE)
def test_every_line_of_many_damaged_logs_is_counted(name: str, at: int, inserted: bytes | int, removed: int) -> None:
    """Ten thousand examples, in any format."""
    check_accounted(name, at, inserted, removed)
