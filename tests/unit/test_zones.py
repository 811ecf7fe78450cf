"""Time zones of logs: proven by session identifiers, given by --timezone, or noted; windows in the form of the log."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.formats.time_zones import Zones, check_timezone, reading
from pgrehearse.capture.formats.timestamps import stamp, wall_time
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.param_types import INSTANT, LOG_TIME
from pgrehearse.workload.manifest import Manifest
from tests.conftest import SAMPLES
from tests.logged import BEGIN, FORMATS, LogRecord, Server

FAULTS = SAMPLES / "faults" / "capture"
# Zones with ambiguous abbreviations, in winter (the server's start) and in summer.
AMBIGUOUS = [
    "Asia/Shanghai",
    "America/Chicago",
    "America/Havana",
    "Asia/Kolkata",
    "Asia/Jerusalem",
    "Europe/Dublin",
    "Asia/Manila",
    "America/New_York",
]
CERTAIN = [
    "UTC",
    "Europe/Berlin",
    "America/Los_Angeles",
    "Asia/Tokyo",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Sydney",
]
SUMMER_S = 150 * 86_400


def captured(tmp_path: Path, *logs: Path, **options: object) -> Manifest:
    output = tmp_path / "x.workload"
    capture_options = CaptureOptions(tuple(logs), output, force=True, **options)  # type: ignore[arg-type]
    return capture_logs(capture_options, tool_version="test")


def at(manifest: Manifest) -> datetime:
    return datetime.fromtimestamp(manifest.window_start_us / 1e6, UTC)


def doubts(manifest: Manifest) -> list[str]:
    return [note for note in manifest.notes if "time zone" in note]


def without_session_ids(log: Path) -> Path:
    """Remove the session identifiers from a csvlog, which prove its zone."""
    lines = [line.split(",") for line in log.read_text().splitlines()]
    log.write_text("".join(",".join([*line[:5], f"x.{line[3]}", *line[6:]]) + "\n" for line in lines))
    return log


def test_china_standard_time_is_proven_by_the_session_start(tmp_path: Path) -> None:
    """10:00:01 CST of a session that began at 02:00:00 UTC."""
    manifest = captured(tmp_path, FAULTS / "china-standard-time.csv")
    assert at(manifest).isoformat() == "2026-11-25T02:00:00.999000+00:00"
    assert doubts(manifest) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("zone", [*AMBIGUOUS, *CERTAIN])
def test_session_starts_prove_the_zone(tmp_path: Path, form: str, zone: str) -> None:
    """By the start in each session identifier and the start column, or a logged connection in a plain log."""
    for begin in (0, SUMMER_S):
        received = LogRecord(1, begin, "connection received: host=10.1.1.1 port=5000")
        log = Server(zone).write(tmp_path / f"x.{form}", received, LogRecord.ran(1, begin + 5, "select 1", 5000))
        manifest = captured(tmp_path, log)
        assert at(manifest).timestamp() == BEGIN.timestamp() + begin
        assert doubts(manifest) == []


@pytest.mark.parametrize("zone", sorted(set(AMBIGUOUS) - {"Europe/Dublin"}))  # whose winter is GMT
def test_an_ambiguous_zone_is_noted_unless_it_is_given(tmp_path: Path, zone: str) -> None:
    """The note names the abbreviation and --timezone; with that option the time is right."""
    log = without_session_ids(Server(zone).write(tmp_path / "x.csv", LogRecord.ran(1, 0, "select 1")))
    name = log.read_text().split(",")[0].rpartition(" ")[2]
    (note,) = doubts(captured(tmp_path, log))
    assert f"time zone {name} stands for " in note
    assert "--timezone" in note
    manifest = captured(tmp_path, log, timezone=zone)
    assert (at(manifest).timestamp(), doubts(manifest)) == (BEGIN.timestamp() - 0.001, [])


def test_an_unknown_abbreviation_in_a_later_file_is_noted(tmp_path: Path) -> None:
    """The first file has a known abbreviation; the unknown one is read as UTC."""
    first = Server().write(tmp_path / "1.csv", LogRecord.ran(1, 0, "select 1"))
    second = without_session_ids(Server("America/New_York").write(tmp_path / "2.csv", LogRecord.ran(2, 60, "select 2")))
    second.write_text(second.read_text().replace("EST", "XYT"))
    assert doubts(captured(tmp_path, first, second)) == [
        "time zone XYT is unknown and was read as UTC; give the time zone with --timezone"
    ]


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [("America/Chicago", "CST", "CDT"), ("Europe/Dublin", "GMT", "IST"), ("America/Havana", "CST", "CDT")],
)
def test_a_proven_zone_applies_after_the_daylight_saving_change(
    tmp_path: Path, zone: str, winter: str, summer: str
) -> None:
    """If no session begins after the change, the offset follows from the other half of the year."""
    server = Server(zone, opened_s={1: 0})
    records = [LogRecord.ran(1, s, f"select {n}") for n, s in enumerate([0, 60, SUMMER_S, SUMMER_S + 60])]
    log = server.write(tmp_path / "x.csv", *records)
    assert {line.split(",")[0].rpartition(" ")[2] for line in log.read_text().splitlines()} == {winter, summer}
    manifest = captured(tmp_path, log)
    assert manifest.duration_us == (SUMMER_S + 60) * 1_000_000 + 1000
    assert doubts(manifest) == []


def test_a_late_proof_of_another_offset_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks before it were read with another offset."""
    server = Server("Asia/Manila")
    early = without_session_ids(
        server.write(tmp_path / "1.csv", *(LogRecord.ran(1, n, "select 1") for n in range(500)))
    )
    late = server.write(tmp_path / "2.csv", LogRecord.ran(2, 600, "select 2"))
    log = tmp_path / "x.csv"
    log.write_text(early.read_text() + late.read_text())
    monkeypatch.setattr("pgrehearse.capture.input.blocks.BLOCK", 1 << 14)
    monkeypatch.setattr("pgrehearse.capture.input.blocks.blocks.__kwdefaults__", {"size": 1 << 14})
    with pytest.raises(BadInput, match=r"time zone PST is \+08:00.*but it was read as -08:00 before") as caught:
        captured(tmp_path, log)
    assert "--timezone" in caught.value.remedy
    assert at(captured(tmp_path, log, timezone="Asia/Manila")).timestamp() == BEGIN.timestamp() - 0.001


@pytest.mark.parametrize("name", ["Asia/Shanghai", "America/Chicago", "+08:00", "-0330", "UTC", "Japan"])
def test_a_timezone_may_be_a_name_or_an_offset(name: str) -> None:
    """Names as in log_timezone."""
    assert check_timezone(name) == name


@pytest.mark.parametrize("name", ["Asia/Shanghay", "CST", "8", "+25:99x", "Mars/Olympus"])
def test_an_unknown_timezone_is_refused(name: str) -> None:
    """An abbreviation is refused too: it may be ambiguous."""
    with pytest.raises(UsageProblem, match="unknown time zone"):
        check_timezone(name)


def test_a_given_timezone_that_the_log_contradicts_is_refused(tmp_path: Path) -> None:
    """Its time stamps have another abbreviation, or its sessions prove another offset."""
    log = Server("Asia/Shanghai").write(tmp_path / "x.csv", LogRecord.ran(1, 0, "select 1"))
    for zone, problem in (
        ("Europe/Berlin", "CST, which is not an abbreviation of Europe/Berlin"),
        ("America/Chicago", r"is \+08:00"),
    ):
        with pytest.raises(BadInput, match=problem):
            captured(tmp_path, log, timezone=zone)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-25 10:00:00.000 UTC", "2026-11-25T10:00:00+00:00"),
        ("2026-11-25 10:00:00 UTC", "2026-11-25T10:00:00+00:00"),
        ("2026-11-25 11:00:00.500 CET", "2026-11-25T10:00:00.500000+00:00"),
        ("2026-11-25 18:00:00 Asia/Shanghai", "2026-11-25T10:00:00+00:00"),
        ("2026-11-25 10:00:00.000 -03", "2026-11-25T13:00:00+00:00"),
        ("2026-11-25T11:00:00+01:00", "2026-11-25T10:00:00+00:00"),
        ("2026-11-25T10:00", "2026-11-25T10:00:00+00:00"),
        ("2026-11-25", "2026-11-25T00:00:00+00:00"),
        ("2026-07-25 12:00:00.000 CEST", "2026-07-25T10:00:00+00:00"),
        ("2026-07-25 12:00 Europe/Berlin", "2026-07-25T10:00:00+00:00"),
    ],
)
def test_a_time_in_the_form_of_the_log_is_read(text: str, expected: str) -> None:
    """A blank instead of T, a zone by its name."""
    assert datetime.fromtimestamp(INSTANT.convert(text, None, None) / 1e6, UTC).isoformat() == expected


@pytest.mark.parametrize("text", ["", "soon", "2026-11-25 10:00:00 2026", "2026-11-25 10:00+01:00 UTC", "25.11.2026"])
def test_an_invalid_time_is_refused(text: str) -> None:
    """The error shows both forms."""
    import click

    with pytest.raises(click.BadParameter, match="invalid time .*: expected 2026-11-22T10:00:00"):
        LOG_TIME.convert(text, None, None)


def test_an_ambiguous_zone_without_a_log_is_refused() -> None:
    """Only a log can resolve it."""
    import click

    with pytest.raises(click.BadParameter, match="zone CST"):
        INSTANT.convert("2026-11-25 10:00:00 CST", None, None)


@pytest.mark.parametrize(
    "since", ["2026-11-25 10:00:02.000 CST", "2026-11-25 10:00:02", "2026-11-25 02:00:02 UTC", "2026-11-25T02:00:02Z"]
)
def test_a_window_without_a_zone_is_in_the_logs_zone(tmp_path: Path, since: str) -> None:
    """The second and third statement of three, and the first two; the assumed zone is noted."""
    log = FAULTS / "china-standard-time.csv"
    manifest = captured(tmp_path, log, since=stamp(since))
    assert manifest.statements == 2
    assert len(doubts(manifest)) == (since == "2026-11-25 10:00:02")
    before = captured(tmp_path, log, until=stamp(since))
    assert before.statements == 2  # the second began before, and ended then


def test_since_takes_a_time_stamp_of_the_log(tmp_path: Path) -> None:
    """The text is copied from the log."""
    manifest = captured(tmp_path, FAULTS / "since-own-stamp.csv", since=stamp("2026-11-25 10:00:00.000 UTC"))
    assert manifest.statements == 1


def test_a_proven_zone_gives_its_other_half_of_the_year() -> None:
    """Without a proof the offset is not certain."""
    assert Zones(proven={"CST": -6 * 3_600_000_000}).offset_us("CDT") == (-5 * 3_600_000_000, True)
    assert Zones().offset_us("CDT") == (-5 * 3_600_000_000, False)


@pytest.mark.parametrize(
    ("timezone", "expected", "certain"),
    [
        ("", "10:00:01", False),
        ("+08:00", "02:00:01", True),
        ("Asia/Shanghai", "02:00:01", True),
        ("UTC", "10:00:01", True),
    ],
)
def test_stamps_without_a_zone_are_noted_unless_it_is_given(timezone: str, expected: str, certain: bool) -> None:
    """The header of syslog has no time zone."""
    with reading(Zones(timezone)) as stamps:
        times = wall_time(pl.Series(["2026-11-25 10:00:01.000 "]))
    assert datetime.fromtimestamp(times[0] / 1e6, UTC).strftime("%H:%M:%S") == expected
    assert (stamps.doubts == {}) == certain


def test_a_zone_given_by_name_follows_daylight_saving() -> None:
    """Time stamps without a zone, in winter and in summer."""
    with reading(Zones("America/New_York")):
        times = wall_time(pl.Series(["2026-01-15 10:00:00.000 ", "2026-07-15 10:00:00.000 "]))
    assert [datetime.fromtimestamp(time_us / 1e6, UTC).hour for time_us in times] == [15, 14]
