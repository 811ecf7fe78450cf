"""The causes of new errors, and the rules by which a run is not fit for a comparison."""

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
    """Return a statement that succeeded on both sides, in its own transaction; *more*: other values of its columns."""
    plain = {"copy": 0, "transaction": seq, "shape": 0, "status": "ok", "ended": "ok", "due_us": seq, "done_us": seq}
    return {**plain, "session": session, "seq": seq, **more}


def error(session: int, seq: int, sqlstate: str, message: str = "", **more: Any) -> dict[str, Any]:
    return statement(session, seq, status="failed", sqlstate=sqlstate, message=message, **more)


def causes_of(rows: list[dict[str, Any]], ids: Drawn = IDS) -> Causes:
    frame = pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA)
    failed = [row for row in rows if row["status"] == "failed"]
    messages = pl.DataFrame([{name: row.get(name) for name in MESSAGES} for row in failed], schema=MESSAGES)
    statements = frame.filter(pl.col("shape") >= 0)  # a connect event is not a statement
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
    """Only if the server's own message names an object; otherwise the cause has the SQLSTATE only."""
    (cause,) = causes_of([error(0, 0, sqlstate, message)]).causes
    assert (cause.kind, cause.named, cause.sqlstate) == (kind, named, sqlstate)
    assert cause.remedy


def test_errors_of_an_aborted_transaction_belong_to_their_first_error() -> None:
    """25P02 is not a cause; the transaction counts once; an error after ROLLBACK TO is another cause of the same transaction."""
    rows = [
        error(0, 0, "23503", 'x violates foreign key constraint "fk"', transaction=1),
        *(error(0, seq, "25P02", "aborted", transaction=1) for seq in (1, 2)),
        error(0, 3, "42P01", 'relation "t" does not exist', transaction=1),
        error(0, 4, "25P02", "aborted", transaction=1),
        error(1, 0, "25P02", "aborted", transaction=2),
        statement(0, 9),
    ]
    result = causes_of(rows)
    assert (result.of, result.transactions, result.drifted_new) == (3, 2, 3)
    assert [(cause.sqlstate, cause.statements, cause.transactions) for cause in result.causes] == [
        ("23503", 3, 1),
        ("25P02", 1, 1),
        ("42P01", 2, 0),
    ]
    assert sum(cause.statements for cause in result.causes) == 6


def test_a_failed_prepare_is_the_cause_of_the_errors_after_it() -> None:
    """It is not counted as a statement itself. Its errors are those of its transaction, and of executions of its name."""
    rows = [
        error(0, 1, "42P01", 'relation "t" does not exist', shape=-1, transaction=0),
        *(error(0, seq, "25P02", "aborted", transaction=0) for seq in (2, 3)),
        error(0, 9, "26000", 'prepared statement "p" does not exist'),
        error(1, 9, "26000", 'prepared statement "p" does not exist'),
        error(1, 10, "42P01", 'relation "u" does not exist', shape=-1),
    ]
    assert [
        (cause.sqlstate, cause.named, cause.statements, cause.transactions) for cause in causes_of(rows).causes
    ] == [
        ("42P01", "t", 3, 2),
        ("26000", "", 1, 1),
    ]


def test_an_error_that_production_had_too_is_not_new() -> None:
    """Errors with the same SQLSTATE do not count; an error with another SQLSTATE counts once."""
    same_errors = [error(0, n, "23505", ended="error", captured_sqlstate="23505") for n in range(50)]
    assert causes_of(same_errors).transactions == 0
    result = causes_of(
        [
            *same_errors,
            error(0, 60, "42P01", ended="error", captured_sqlstate="23505"),
            statement(0, 61, ended="error", captured_sqlstate="23505"),
        ]
    )
    assert (result.of, result.transactions, result.causes[0].sqlstate) == (52, 1, "42P01")


def test_deadlocks_beyond_the_number_of_production_are_new_errors() -> None:
    """A deadlock in another transaction than in production is not a new error."""
    for state in CHANCE:
        in_production = [statement(0, n, ended="error", captured_sqlstate=state) for n in range(3)]
        in_replay = [error(1, n, state) for n in range(4)]
        assert causes_of([*in_production, *in_replay]).transactions == 1
        assert causes_of([*in_production, *in_replay[:3]]).transactions == 0
        assert causes_of(in_replay).transactions == 4


def test_outages_and_cancellations_are_not_new_errors() -> None:
    """They are reported as outages or by their reason. A refused login is a new error of the target."""
    lost = [
        error(0, 0, "08001", reason=UNREACHABLE),
        error(0, 1, "08006", reason=LOST),
        error(0, 2, "57P01"),
        error(0, 3, "57014", reason=CANCELED),
    ]
    assert causes_of(lost).transactions == 0
    refused = [
        error(0, 0, "28000", 'role "clerk" does not exist', reason=REFUSED, shape=-1),
        *(statement(0, n, status="unsent", reason=REFUSED) for n in range(1, 5)),
        statement(1, 0),
    ]
    result = causes_of(refused)
    assert (result.of, result.transactions) == (5, 4)
    assert (result.causes[0].kind, result.causes[0].named, result.causes[0].statements) == ("login refused", "clerk", 4)


@pytest.mark.parametrize(
    ("sqlstate", "message", "shape", "drifted"),
    [
        ("23503", "", 0, True),
        ("23505", 'duplicate key value violates unique constraint "orders_pkey"', 0, True),
        ("23505", 'duplicate key value violates unique constraint "users_email_key"', 7, False),
        ("23505", 'duplicate key value violates unique constraint "unknown_index"', 7, True),
        ("23505", "", 7, True),
        ("23505", "", 0, False),
        ("23502", "", 7, False),
        ("42P01", "", 7, False),
    ],
)
def test_which_errors_follow_from_drifted_ids(sqlstate: str, message: str, shape: int, drifted: bool) -> None:
    """Those of foreign keys, and of unique indexes over a column of a sequence; without generated ids no error follows."""
    row = error(0, 0, sqlstate, message, shape=shape)
    assert [cause.drifted for cause in causes_of([row]).causes] == [drifted]
    assert not causes_of([row], Drawn()).causes[0].drifted


def test_unique_indexes_over_drawn_ids_are_found_by_the_parser() -> None:
    """With quoted names and several columns; an index of an expression, a non-unique index or another table's is not found."""

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
    result = drawn(workload, state)
    assert result.indexes == {"orders_pkey", "wide", "odd"}
    assert (sorted(result.shapes), sorted(result.keys), result.somewhere) == ([3], ["k"], True)
    assert (
        drawn(workload, {"sequences": {"unavailable": "no"}, "indexes": {"unavailable": "no"}}).indexes == frozenset()
    )


def evidence(statements_played: Played, new_errors: Causes | None = None, **more: Any) -> Evidence:
    plain = {
        "interrupted": False,
        "coverage": 1.0,
        "harness_late": 0.0,
        "rate": {"offered": 1.0, "achieved": 1.0},
        "paced": True,
        "workers": 1,
    }
    return Evidence(**{**plain, **more}, played=statements_played, causes=new_errors or Causes(100, 0, 0, 0))


@pytest.mark.parametrize(
    ("part", "message"),
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
def test_a_replay_of_too_few_statements_is_not_fit(part: Played, message: str) -> None:
    """If half of the statements are skipped, the load differs; writes may be excluded if enough statements remain."""
    reasons = [reason for reason in unfit(evidence(part)) if reason.what == "played"]
    assert bool(reasons) == bool(message)
    assert not reasons or reasons[0].text.startswith(message)


def test_statements_without_work_do_not_count_as_played() -> None:
    """BEGIN and COMMIT are sent even if the INSERT between them is skipped. A statement that was not selected is not missing."""
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
    frame = pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA)
    assert played(frame, shapes) == Played(5, 1, 1, 1, "its parameters are not in the log")


def test_more_new_errors_than_the_limit_make_a_run_unfit() -> None:
    """One of a hundred transactions is permitted, three are not. Another limit replaces this reason only."""
    few = causes_of([error(0, 0, "42P01", 'relation "t" does not exist'), *(statement(0, n) for n in range(1, 100))])
    assert erring(few.kept(), 0.01) == ""
    many = causes_of(
        [
            *(error(0, n, "23503", 'x violates foreign key constraint "fk"') for n in (1, 2)),
            error(0, 0, "42P01", 'relation "t" does not exist'),
            *(statement(0, n) for n in range(3, 100)),
        ]
    )
    reason = erring(many.kept(), 0.01)
    assert reason.startswith(
        "3 of 100 transactions (3.0%) failed that did not fail in production: foreign key fk (SQLSTATE 23503, because ids"
    )
    assert "2 of them; restore a copy of the window's start and adopt it with --align-sequences" in reason
    assert "The first failure was missing table (or search_path) t (SQLSTATE 42P01); restore the schema" in reason
    reasons = unfit(evidence(Played(100, 0, 0, 0, ""), many, harness_late=0.5))
    recorded = fitness(many, reasons)
    assert [entry.what for entry in recorded.unfit] == ["new errors", "late"]
    with_higher_limit = at_most(recorded, 0.5)
    assert (with_higher_limit.fit, with_higher_limit.reasons) == (False, [reasons[1].text])
    assert at_most(recorded, 0.01).reasons[-1] == reason


def fitness(new_errors: Causes, reasons: list[Unfit]) -> Fitness:
    """Return a fitness with these new errors and these reasons."""
    return plain_fitness(
        fit=not reasons, reasons=[reason.text for reason in reasons], new_errors=new_errors.kept(), unfit=reasons
    )


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
    """The message has the path of the value. A valid fitness is equal after it was written and read."""
    new_errors = causes_of([error(0, 0, "42P01"), statement(0, 1)])
    recorded = fitness(new_errors, unfit(evidence(Played(100, 0, 0, 0, ""), new_errors, harness_late=0.5)))
    manifest = RunManifest("w", "d", TargetFacts(), RunPlan(), 0, 0, "test", fitness=recorded)
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(manifest.document()))
    assert read(tmp_path).fitness == recorded
    document = manifest.document()
    path.write_text(json.dumps({**document, "fitness": {**document["fitness"], **change}}))
    with pytest.raises(BadInput) as caught:
        read(tmp_path)
    assert caught.value.message == f"{path}: damaged: {fault}"
