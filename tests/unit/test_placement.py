"""A placement of schemas and tables on servers: what crosses, the load of each server, and the move that balances them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.commands.inspect import command
from pgrehearse.workload.analysis.placement import balancing_move, place
from pgrehearse.workload.placement import PlacedServer, Placement, read_placement
from pgrehearse.workload.read import Workload
from tests.captured import captured
from tests.conftest import held_to_schema
from tests.logged import LogRecord, Server

SHARDS = Placement(
    "p.toml",
    (PlacedServer("a", schemas=("shard_1", "shard_2")), PlacedServer("b", schemas=("shard_3",), tables=("users",))),
)


def transaction(session: int, at_s: float, vxid: str, *statements: str, took_ms: float = 1) -> list[LogRecord]:
    """A transaction of a session, with its BEGIN and COMMIT."""
    texts = ["begin", *statements, "commit"]
    return [LogRecord.ran(session, at_s + place / 100, sql, took_ms, vxid=vxid) for place, sql in enumerate(texts)]


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    folder = tmp_path_factory.mktemp("placement")
    records = [
        LogRecord.ran(1, 1, "select * from shard_1.items where id = 1", 40, vxid="1/1"),
        LogRecord.ran(1, 2, "insert into shard_2.items values (1)", 20, vxid="1/2"),
        LogRecord.ran(1, 3, "select * from shard_3.items where id = 1", 5, vxid="1/3"),
        LogRecord.ran(1, 4, "select 1", vxid="1/4"),
        LogRecord.ran(1, 5, "select * from shard_1.items i join users u on u.id = i.owner", 3, vxid="1/5"),
        LogRecord.ran(1, 6, "select * from elsewhere.log", 3, vxid="1/6"),
        *transaction(1, 7, "1/7", "insert into shard_1.items values (2)", "update users set n = 1 where id = 2"),
        *transaction(1, 8, "1/8", "insert into shard_3.items values (2)", "select * from shard_3.items"),
    ]
    return captured(folder, Server().write(folder / "x.csv", *records)).workload


def test_transactions_go_to_the_server_of_their_tables(workload: Workload) -> None:
    """BEGIN and COMMIT go with the statements between them."""
    found = place(workload, SHARDS)
    assert [(server.name, server.transactions, server.statements, server.writes) for server in found.servers] == [
        ("a", 2, 2, 1),
        ("b", 2, 5, 1),
    ]
    assert [server.time_us for server in found.servers] == [60_000, 9_000]
    assert (found.anywhere, found.crossing, found.joins, found.unplaced) == (1, 2, 1, 1)
    assert found.missing == ("elsewhere.log",)


def test_crossing_transactions_are_listed_by_their_tables(workload: Workload) -> None:
    (group,) = place(workload, SHARDS).groups
    assert (group.tables, group.transactions, group.statements) == (("shard_1.items", "users"), 2, 1)


def test_a_move_balances_the_servers(workload: Workload) -> None:
    """By the time of the statements that name each schema. The other figures are shares of the busiest server."""
    move = place(workload, SHARDS).move
    assert move is not None
    assert (move.what, move.source, move.target) == ("shard_2", "a", "b")
    assert move.after < move.before
    found = place(workload, SHARDS).document()["placement"]
    assert found["busiest_share"] == pytest.approx(60 / 69)


@pytest.mark.parametrize(
    ("loads", "what"),
    [
        ({("a", "hot"): 9.0, ("b", "x"): 1.0}, None),
        ({("a", "hot"): 6.0, ("a", "s"): 3.0, ("b", "x"): 1.0}, "s"),
        ({("a", "s"): 5.0, ("b", "x"): 5.0}, None),
        ({("a", "s"): 5.0, ("a", "t"): 4.0, ("b", ""): 0.0}, "s"),
        ({("a", "s"): 5.0, ("a", "t"): 1.0, ("b", "x"): 5.9, ("c", "y"): 1.0}, "t"),
        ({("a", "s"): 5.0}, None),
        ({("a", "s"): 0.0, ("b", "x"): 0.0}, None),
    ],
)
def test_only_a_move_that_lowers_the_busiest_server_is_named(
    loads: dict[tuple[str, str], float], what: str | None
) -> None:
    """One hot unit alone cannot be balanced by a move."""
    move = balancing_move(loads)
    assert (move.what if move is not None else None) == what


def test_a_table_precedes_its_schema_and_others_get_the_rest() -> None:
    placement = Placement(
        "", (PlacedServer("a", schemas=("s",)), PlacedServer("b", tables=("s.hot",)), PlacedServer("c", others=True))
    )
    assert [placement.server_of(name) for name in ("s.t", "s.hot", "public.t", "t")] == ["a", "b", "c", "c"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[server]]\nname = "a"\nschemas = ["s"]', "not a list of two or more servers"),
        (
            '[[server]]\nname = "a"\nschemas = ["s"]\n[[server]]\nname = "a"\nschemas = ["t"]',
            "'a' is in name of two servers",
        ),
        (
            '[[server]]\nname = "a"\nschemas = ["s"]\n[[server]]\nname = "b"\nschemas = ["s"]',
            "'s' is in schemas of two servers",
        ),
        ('[[server]]\nname = "a"\nschemas = ["s"]\n[[server]]\nname = "b"', "server b gets nothing"),
        ('[[server]]\nname = "a"\nothers = true\n[[server]]\nname = "b"\nothers = true', "two servers get all others"),
        (
            '[[server]]\nname = "a"\nschema = ["s"]\n[[server]]\nname = "b"\nothers = true',
            "server 1: unknown key schema",
        ),
    ],
)
def test_an_invalid_placement_is_named_with_its_fault(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(text)
    with pytest.raises(BadInput) as refused:
        read_placement(path)
    assert fault in refused.value.message


def test_inspect_shows_a_placement(workload: Workload, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, as JSON of the published schema, and on the page; a file that is missing is bad input."""
    path = tmp_path / "p.toml"
    path.write_text(
        '[[server]]\nname = "a"\nschemas = ["shard_1", "shard_2"]\n[[server]]\nname = "b"\nschemas = ["shard_3"]\ntables = ["users"]\n'
    )
    options = [str(workload.path), "--placement", str(path)]
    command.main(options, standalone_mode=False)
    shown = " ".join(capsys.readouterr().out.split())
    assert "server a: 2 transactions, 2 statements (1 write)" in shown
    assert "2 transactions would cross servers" in shown
    assert "no server gets elsewhere.log" in shown
    assert "to move shard_2 from a to b lowers the share of the busiest server" in shown
    command.main([*options, "--json", "--html", str(tmp_path / "page.html")], standalone_mode=False)
    written = json.loads(capsys.readouterr().out)
    held_to_schema("inspect", written)
    found = written["placement"]
    assert (found["crossing"], found["move"]["what"], found["servers"][1]["name"]) == (2, "shard_2", "b")
    page = " ".join((tmp_path / "page.html").read_text().split())
    assert '<td class="text">a</td><td>2</td><td>2</td><td>1</td><td>60.00 ms</td>' in page
    assert (
        "2 transactions would cross servers (in 1 of them one statement does); 1 use a table that no server gets"
        in page
    )
    assert "No server gets elsewhere.log." in page
    before, after = (f"{found['move'][name]:.1%}" for name in ("before", "after"))
    assert f"To move shard_2 from a to b lowers the share of the busiest server from {before} to {after}" in page
    with pytest.raises(BadInput, match="no such file"):
        command.main([str(workload.path), "--placement", str(tmp_path / "none.toml")], standalone_mode=False)
