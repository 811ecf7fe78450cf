"""A replay that writes never reaches the source, by whatever name the target is given (rows 1 to 13)."""

from __future__ import annotations

import socket

import pytest

from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import superuser
from tests.doors import Proxy
from tests.postgres.reach.servers import REFUSED, Places, untouched

# With the words of places put in; {port} is the source's own, {forwarded} that of a forwarder.
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
def test_the_source_is_refused_by_any_name(marked_source: Places, name: str) -> None:
    """Marked or not, by whatever words."""
    places = marked_source
    with Proxy(places.source.port) as proxy, untouched((places.source, "shop"), (places.copy, "shop")):
        said = places.replay(
            SPELLINGS[name].format(
                port=places.source.port, forwarded=proxy.port, copy=places.copy.port, home=places.source.home
            )
        )
    assert said.code in REFUSED, said.text


@pytest.mark.parametrize("order", ["copy first", "source first"])
def test_two_hosts_never_write_to_the_source(marked_source: Places, order: str) -> None:
    """Where one of them is the copy, it alone may be written to (rows 9 to 11)."""
    ports = [marked_source.copy.port, marked_source.source.port]
    first, second = ports if order == "copy first" else ports[::-1]
    with untouched((marked_source.source, "shop")):
        marked_source.replay(f"postgresql://boss@127.0.0.1:{first},127.0.0.1:{second}/shop")


@pytest.mark.parametrize(
    "change",
    [
        "alter role boss set timezone = 'Asia/Tokyo'",
        "alter database shop set timezone = 'America/New_York'",
        "alter role boss in database shop set datestyle = 'SQL, DMY'",
        "alter database shop set datestyle = 'German'",
    ],
)
def test_a_role_with_other_formats_does_not_hide_the_source(marked_source: Places, change: str) -> None:
    """When a server started is compared as a number (row 12)."""
    places = marked_source
    with superuser(places.source, "shop") as connection:
        connection.execute(change)
    try:
        with Proxy(places.source.port) as proxy, untouched((places.source, "shop")):
            said = places.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    finally:
        with superuser(places.source, "shop") as connection:
            for text in (
                "alter role boss reset all",
                "alter database shop reset all",
                "alter role boss in database shop reset all",
            ):
                connection.execute(text)
    assert said.code == 4, said.text


def test_a_source_that_was_restarted_is_recognised(adopted: Places) -> None:
    """By another name, though its postmaster is another (row 13)."""
    places = adopted
    clusters.stop(places.source)
    clusters.start(places.source)
    places.adopt(places.source)
    try:
        with Proxy(places.source.port) as proxy, untouched((places.source, "shop")):
            said = places.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    finally:
        with superuser(places.source, "shop") as connection:
            connection.execute("drop schema if exists pgrehearse cascade")
    assert said.code == 4, said.text


def test_the_address_of_ipv6_is_the_source_too(marked_source: Places) -> None:
    """[::1] leads to it where the machine has it (row 3)."""
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        pytest.skip("this machine has no ::1")
    with untouched((marked_source.source, "shop")):
        said = marked_source.replay(f"postgresql://boss@[::1]:{marked_source.source.port}/shop")
    assert said.code in REFUSED, said.text
