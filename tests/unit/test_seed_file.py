"""The file of a seed: the same source gives the same bytes."""

from __future__ import annotations

from pgrehearse.scenarios.seed.write import with_stable_key


def dumped(key: str, table: str = "orders") -> bytes:
    return (
        f"-- PostgreSQL database dump\n\n\\restrict {key}\n\nCREATE TABLE {table} ();\n\n\\unrestrict {key}\n".encode()
    )


def test_the_key_of_a_dump_depends_on_its_text_alone() -> None:
    """pg_dump writes another one each time."""
    first, second, other = (
        with_stable_key(dump) for dump in (dumped("abc1"), dumped("xyz2"), dumped("abc1", "customers"))
    )
    assert first == second
    keys = [line.split()[1] for text in (first, other) for line in text.splitlines() if line.startswith(b"\\")]
    assert keys[0] == keys[1] != keys[2] == keys[3]
    assert {len(key) for key in keys} == {64}


def test_a_dump_without_a_key_is_not_changed() -> None:
    """pg_dump of older minor versions writes none."""
    assert with_stable_key(b"CREATE TABLE orders ();\n") == b"CREATE TABLE orders ();\n"
