"""Time zones of logs: proven by the sessions' identifiers, said by --timezone, or noted; windows in the log's own form."""

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
from tests.logged import BEGIN, FORMATS, Said, Server

FAULTS = SAMPLES / "faults" / "capture"
# Zones whose abbreviations stand for others too, in winter (the server's begin) and in summer.
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
    given = CaptureOptions(tuple(logs), output, force=True, **options)  # type: ignore[arg-type]
    return capture_logs(given, tool_version="test")


def at(manifest: Manifest) -> datetime:
    return datetime.fromtimestamp(manifest.window_start_us / 1e6, UTC)


def doubts(manifest: Manifest) -> list[str]:
    return [note for note in manifest.notes if "time zone" in note]


def bare(log: Path) -> Path:
    """Take the sessions' identifiers out of a csvlog: nothing proves the zone any more."""
    lines = [line.split(",") for line in log.read_text().splitlines()]
    log.write_text("".join(",".join([*line[:5], f"x.{line[3]}", *line[6:]]) + "\n" for line in lines))
    return log


def test_the_sample_of_china_standard_time(tmp_path: Path) -> None:
    """10:00:01 CST of a session that began at 02:00:00 UTC."""
    manifest = captured(tmp_path, FAULTS / "china-standard-time.csv")
    assert at(manifest).isoformat() == "2026-11-25T02:00:00.999000+00:00"
    assert doubts(manifest) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("zone", [*AMBIGUOUS, *CERTAIN])
def test_the_log_proves_its_zone(tmp_path: Path, form: str, zone: str) -> None:
    """By the start in each session's identifier: in csvlog and jsonlog beside it, in a plain log where connections are logged."""
    for begin in (0, SUMMER_S):
        heard = Said(1, begin, "connection received: host=10.1.1.1 port=5000")
        log = Server(zone).wrote(tmp_path / f"x.{form}", heard, Said.ran(1, begin + 5, "select 1", 5000))
        manifest = captured(tmp_path, log)
        assert at(manifest).timestamp() == BEGIN.timestamp() + begin
        assert doubts(manifest) == []


@pytest.mark.parametrize("zone", sorted(set(AMBIGUOUS) - {"Europe/Dublin"}))  # whose winter is GMT
def test_what_nothing_proves_is_noted_or_said(tmp_path: Path, zone: str) -> None:
    """The note names the abbreviation and --timezone, and with that it is right."""
    log = bare(Server(zone).wrote(tmp_path / "x.csv", Said.ran(1, 0, "select 1")))
    name = log.read_text().split(",")[0].rpartition(" ")[2]
    (note,) = doubts(captured(tmp_path, log))
    assert f"time zone {name} stands for " in note
    assert "--timezone" in note
    told = captured(tmp_path, log, timezone=zone)
    assert (at(told).timestamp(), doubts(told)) == (BEGIN.timestamp() - 0.001, [])


def test_an_unknown_abbreviation_is_noted_wherever_it_is(tmp_path: Path) -> None:
    """In the second file, behind the first's known one; read as UTC."""
    first = Server().wrote(tmp_path / "1.csv", Said.ran(1, 0, "select 1"))
    second = bare(Server("America/New_York").wrote(tmp_path / "2.csv", Said.ran(2, 60, "select 2")))
    second.write_text(second.read_text().replace("EST", "XYT"))
    assert doubts(captured(tmp_path, first, second)) == [
        "time zone XYT is not known here and was read as UTC: --timezone says what it is"
    ]


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [("America/Chicago", "CST", "CDT"), ("Europe/Dublin", "GMT", "IST"), ("America/Havana", "CST", "CDT")],
)
def test_a_zone_goes_on_over_its_change_of_clocks(tmp_path: Path, zone: str, winter: str, summer: str) -> None:
    """Where no session begins after the change, the half of the year that is proven tells the other."""
    server = Server(zone, opened_s={1: 0})
    records = [Said.ran(1, s, f"select {n}") for n, s in enumerate([0, 60, SUMMER_S, SUMMER_S + 60])]
    log = server.wrote(tmp_path / "x.csv", *records)
    assert {line.split(",")[0].rpartition(" ")[2] for line in log.read_text().splitlines()} == {winter, summer}
    manifest = captured(tmp_path, log)
    assert manifest.duration_us == (SUMMER_S + 60) * 1_000_000 + 1000
    assert doubts(manifest) == []


def test_a_proof_that_comes_after_another_reading_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks before were read by another offset: nothing of it is guessed."""
    server = Server("Asia/Manila")
    early = bare(server.wrote(tmp_path / "1.csv", *(Said.ran(1, n, "select 1") for n in range(500))))
    late = server.wrote(tmp_path / "2.csv", Said.ran(2, 600, "select 2"))
    log = tmp_path / "x.csv"
    log.write_text(early.read_text() + late.read_text())
    monkeypatch.setattr("pgrehearse.capture.input.blocks.BLOCK", 1 << 14)
    monkeypatch.setattr("pgrehearse.capture.input.blocks.blocks.__kwdefaults__", {"size": 1 << 14})
    with pytest.raises(BadInput, match=r"time zone PST is \+08:00.*until here it was read as -08:00") as caught:
        captured(tmp_path, log)
    assert "--timezone" in caught.value.remedy
    assert at(captured(tmp_path, log, timezone="Asia/Manila")).timestamp() == BEGIN.timestamp() - 0.001


@pytest.mark.parametrize("name", ["Asia/Shanghai", "America/Chicago", "+08:00", "-0330", "UTC", "Japan"])
def test_a_zone_is_a_name_or_an_offset(name: str) -> None:
    """As log_timezone has it."""
    assert check_timezone(name) == name


@pytest.mark.parametrize("name", ["Asia/Shanghay", "CST", "8", "+25:99x", "Mars/Olympus"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    """An abbreviation is none: it is what is not known."""
    with pytest.raises(UsageProblem, match="no time zone"):
        check_timezone(name)


def test_a_zone_that_the_log_contradicts_is_refused(tmp_path: Path) -> None:
    """Its stamps name another abbreviation, or its sessions prove another offset."""
    log = Server("Asia/Shanghai").wrote(tmp_path / "x.csv", Said.ran(1, 0, "select 1"))
    for zone, said in (("Europe/Berlin", "CST, which Europe/Berlin is not"), ("America/Chicago", r"is \+08:00")):
        with pytest.raises(BadInput, match=said):
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
def test_a_time_is_taken_in_the_logs_own_form(text: str, expected: str) -> None:
    """A blank for T, the zone by its name."""
    assert datetime.fromtimestamp(INSTANT.convert(text, None, None) / 1e6, UTC).isoformat() == expected


@pytest.mark.parametrize("text", ["", "soon", "2026-11-25 10:00:00 2026", "2026-11-25 10:00+01:00 UTC", "25.11.2026"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """With both forms."""
    import click

    with pytest.raises(click.BadParameter, match="is no time: write 2026-11-22T10:00:00"):
        LOG_TIME.convert(text, None, None)


def test_a_zone_that_may_be_several_is_no_instant() -> None:
    """Where no log tells which."""
    import click

    with pytest.raises(click.BadParameter, match="zone CST"):
        INSTANT.convert("2026-11-25 10:00:00 CST", None, None)


@pytest.mark.parametrize(
    "since", ["2026-11-25 10:00:02.000 CST", "2026-11-25 10:00:02", "2026-11-25 02:00:02 UTC", "2026-11-25T02:00:02Z"]
)
def test_a_window_is_in_the_logs_zone_where_none_is_said(tmp_path: Path, since: str) -> None:
    """The second and third statement of three, and the first two; what was taken for granted is noted."""
    log = FAULTS / "china-standard-time.csv"
    manifest = captured(tmp_path, log, since=stamp(since))
    assert manifest.statements == 2
    assert len(doubts(manifest)) == (since == "2026-11-25 10:00:02")
    before = captured(tmp_path, log, until=stamp(since))
    assert before.statements == 2  # the second began before, and ended then


def test_the_sample_of_its_own_stamp(tmp_path: Path) -> None:
    """--since as the log has it."""
    manifest = captured(tmp_path, FAULTS / "since-own-stamp.csv", since=stamp("2026-11-25 10:00:00.000 UTC"))
    assert manifest.statements == 1


def test_a_zone_of_two_servers_proves_nothing() -> None:
    """Two offsets of one abbreviation."""
    assert Zones(proven={"CST": -6 * 3_600_000_000}).offset_us("CDT") == (-5 * 3_600_000_000, True)
    assert Zones().offset_us("CDT") == (-5 * 3_600_000_000, False)


@pytest.mark.parametrize(
    ("given", "expected", "certain"),
    [
        ("", "10:00:01", False),
        ("+08:00", "02:00:01", True),
        ("Asia/Shanghai", "02:00:01", True),
        ("UTC", "10:00:01", True),
    ],
)
def test_stamps_without_a_zone_are_noted_or_said(given: str, expected: str, certain: bool) -> None:
    """The header of a syslog names none."""
    with reading(Zones(given)) as stamps:
        found = wall_time(pl.Series(["2026-11-25 10:00:01.000 "]))
    assert datetime.fromtimestamp(found[0] / 1e6, UTC).strftime("%H:%M:%S") == expected
    assert (stamps.doubts == {}) == certain


def test_a_zone_given_by_name_follows_its_change_of_clocks() -> None:
    """Stamps without a zone, in winter and in summer."""
    with reading(Zones("America/New_York")):
        found = wall_time(pl.Series(["2026-01-15 10:00:00.000 ", "2026-07-15 10:00:00.000 "]))
    assert [datetime.fromtimestamp(one / 1e6, UTC).hour for one in found] == [15, 14]
