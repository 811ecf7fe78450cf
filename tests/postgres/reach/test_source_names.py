"""A replay that writes never reaches the source, for any name of the target (rows 1 to 13)."""

from __future__ import annotations

import socket

import pytest

from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import superuser
from tests.postgres.reach.servers import REFUSED, SourceAndCopy, untouched
from tests.proxies import Proxy

# {port} is the port of the source, {forwarded} the port of a forwarder.
SPELLINGS = {
    "1-same": "postgresql://boss@127.0.0.1:{port}/shop",
    "2-localhost": "postgresql://boss@localhost:{port}/shop",
    "2-words": "host=localhost port={port} dbname=shop user=boss",
    "4-socket": "host={home} port={port} dbname=shop user=boss",
    "5-short": "postgresql://boss@127.1:{port}/shop",
    "5-number": "postgresql://boss@2130706433:{port}/shop",
    "7-forwarder": "postgresql://boss@127.0.0.1:{forwarded}/shop",
    "8-unprivileged": "postgresql://clerk@127.0.0.1:{forwarded}/shop",
    "9-hosts": "host=127.0.0.1,127.0.0.1 port={port},{copy} dbname=shop user=boss target_session_attrs=any",
    "9-hosts-read-write": "host=127.0.0.1,127.0.0.1 port={port},{copy} dbname=shop user=boss target_session_attrs=read-write",
    "10-uri-hosts": "postgresql://boss@127.0.0.1:{port},127.0.0.1:{copy}/shop",
    "11-one-port": "host=127.0.0.1,localhost port={port} dbname=shop user=boss",
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_the_source_is_refused_by_any_name(marked_source: SourceAndCopy, name: str) -> None:
    """With or without a mark, by any connection string."""
    servers = marked_source
    with Proxy(servers.source.port) as proxy, untouched((servers.source, "shop"), (servers.copy, "shop")):
        result = servers.replay(
            SPELLINGS[name].format(
                port=servers.source.port, forwarded=proxy.port, copy=servers.copy.port, home=servers.source.home
            )
        )
    assert result.code in REFUSED, result.text


@pytest.mark.parametrize("order", ["copy first", "source first"])
def test_two_hosts_never_write_to_the_source(marked_source: SourceAndCopy, order: str) -> None:
    """When one of them is the copy, only the copy may be written to (rows 9 to 11)."""
    ports = [marked_source.copy.port, marked_source.source.port]
    first, second = ports if order == "copy first" else ports[::-1]
    with untouched((marked_source.source, "shop")):
        result = marked_source.replay(f"postgresql://boss@127.0.0.1:{first},127.0.0.1:{second}/shop")
    assert result.code == (0 if order == "copy first" else 4), result.text


@pytest.mark.parametrize(
    "change",
    [
        "alter role boss set timezone = 'Asia/Tokyo'",
        "alter database shop set timezone = 'America/New_York'",
        "alter role boss in database shop set datestyle = 'SQL, DMY'",
        "alter database shop set datestyle = 'German'",
    ],
)
def test_date_formats_of_a_role_do_not_hide_the_source(marked_source: SourceAndCopy, change: str) -> None:
    """The start of a server is compared as a number (row 12)."""
    servers = marked_source
    with superuser(servers.source, "shop") as connection:
        connection.execute(change)
    try:
        with Proxy(servers.source.port) as proxy, untouched((servers.source, "shop")):
            result = servers.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    finally:
        with superuser(servers.source, "shop") as connection:
            for text in (
                "alter role boss reset all",
                "alter database shop reset all",
                "alter role boss in database shop reset all",
            ):
                connection.execute(text)
    assert result.code == 4, result.text


def test_a_restarted_source_is_refused_by_another_name(adopted: SourceAndCopy) -> None:
    """After a restart the source has another postmaster start time (row 13)."""
    servers = adopted
    clusters.stop(servers.source)
    clusters.start(servers.source)
    servers.adopt(servers.source)
    try:
        with Proxy(servers.source.port) as proxy, untouched((servers.source, "shop")):
            result = servers.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    finally:
        with superuser(servers.source, "shop") as connection:
            connection.execute("drop schema if exists pgrehearse cascade")
    assert result.code == 4, result.text


def test_the_ipv6_address_of_the_source_is_refused(marked_source: SourceAndCopy) -> None:
    """By [::1], if the machine has this address (row 3)."""
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        pytest.skip("this machine has no ::1")
    with untouched((marked_source.source, "shop")):
        result = marked_source.replay(f"postgresql://boss@[::1]:{marked_source.source.port}/shop")
    assert result.code in REFUSED, result.text
