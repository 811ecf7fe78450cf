"""When a replay was no rehearsal: what is counted against it, by which cause, and which runs are not fit to be judged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.runs.fitness_values import Fitness, Unfit
from pgrehearse.runs.manifest import RunManifest, read
from pgrehearse.runs.quality.error_causes import CHANCE, NAMED, Causes, causes
from pgrehearse.runs.quality.fitness_rules import Evidence, at_most, erring, unfit
from pgrehearse.runs.quality.id_drift import Drawn, drawn
from pgrehearse.runs.quality.played import Played, played
from pgrehearse.runs.reasons import CANCELED, LOST, NOT_CHOSEN, READ_ONLY, REFUSED, UNREACHABLE
from pgrehearse.runs.run_facts import RunPlan, TargetFacts
from tests.fitnesses import plain_fitness

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.workload.read import Workload

SCHEMA: dict[str, Any] = {
    "session": pl.Int32,
    "copy": pl.Int16,
    "seq": pl.Int32,
    "transaction": pl.Int32,
    "shape": pl.Int32,
    "status": pl.String,
    "sqlstate": pl.String,
    "ended": pl.String,
    "captured_sqlstate": pl.String,
    "reason": pl.String,
    "due_us": pl.Int64,
    "done_us": pl.Int64,
}
MESSAGES: dict[str, Any] = {**{name: SCHEMA.get(name, pl.String) for name in NAMED}, "reason": pl.String}
IDS = Drawn(
    somewhere=True,
    shapes=frozenset({7}),
    indexes=frozenset({"orders_pkey"}),
    known=frozenset({"orders_pkey", "users_email_key"}),
)


def statement(session: int, seq: int, **more: Any) -> dict[str, Any]:
    """One statement that went well on both sides, but for what is said of it; in a transaction of its own."""
    plain = {"copy": 0, "transaction": seq, "shape": 0, "status": "ok", "ended": "ok", "due_us": seq, "done_us": seq}
    return {**plain, "session": session, "seq": seq, **more}


def error(session: int, seq: int, sqlstate: str, message: str = "", **more: Any) -> dict[str, Any]:
    return statement(session, seq, status="failed", sqlstate=sqlstate, message=message, **more)


def judged(rows: list[dict[str, Any]], ids: Drawn = IDS) -> Causes:
    found = pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA)
    failed = [row for row in rows if row["status"] == "failed"]
    messages = pl.DataFrame([{name: row.get(name) for name in MESSAGES} for row in failed], schema=MESSAGES)
    statements = found.filter(pl.col("shape") >= 0)  # a connect event is none
    return causes(statements, messages, ids)


@pytest.mark.parametrize(
    ("sqlstate", "message", "kind", "named"),
    [
        (
            "23503",
            'insert or update on table "items" violates foreign key constraint "items_order_fk"',
            "foreign key",
            "items_order_fk",
        ),
        ("23503", 'update or delete on table "a" violates foreign key constraint "b" on table "c"', "foreign key", "b"),
        ("23505", 'duplicate key value violates unique constraint "orders_pkey"', "duplicate key", "orders_pkey"),
        ("42P01", 'relation "app.orders" does not exist', "missing table (or search_path)", "app.orders"),
        ("3F000", 'schema "tenant_7" does not exist', "missing schema", "tenant_7"),
        ("42703", "column o.total does not exist", "missing column", "o.total"),
        ("42703", 'column "total" of relation "orders" does not exist', "missing column", "total"),
        ("42883", "function similarity(text, unknown) does not exist", "missing function", "similarity"),
        ("42883", "operator does not exist: geometry && box2d", "missing function", ""),
        ("42704", 'role "clerk" does not exist', "missing object", "clerk"),
        ("42704", 'type "citext" does not exist', "missing object", "citext"),
        (
            "58P01",
            'could not access file "$libdir/postgis-3": No such file or directory',
            "missing library",
            "$libdir/postgis-3",
        ),
        ("42501", "permission denied for table orders", "missing permission", "orders"),
        ("42501", "permission denied for schema app", "missing permission", "app"),
        ("22P02", 'invalid input syntax for type integer: "a secret"', "data exception", ""),
        ("23503", 'customer "Mrs Secret" has no account', "foreign key", ""),
        ("23505", "la clé « orders_pkey » existe", "duplicate key", ""),
        ("XX000", "boom", "internal error", ""),
        ("P0001", "a secret", "error", ""),
        ("99999", "", "error", ""),
    ],
)
def test_a_cause_is_named_by_its_object_and_never_by_a_value(
    sqlstate: str, message: str, kind: str, named: str
) -> None:
    """Only where the server's own sentence names one; else the SQLSTATE, or its class, has to do."""
    (found,) = judged([error(0, 0, sqlstate, message)]).causes
    assert (found.kind, found.named, found.sqlstate) == (kind, named, sqlstate)
    assert found.remedy


def test_what_follows_an_error_in_its_transaction_is_the_errors() -> None:
    """25P02 is no cause; the transaction is one; a later error after ROLLBACK TO is another cause of the same transaction."""
    rows = [
        error(0, 0, "23503", 'x violates foreign key constraint "fk"', transaction=1),
        *(error(0, seq, "25P02", "aborted", transaction=1) for seq in (1, 2)),
        error(0, 3, "42P01", 'relation "t" does not exist', transaction=1),
        error(0, 4, "25P02", "aborted", transaction=1),
        error(1, 0, "25P02", "aborted", transaction=2),
        statement(0, 9),
    ]
    found = judged(rows)
    assert (found.of, found.transactions, found.drifted_new) == (3, 2, 3)
    assert [(one.sqlstate, one.statements, one.transactions) for one in found.causes] == [
        ("23503", 3, 1),
        ("25P02", 1, 1),
        ("42P01", 2, 0),
    ]
    assert sum(one.statements for one in found.causes) == 6


def test_a_prepare_that_failed_is_the_cause_of_what_follows() -> None:
    """It is no statement that runs, and so not counted; what it aborted, and what then is not prepared, is its own."""
    rows = [
        error(0, 1, "42P01", 'relation "t" does not exist', shape=-1, transaction=0),
        *(error(0, seq, "25P02", "aborted", transaction=0) for seq in (2, 3)),
        error(0, 9, "26000", 'prepared statement "p" does not exist'),
        error(1, 9, "26000", 'prepared statement "p" does not exist'),
        error(1, 10, "42P01", 'relation "u" does not exist', shape=-1),
    ]
    assert [(one.sqlstate, one.named, one.statements, one.transactions) for one in judged(rows).causes] == [
        ("42P01", "t", 3, 2),
        ("26000", "", 1, 1),
    ]


def test_what_production_failed_with_too_is_no_new_error() -> None:
    """All failing alike is fine; with another SQLSTATE it counts, and so does what succeeded there."""
    alike = [error(0, n, "23505", ended="error", captured_sqlstate="23505") for n in range(50)]
    assert judged(alike).transactions == 0
    other = judged(
        [
            *alike,
            error(0, 60, "42P01", ended="error", captured_sqlstate="23505"),
            statement(0, 61, ended="error", captured_sqlstate="23505"),
        ]
    )
    assert (other.of, other.transactions, other.causes[0].sqlstate) == (52, 1, "42P01")


def test_chance_counts_beyond_as_many_as_production_had_elsewhere() -> None:
    """A deadlock that strikes another transaction is none more."""
    for state in CHANCE:
        there = [statement(0, n, ended="error", captured_sqlstate=state) for n in range(3)]
        here = [error(1, n, state) for n in range(4)]
        assert judged([*there, *here]).transactions == 1
        assert judged([*there, *here[:3]]).transactions == 0
        assert judged(here).transactions == 4


def test_an_outage_and_what_is_not_the_targets_are_no_new_errors() -> None:
    """They are told as outages, or by their reason; a login that is refused is the target's."""
    gone = [
        error(0, 0, "08001", reason=UNREACHABLE),
        error(0, 1, "08006", reason=LOST),
        error(0, 2, "57P01"),
        error(0, 3, "57014", reason=CANCELED),
    ]
    assert judged(gone).transactions == 0
    refused = [
        error(0, 0, "28000", 'role "clerk" does not exist', reason=REFUSED, shape=-1),
        *(statement(0, n, status="unsent", reason=REFUSED) for n in range(1, 5)),
        statement(1, 0),
    ]
    found = judged(refused)
    assert (found.of, found.transactions) == (5, 4)
    assert (found.causes[0].kind, found.causes[0].named, found.causes[0].statements) == ("login refused", "clerk", 4)


@pytest.mark.parametrize(
    ("sqlstate", "message", "shape", "drifted"),
    [
        ("23503", "", 0, True),
        ("23505", 'duplicate key value violates unique constraint "orders_pkey"', 0, True),
        ("23505", 'duplicate key value violates unique constraint "users_email_key"', 7, False),
        ("23505", 'duplicate key value violates unique constraint "unheard_of"', 7, True),
        ("23505", "", 7, True),
        ("23505", "", 0, False),
        ("23502", "", 7, False),
        ("42P01", "", 7, False),
    ],
)
def test_which_errors_follow_from_drifted_ids(sqlstate: str, message: str, shape: int, drifted: bool) -> None:
    """Foreign keys, and unique indexes over a column that is filled from a sequence; where nothing draws ids, none."""
    row = error(0, 0, sqlstate, message, shape=shape)
    assert [one.drifted for one in judged([row]).causes] == [drifted]
    assert not judged([row], Drawn()).causes[0].drifted


def test_unique_indexes_over_drawn_ids_are_read_by_the_grammar() -> None:
    """Quoted names, further columns; not an expression, not an index that is not unique, not another table's."""

    class Shapes:
        def shapes(self) -> pl.DataFrame:
            return pl.DataFrame({"shape": [3, 4], "query_key": ["k", "l"], "generated": [True, False]})

    workload = cast("Workload", Shapes())

    state = {
        "sequences": {"public.orders.id": "public.orders_id_seq", "public.Odd.Id": "x"},
        "indexes": {
            "public.orders_pkey": "CREATE UNIQUE INDEX orders_pkey ON public.orders USING btree (id)",
            "public.wide": "CREATE UNIQUE INDEX wide ON public.orders USING btree (tenant, id) WHERE (id > 0)",
            "public.plain": "CREATE INDEX plain ON public.orders USING btree (id)",
            "public.mail": "CREATE UNIQUE INDEX mail ON public.users USING btree (lower(id))",
            "public.users_pkey": "CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)",
            "public.odd": 'CREATE UNIQUE INDEX odd ON public."Odd" USING btree ("Id")',
        },
    }
    found = drawn(workload, state)
    assert found.indexes == {"orders_pkey", "wide", "odd"}
    assert (sorted(found.shapes), sorted(found.keys), found.somewhere) == ([3], ["k"], True)
    assert (
        drawn(workload, {"sequences": {"unavailable": "no"}, "indexes": {"unavailable": "no"}}).indexes == frozenset()
    )


def evidence(part: Played, why: Causes | None = None, **more: Any) -> Evidence:
    plain = {
        "interrupted": False,
        "coverage": 1.0,
        "harness_late": 0.0,
        "rate": {"offered": 1.0, "achieved": 1.0},
        "paced": True,
        "workers": 1,
    }
    return Evidence(**{**plain, **more}, played=part, causes=why or Causes(100, 0, 0, 0))


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (Played(1000, 0, 0, 0, ""), ""),
        (Played(1000, 0, 200, 0, "x"), ""),
        (Played(1000, 850, 0, 0, ""), ""),
        (Played(1000, 0, 0, 100, ""), ""),
        (
            Played(1000, 0, 500, 0, "its parameters are not in the log"),
            "only 50% of the statements to execute were executed (500 skipped, most of them: its parameters",
        ),
        (Played(1000, 0, 1000, 0, "x"), "none of 1,000 statements was executed (1,000 skipped"),
        (
            Played(1000, 1000, 0, 0, ""),
            "none of 1,000 statements was executed (1,000 skipped because the replay is read-only)",
        ),
        (Played(1000, 950, 0, 0, ""), "only 5% of the statements were executed (950 skipped because"),
        (Played(1000, 500, 250, 0, "x"), "only 50% of the statements to execute were executed"),
        (
            Played(1000, 0, 0, 300, ""),
            "only 70% of the statements to execute were executed (300 did not reach the server)",
        ),
        (Played(0, 0, 0, 0, ""), "there was no statement to execute"),
    ],
)
def test_a_replay_of_little_is_not_fit(part: Played, says: str) -> None:
    """Half skipped is another load; writes may be left out by choice, as long as enough is left."""
    found = [one for one in unfit(evidence(part)) if one.what == "played"]
    assert bool(found) == bool(says)
    assert not found or found[0].text.startswith(says)


def test_what_does_no_work_is_not_counted_as_played() -> None:
    """BEGIN and COMMIT are sent also where the INSERT between them is skipped; what was not chosen is not missing."""
    shapes = pl.DataFrame(
        {"shape": [0, 1, 2], "kind": ["begin", "insert", "select"]}, schema_overrides={"shape": pl.Int32}
    )
    rows = [
        statement(0, 0),
        statement(0, 1, shape=1, status="skipped", reason="its parameters are not in the log"),
        statement(0, 2),
        statement(0, 3, shape=1, status="skipped", reason=f"it writes{READ_ONLY}"),
        statement(0, 4, shape=2, status="skipped", reason=NOT_CHOSEN),
        statement(0, 5, shape=2),
        error(0, 6, "08001", reason=UNREACHABLE, shape=2),
        error(0, 7, "42P01", shape=2),
    ]
    found = pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA)
    assert played(found, shapes) == Played(5, 1, 1, 1, "its parameters are not in the log")


def test_more_new_errors_than_the_limit_are_no_rehearsal() -> None:
    """One in a hundred is none; one more is; another limit judges the same record anew, and keeps every other reason."""
    few = judged([error(0, 0, "42P01", 'relation "t" does not exist'), *(statement(0, n) for n in range(1, 100))])
    assert erring(few.kept(), 0.01) == ""
    more = judged(
        [
            *(error(0, n, "23503", 'x violates foreign key constraint "fk"') for n in (1, 2)),
            error(0, 0, "42P01", 'relation "t" does not exist'),
            *(statement(0, n) for n in range(3, 100)),
        ]
    )
    told = erring(more.kept(), 0.01)
    assert told.startswith(
        "3 of 100 transactions (3.0%) failed that did not fail in production: foreign key fk (SQLSTATE 23503, because ids"
    )
    assert "2 of them; restore a copy of the window's start and adopt it with --align-sequences" in told
    assert "The first failure was missing table (or search_path) t (SQLSTATE 42P01); restore the schema" in told
    reasons = unfit(evidence(Played(100, 0, 0, 0, ""), more, harness_late=0.5))
    recorded = fitness(more, reasons)
    assert [one.what for one in recorded.unfit] == ["new errors", "late"]
    lifted = at_most(recorded, 0.5)
    assert (lifted.fit, lifted.reasons) == (False, [reasons[1].text])
    assert at_most(recorded, 0.01).reasons[-1] == told


def fitness(why: Causes, reasons: list[Unfit]) -> Fitness:
    """A fitness with these new errors and these reasons."""
    return plain_fitness(fit=not reasons, reasons=[one.text for one in reasons], new_errors=why.kept(), unfit=reasons)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"new_errors": {"transactions": 1}}, "fitness.new_errors.failed is missing"),
        ({"unfit": [{"what": "x"}]}, "fitness.unfit[0].text is missing"),
        ({"statements": {"due": 1}}, "fitness.statements.failed is missing"),
        ({"outages": [1]}, "fitness.outages[0] has the wrong type"),
        ({"fit": 1}, "fitness.fit has the wrong type"),
    ],
)
def test_a_damaged_fitness_makes_the_manifest_bad_input(tmp_path: Path, change: dict[str, Any], fault: str) -> None:
    """The manifest of a run is read as a whole; a fitness that was written is read back as it was."""
    causes_ = judged([error(0, 0, "42P01"), statement(0, 1)])
    recorded = fitness(causes_, unfit(evidence(Played(100, 0, 0, 0, ""), causes_, harness_late=0.5)))
    known = RunManifest("w", "d", TargetFacts(), RunPlan(), 0, 0, "test", fitness=recorded)
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(known.document()))
    assert read(tmp_path).fitness == recorded
    document = known.document()
    path.write_text(json.dumps({**document, "fitness": {**document["fitness"], **change}}))
    with pytest.raises(BadInput) as caught:
        read(tmp_path)
    assert caught.value.message == f"{path}: damaged: {fault}"
