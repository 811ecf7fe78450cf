"""Connection settings, addresses and deny lists never lead a replay to a server that was not verified (rows 14 to 22)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.postgres.reach.servers import REFUSED, SourceAndCopy, command, untouched
from tests.proxies import Proxy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def source_at_second_address(adopted: SourceAndCopy) -> Iterator[SourceAndCopy]:
    """The source is reachable at 127.0.0.2 on the copy's port, so that only the address distinguishes the two."""
    try:
        with Proxy(adopted.source.port, port=adopted.copy.port, host="127.0.0.2"):
            yield adopted
    except OSError:
        pytest.skip("127.0.0.2 is not an address of this machine")


@contextmanager
def environment(folder: Path, service: dict[str, object], variables: dict[str, object]) -> Iterator[None]:
    """Set a service file with one service, and variables, while the block runs. They affect the clients of the test too."""
    path = folder / "services.conf"
    path.write_text("[reh]\n" + "".join(f"{key}={value}\n" for key, value in service.items()))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"PGSERVICEFILE": path, **variables}.items():
            patch.setenv(name, str(value))
        yield


@pytest.mark.parametrize(
    "way", ["14-hostaddr", "15-service", "16-service-in-dsn", "17-hostaddr-in-dsn", "17-hostaddr-in-words"]
)
def test_no_connection_setting_changes_the_server(
    source_at_second_address: SourceAndCopy, tmp_path: Path, way: str
) -> None:
    """Only the verified server is written to: the source, which is not adopted, is unchanged (rows 14 to 17)."""
    servers, target = source_at_second_address, source_at_second_address.dsn()
    variables = {"14-hostaddr": {"PGHOSTADDR": "127.0.0.2"}, "15-service": {"PGSERVICE": "reh"}}.get(way, {})
    target += {"16-service-in-dsn": "?service=reh", "17-hostaddr-in-dsn": "?hostaddr=127.0.0.2"}.get(way, "")
    if way == "17-hostaddr-in-words":
        target = f"host=127.0.0.1 hostaddr=127.0.0.2 port={servers.copy.port} dbname=shop user=boss"
    before = len(servers.rows(servers.copy))
    with untouched((servers.source, "shop")), environment(tmp_path, {"hostaddr": "127.0.0.2"}, dict(variables)):
        result = servers.replay(target)
    written = len(servers.rows(servers.copy)) - before
    assert result.code in REFUSED or (result.code == 0 and written == 12), (result, written)


@pytest.mark.parametrize("after", [1, 4, 9])
def test_an_address_that_moves_after_the_check_ends_the_replay(adopted: SourceAndCopy, after: int) -> None:
    """After some connections a name or a load balancer connects to the source: the replay ends with exit code 4 (row 18)."""
    servers = adopted
    ports = (servers.copy.port, servers.source.port)
    with (
        Proxy(servers.copy.port, route=lambda n: ports[n > after]) as proxy,
        untouched((servers.source, "shop")),
    ):
        result = servers.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
        assert proxy.accepted > after, "the address never moved"
    assert result.code == 4, result.text


def test_an_alternating_address_is_refused(adopted: SourceAndCopy) -> None:
    """Every second connection is to the source (row 18)."""
    ports = (adopted.copy.port, adopted.source.port)
    with Proxy(adopted.copy.port, route=lambda n: ports[n % 2]) as proxy, untouched((adopted.source, "shop")):
        result = adopted.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    assert result.code == 4, result.text


@pytest.mark.parametrize("way", ["19-service", "19-service-in-environment", "20-environment", "20-no-words"])
def test_a_service_or_the_environment_names_the_target(adopted: SourceAndCopy, tmp_path: Path, way: str) -> None:
    """Not 127.0.0.1:5432, which often is a tunnel to production: the copy is written to (rows 19 and 20)."""
    servers = adopted
    service: dict[str, object] = {"host": "127.0.0.1", "port": servers.copy.port, "dbname": "shop", "user": "boss"}
    variables: dict[str, object] = {"PGSERVICE": "reh"} if way == "19-service-in-environment" else {}
    if way.startswith("20"):
        variables = {"PGHOST": "127.0.0.1", "PGPORT": servers.copy.port, "PGUSER": "boss", "PGDATABASE": "shop"}
    target = {
        "19-service": "service=reh",
        "19-service-in-environment": "postgresql://",
        "20-environment": "postgresql:///shop",
        "20-no-words": "postgresql://",
    }[way]
    before = len(servers.rows(servers.copy))
    with untouched((servers.source, "shop")), environment(tmp_path, service, variables):
        result = servers.replay(target)
    assert (result.code, len(servers.rows(servers.copy)) - before) == (0, 12), result.text


# --- Hosts that are never a target (rows 21 and 22) ---------------------------------------------------------------------

DENIALS = {
    "typed": ("127.0.0.1", "127.0.0.1"),
    "name for address": ("localhost", "127.0.0.1"),
    "name for short": ("localhost", "127.1"),
    "address for name": ("127.0.0.1", "localhost"),
    "network": ("127.0.0.0/8", "localhost"),
    "pattern": ("127.*", "localhost"),
    "case": ("LOCALHOST", "127.0.0.1"),
}


@pytest.mark.parametrize(
    ("name", "by"), [*((name, "option") for name in DENIALS), ("typed", "environment"), ("network", "environment")]
)
def test_a_denied_host_is_refused_by_any_name(
    adopted: SourceAndCopy, monkeypatch: pytest.MonkeyPatch, name: str, by: str
) -> None:
    """Patterns are compared with the name as written, its addresses and networks (row 21)."""
    pattern, host = DENIALS[name]
    words: tuple[str, ...] = ("--deny-host", pattern)
    if by == "environment":
        words = ()
        monkeypatch.setenv("PGREHEARSE_DENY_HOSTS", f"db.prod.example, {pattern}")
    with untouched((adopted.copy, "shop")):
        result = adopted.replay(f"postgresql://boss@{host}:{adopted.copy.port}/shop", *words)
    assert result.code == 4, result.text


def scenario(servers: SourceAndCopy, folder: Path, control: str, candidate: str) -> Path:
    """Write a scenario of two servers, which changes both before it replays."""
    path = folder / "changed.toml"
    side = 'kind = "dsn"\ndsn = "{}"\nafter = ["insert into sold values (\'after\')"]\n'
    path.write_text(
        f'name = "changed"\n[production]\nkind = "workload"\nworkload = "{servers.workloads["known"]}"\n'
        f'[replay]\nspeed = "max"\nwrites = true\ndirty = true\n[compare]\nrounds = 1\n'
        f"[control]\n{side.format(control)}[candidate]\n{side.format(candidate)}"
    )
    return path


@pytest.mark.parametrize("which", ["control is the source", "candidate is the source", "denied", "not adopted"])
def test_a_scenario_checks_its_sides_before_it_changes_one(
    adopted: SourceAndCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    """The SQL of `after` runs on no side when one of them may not be written to (row 22)."""
    servers = adopted
    sides = [servers.dsn(), servers.dsn()]
    if which == "denied":
        monkeypatch.setenv("PGREHEARSE_DENY_HOSTS", "127.0.0.1")
    elif which == "not adopted":
        sides[1] = servers.dsn(database="billing")
    else:
        sides[which.startswith("candidate")] = servers.dsn(servers.source)
    with untouched((servers.source, "shop"), (servers.copy, "shop"), (servers.copy, "billing")):
        result = command("run", scenario(servers, tmp_path, *sides), "-o", tmp_path / "out")
    assert result.code == 4, result.text
