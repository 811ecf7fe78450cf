"""Servers that are never a target: by every spelling, and by every way to the same address."""

from __future__ import annotations

import ipaddress
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.base.endpoint import Endpoint, Place
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.targets.denied_hosts import (
    DENY_HOSTS,
    Resolved,
    address_of,
    matching_pattern,
    patterns,
    refuse_denied,
    refuse_denied_address,
    resolved,
)

KNOWN = {
    "db.prod.example": (["10.1.2.3", "fd00::5"], []),
    "alias.example": (["10.1.2.3"], ["db.prod.example"]),
    "mixed.example": (["192.0.2.1", "10.1.9.9"], []),
    "localhost": (["127.0.0.1", "::1"], []),
    "here.example": (["127.0.1.1"], []),
    "rehearsal.example": (["192.0.2.7"], []),
}


def resolve(name: str) -> Resolved:
    """A resolver with a small table of names."""
    addresses, names = KNOWN.get(name.lower().rstrip("."), ([], []))
    return Resolved(frozenset(map(ipaddress.ip_address, addresses)), frozenset(names))


def is_denied(host: str, pattern: str, hostaddr: str = "") -> bool:
    return matching_pattern(Place(host, 5432, hostaddr), patterns([pattern]), resolve) is not None


@pytest.mark.parametrize(
    ("host", "pattern"),
    [
        ("db.prod.example", "db.prod.example"),
        ("DB.Prod.Example.", "*.prod.example"),
        ("db.prod.example", "10.1.0.0/16"),
        ("db.prod.example", "fd00::/8"),
        ("db.prod.example", "10.1.2.3"),
        ("10.1.2.3", "db.prod.example"),
        ("alias.example", "*.prod.example"),
        ("alias.example", "db.prod.example"),
        ("mixed.example", "10.1.0.0/16"),
        ("10.1.200.3", "10.1.*"),
        ("fd00::5", "db.prod.example"),
        ("::ffff:10.1.2.3", "10.1.0.0/16"),
        ("10.1.2.3", "::ffff:10.1.0.0/112"),
        ("0x0a010203", "10.1.2.3"),
        ("167838211", "10.1.0.0/16"),
        ("10.1.515", "10.1.2.3"),
        ("/run/postgresql", "localhost"),
        ("/run/postgresql", "127.0.0.1"),
        ("/run/postgresql", "::1"),
        ("/run/postgresql", "127.0.0.0/8"),
        ("/run/postgresql", "/run/*"),
        ("here.example", "localhost"),
        ("0.0.0.0", "localhost"),  # noqa: S104
        ("::", "127.0.0.1"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("xn--bcher-kva.example", "bücher.example"),
        ("fe80::1%eth0", "fe80::/10"),
        ("anything", "*"),
        ("[::1]", "localhost"),
    ],
)
def test_every_name_and_address_of_a_denied_server_is_denied(host: str, pattern: str) -> None:
    """The name as written, every address of it, the name that it is an alias of."""
    assert is_denied(host, pattern)


LOOPBACKS = ["localhost", "127.0.0.1", "::1", "127.1", "LOCALHOST", "::ffff:127.0.0.1", "0:0:0:0:0:0:0:1", "2130706433"]


@pytest.mark.parametrize("host", LOOPBACKS)
@pytest.mark.parametrize("pattern", LOOPBACKS)
def test_all_notations_of_the_local_machine_are_equal(host: str, pattern: str) -> None:
    """Each notation of a denied host denies each notation of a target."""
    assert is_denied(host, pattern)


@pytest.mark.parametrize(
    ("host", "pattern"),
    [
        ("rehearsal.example", "*.prod.example"),
        ("rehearsal.example", "10.1.0.0/16"),
        ("rehearsal.example", "db.prod.example"),
        ("10.2.0.1", "10.1.0.0/16"),
        ("127.0.0.1", "10.0.0.0/8"),
        ("/run/postgresql", "10.0.0.0/8"),
        ("unknown.example", "other.example"),
        ("notprod.example", "prod.example"),
        ("rehearsal.example", "localhost"),
    ],
)
def test_other_names_and_addresses_are_not_denied(host: str, pattern: str) -> None:
    """A pattern matches a complete name, and a name without an address denies by its text only."""
    assert not is_denied(host, pattern)


def test_the_hostaddr_and_the_name_are_both_compared() -> None:
    """Both the hostaddr and the name can be production's."""
    assert is_denied("rehearsal.example", "10.1.0.0/16", hostaddr="10.1.2.3")
    assert is_denied("db.prod.example", "*.prod.example", hostaddr="192.0.2.7")
    assert is_denied("db.prod.example", "10.1.2.3", hostaddr="192.0.2.7")
    assert not is_denied("rehearsal.example", "10.1.2.3", hostaddr="192.0.2.7")


@pytest.mark.parametrize(
    "text",
    [
        "10.1.0.0/99",
        "10.1.0.0/",
        "db.prod/16",
        "10.1",
        "10.1.0",
        "300.1.1.1",
        "1.2.3.4.5",
        "db:5432",
        "fd00:*",
        "",
        " ",
        "a b",
        "-",
        "...",
        "postgresql://db/x",
        "::/129",
        "gggg::1",
        "999999999999",
    ],
)
def test_a_pattern_that_can_match_nothing_is_refused(text: str) -> None:
    """A pattern without a possible match would be a list that denies less than its author intended."""
    with pytest.raises(UsageProblem) as caught:
        patterns([text])
    assert caught.value.remedy


def test_an_endpoint_is_refused_with_the_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its servers is compared, also with the team's list."""
    several = Endpoint("rehearsal.example", 1, others=(Place("db.prod.example", 2),))
    with pytest.raises(TargetProblem, match=r"db\.prod\.example:2 .*10\.1\.0\.0/16") as caught:
        refuse_denied(several, ["10.1.0.0/16"], resolve)
    assert caught.value.remedy
    refuse_denied(several, [], resolve)
    monkeypatch.setenv(DENY_HOSTS, "x.example, 10.1.0.0/16")
    with pytest.raises(TargetProblem):
        refuse_denied(several, [], resolve)
    monkeypatch.setenv(DENY_HOSTS, "10.1.0.0/99")
    with pytest.raises(UsageProblem):
        refuse_denied(several, [], resolve)


def test_the_address_that_the_server_reports_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As inet_server_addr() returns it, in any type."""
    monkeypatch.delenv(DENY_HOSTS, raising=False)
    for reported in (
        "10.1.2.3",
        "10.1.2.3/32",
        ipaddress.ip_interface("10.1.2.3/32"),
        ipaddress.ip_address("10.1.2.3"),
        "fd00::5/128",
    ):
        with pytest.raises(TargetProblem):
            refuse_denied_address(reported, ["db.prod.example"], resolve)
    refuse_denied_address(None, ["*"], resolve)
    refuse_denied_address("", ["*"], resolve)
    refuse_denied_address("192.0.2.7", ["db.prod.example"], resolve)


def test_names_are_resolved_by_the_local_resolver() -> None:
    """It resolves localhost; for an unknown name it returns nothing."""
    assert resolved("localhost").addresses
    assert resolved("no-such-name.invalid") == resolved("a..b") == Resolved()
    with pytest.raises(TargetProblem):
        refuse_denied(Endpoint("127.0.0.1"), ["localhost"])
    with pytest.raises(TargetProblem):
        refuse_denied(Endpoint("127.1"), ["localhost"])


V4 = st.ip_addresses(v=4)
V6 = st.ip_addresses(v=6)


@given(address=V4 | V6, prefix=st.integers(0, 128))
def test_a_network_denies_exactly_its_addresses(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address, prefix: int
) -> None:
    """With any host bits, and for any notation of the address."""
    prefix = min(prefix, address.max_prefixlen)
    network = ipaddress.ip_network(f"{address}/{prefix}", strict=False)
    for spelling in (str(address), address.exploded, f"[{address}]", str(address).upper()):
        assert is_denied(spelling, f"{address}/{prefix}")
        assert is_denied(spelling, str(network))
    if prefix:
        outside = ipaddress.ip_address(
            int(address) ^ (1 << (address.max_prefixlen - prefix)) if address.version == 4 else int(address)
        )
        if address.version == 4 and not (outside.is_loopback or outside.is_unspecified):
            assert not is_denied(str(outside), str(network))


@given(address=V4)
def test_an_ipv4_address_is_equal_in_every_notation(address: ipaddress.IPv4Address) -> None:
    """Mapped into IPv6, as one number, in hexadecimal."""
    number = int(address)
    for spelling in (f"::ffff:{address}", f"::ffff:{number >> 16:x}:{number & 0xFFFF:x}", str(number), hex(number)):
        assert address_of(spelling) == address
        assert is_denied(spelling, str(address))


LABELS = st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z]", fullmatch=True)


@given(labels=st.lists(LABELS, min_size=2, max_size=4), data=st.data())
def test_a_name_is_denied_by_each_of_its_suffixes(labels: list[str], data: st.DataObject) -> None:
    """In any case, with or without the dot at its end."""
    host = ".".join(labels)
    cut = data.draw(st.integers(1, len(labels) - 1))
    pattern = "*." + ".".join(labels[cut:])
    assert fnmatchcase(host, pattern)
    for spelling in (host, host.upper(), f"{host}."):
        assert is_denied(spelling, pattern)
        assert is_denied(spelling, host)
