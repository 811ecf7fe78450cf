"""How a running server is copied: by a base backup where that is possible and right, and otherwise by a dump, with the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.data import copy_method
from pgrehearse.targets.data.copy_method import Method, plan_copy
from pgrehearse.targets.data.extensions import Installation
from pgrehearse.targets.data.source_facts import SourceDatabase, SourceFacts

SHOP = SourceDatabase("shop", "C.UTF-8", "", icu=False, bytes=3 << 30, extensions=("plpgsql",))
FACTS = SourceFacts(16, True, "postgres", "replica", 8, False, (), "0", "", (SHOP,))
NEW = Installation(18, frozenset({"plpgsql"}), frozenset({"auto_explain"}), icu=False)
INSTALLED = (15, 16, 18)


def planned(facts: SourceFacts, version: int = 18) -> copy_method.CopyPlan:
    return plan_copy(facts, version, INSTALLED, replace(NEW, version=version or facts.version))


def with_database(**changes: object) -> SourceFacts:
    return replace(FACTS, databases=(replace(SHOP, **changes),))  # type: ignore[arg-type]


def test_the_same_version_is_a_base_backup_and_another_one_is_upgraded() -> None:
    assert planned(FACTS, 16).method is Method.BACKUP
    assert planned(FACTS, 0).version == 16
    plan = planned(FACTS)
    assert (plan.method, plan.reasons) == (Method.UPGRADE, ())
    assert plan.lines("64MB") == (
        "base backup and pg_upgrade of PostgreSQL 16 to 18",
        "load on the source: one session reads 3.0 GiB in 1 databases at most at 64MB/s, and one more streams WAL",
    )


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (replace(FACTS, managed="rds"), "rds does not permit base backups"),
        (replace(FACTS, may_replicate=False), "the role has no REPLICATION attribute"),
        (replace(FACTS, wal_level="minimal"), "wal_level is minimal"),
        (replace(FACTS, free_senders=1), "no WAL sender is free"),
        (replace(FACTS, has_tablespaces=True), "it has tablespaces"),
        (replace(FACTS, version=17), "PostgreSQL 17 is not installed on this machine"),
        (with_database(locale="de_DE.UTF-8"), "the collation of database shop may sort differently here"),
        (
            with_database(locale="de_DE.UTF-8", collation_version="2.19"),
            "the collation of database shop may sort differently here",
        ),
    ],
)
def test_a_dump_has_a_reason(facts: SourceFacts, reason: str) -> None:
    plan = planned(facts)
    assert (plan.method, plan.reasons) == (Method.DUMP, (reason,))
    assert plan.lines("64MB")[1] == f"no base backup: {reason}"


def test_a_base_backup_keeps_the_order_of_a_locale_of_the_same_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy_method, "_libc_version", lambda: "2.36")
    assert planned(with_database(locale="de_DE.UTF-8", collation_version="2.36")).method is Method.UPGRADE


def test_what_the_new_version_lacks_is_named_before_anything_is_created() -> None:
    facts = replace(FACTS, databases=(replace(SHOP, extensions=("plpgsql", "postgis", "hstore"), icu=True),))
    with pytest.raises(TargetProblem) as caught:
        planned(facts)
    assert caught.value.message == (
        "PostgreSQL 18 of this machine lacks: extension postgis (database shop), extension hstore (database shop), "
        "collations of ICU (database shop)"
    )


def test_libraries_that_act_outside_or_are_missing_are_not_loaded() -> None:
    plan = planned(replace(FACTS, libraries=("auto_explain", "pg_cron", "pg_stat_statements")))
    assert plan.libraries == ("auto_explain",)
    assert plan.lines("1MB")[-2:] == (
        "not loaded: pg_cron (it acts outside the database)",
        "not loaded: pg_stat_statements (PostgreSQL 18 of this machine does not have it)",
    )


def test_a_target_is_not_older_than_its_source() -> None:
    with pytest.raises(TargetProblem, match="the source is PostgreSQL 16, and the target would be 15"):
        planned(FACTS, 15)
