"""The ids that production drew, deduced from its log and its catalog, beside those in its own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.options import Selection
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.generated.counts import FirstPass
from pgrehearse.workload.read import PINS_FILE
from pgrehearse.workload_view import print_ids
from tests.apps import clinic, order_system, orm_clients
from tests.apps.captured_traffic import LIBRARIES, ORDERS, captured, catalog_of, wrong
from tests.apps.produced_ids import by_execution, compared
from tests.conftest import LogMark, superuser
from tests.e2e.command import pgrehearse

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.apps.captured_traffic import Traffic

# Sequences whose draws the log shows: rows of VALUES. Later statements use the ids of the first two.
USED, UNUSED = ["public.orders_id_seq", "public.customers_id_seq"], ["public.items_id_seq", "public.payments_id_seq"]
# Rows of INSERT ... SELECT and of COPY.
HIDDEN = ["public.archive_id_seq", "public.imports_id_seq"]


def ordered(server: Cluster, folder: Path, *, late: bool = False, sessions: int = 8, transactions: int = 40) -> Traffic:
    return captured(ORDERS, server, folder, late=late, sessions=sessions, transactions=transactions)


def right(found: pl.DataFrame, *sequences: str, how: str = "") -> float:
    """Return which share of the ids of some sequences is right."""
    rows = found.filter(pl.col("sequence").is_in(sequences) & ((pl.col("how") == how) | (how == "")))
    assert rows.height
    share = rows["right"].mean()
    assert isinstance(share, float)
    return share


def test_ids_of_an_order_system(server: Cluster, tmp_path: Path) -> None:
    """Ids that are confirmed or known by order are production's; those of statements that overlapped may be swapped, and are guessed."""
    traffic = ordered(server, tmp_path)
    found = traffic.compared()
    assert wrong(found) == []
    assert set(found.filter(pl.col("sequence").is_in(UNUSED))["how"]) == {"order", "guessed"}
    assert found.filter(pl.col("sequence") == USED[0])["how"].unique().to_list() == ["confirmed"]
    assert right(found, *UNUSED) > 0.8
    verified = {one.name: one.verified for one in traffic.workload.manifest.drawn_from}
    assert [verified[name] for name in (*USED, *UNUSED)] == [True, True, False, False]
    defaults = {one.column: one.kind for one in traffic.workload.manifest.generated_defaults}
    assert defaults == {"public.orders.reference": "random", "public.orders.created_at": "clock"}
    hidden = {one.name: one.uncounted for one in traffic.workload.manifest.drawn_from if one.name in HIDDEN}
    assert all(hidden[name] > 0 for name in HIDDEN)


def test_all_ids_of_one_session_are_right(pg16: Cluster, tmp_path: Path) -> None:
    """Nothing overlaps. INSERT ... SELECT and COPY: the number of their rows comes from a first pass (here from production's tables)."""
    traffic = ordered(pg16, tmp_path, sessions=1, transactions=150)
    assert right(traffic.compared(), *USED, *UNUSED) == 1
    draws = by_execution(traffic.workload, traffic.produced, HIDDEN)
    found = traffic.deduced_again(first=FirstPass(draws, draws.select("session", "seq").clear()))
    assert set(found.filter(pl.col("sequence").is_in(HIDDEN))["how"]) == {"counted"}
    assert found["right"].all()


def test_a_selection_of_sessions_leaves_the_order_open(pg16: Cluster, tmp_path: Path) -> None:
    """The sessions that are left out have drawn ids too: what no use shows is guessed."""
    selection = Selection(no_applications=frozenset({"orders 1"}))
    traffic = captured(ORDERS, pg16, tmp_path, sessions=3, transactions=20, selection=selection)
    assert not traffic.workload.manifest.all_statements
    assert any("statements are missing" in note for note in traffic.workload.manifest.notes)
    found = traffic.compared()
    assert set(found["how"].drop_nulls()) == {"confirmed", "guessed"}
    assert wrong(found) == []
    assert right(found, *UNUSED) < 1


def test_inspect_counts_ids(pg16: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By sequence and by how they are known, in the document, on the terminal and on the page."""
    workload = ordered(pg16, tmp_path, sessions=2, transactions=20).workload
    page = tmp_path / "page.html"
    document = pgrehearse("inspect", workload.path, "--html", page)
    drawn = {one["sequence"]: one for one in document["generated_ids"]}
    assert set(drawn[USED[0]]["drawn"]) == {"confirmed"}
    assert (drawn[USED[0]]["verified"], drawn[UNUSED[0]]["verified"]) == (True, False)
    assert {one["kind"] for one in document["generated_defaults"]} == {"random", "clock"}
    assert USED[0] in page.read_text(encoding="utf-8")
    print_ids(workload.manifest)
    assert "unverified" in capsys.readouterr().out


def test_a_table_of_ids_that_was_changed_is_refused(pg16: Cluster, tmp_path: Path) -> None:
    """It is outside the workload's digest: the manifest has its own digest of it."""
    workload = ordered(pg16, tmp_path, sessions=1, transactions=5).workload
    path = workload.home / PINS_FILE
    workload.pins().head(1).write_parquet(path)
    with pytest.raises(BadInput, match="does not match the digest"):
        workload.verify()
    path.unlink()
    with pytest.raises(BadInput, match="damaged"):
        workload.verify()


def test_decoded_ids_bound_all_others(pg16: Cluster, tmp_path: Path) -> None:
    """Decoding shows the ids of committed rows (here production's tables do): with them all ids are right, those of triggers too."""
    traffic = ordered(pg16, tmp_path)
    found = traffic.deduced_again(decoded=by_execution(traffic.workload, traffic.produced, [*traffic.produced]))
    assert set(found["how"]) == {"decoded"}
    assert found["right"].all()


def test_a_catalog_of_the_end_is_noted(pg16: Cluster, tmp_path: Path) -> None:
    """Uses still show ids; ids that nothing uses are not known, and not guessed."""
    traffic = ordered(pg16, tmp_path, late=True)
    assert any("the catalog was read after the window began" in note for note in traffic.workload.manifest.notes)
    found = traffic.compared()
    assert right(found, *USED, how="confirmed") == 1
    unused = found.filter(pl.col("sequence").is_in(UNUSED))
    assert set(unused["how"]) == {"unknown"}
    assert unused["ids"].null_count() == unused.height


def test_a_copy_that_recovered_has_its_sequences_ahead(pg16: Cluster, tmp_path: Path, home: Path) -> None:
    """A base backup: sequences can be up to 32 values ahead. The largest id of each table is the estimate; uses confirm ids."""
    order_system.create(pg16)
    order_system.run(pg16, sessions=1, transactions=60, seed=4)
    before = {table: order_system.ids(pg16, table) for table in order_system.SEQUENCES}
    clusters.base_backup(pg16, home / "ahead-backup")
    copy = clusters.restore(home / "ahead-backup", home / "ahead", version=16, name="ahead")
    clusters.start(copy)
    try:
        with superuser(copy, order_system.DATABASE) as connection:
            # As recovery leaves it if WAL of the backup has the sequence: ahead, and nothing logged in advance.
            for name in ("customers_id_seq", "orders_id_seq", "payments_id_seq"):
                connection.execute("select setval(%s, nextval(%s) + 20)", (name, name))
        catalog = catalog_of(copy, order_system.DATABASE)
    finally:
        clusters.destroy(copy)
    mark = LogMark.now(pg16)
    order_system.run(pg16, sessions=1, transactions=60, seed=5)
    workload = mark.capture(tmp_path, "orders", catalog=catalog)
    ahead = {one.name for one in workload.manifest.generated if one.estimated}
    assert ahead == {*USED, UNUSED[1]}
    found = compared(
        workload,
        {
            f"public.{name}": [row for row in order_system.ids(pg16, table) if row not in before[table]]
            for table, name in order_system.SEQUENCES.items()
        },
    )
    assert right(found, USED[0], how="confirmed") == 1
    assert set(found.filter(pl.col("sequence") == UNUSED[1])["how"]) == {"guessed"}


def test_ids_drawn_before_the_log_are_noted(pg16: Cluster, tmp_path: Path) -> None:
    """The catalog was read too early: uses show the shift; ids that nothing uses are guessed."""
    order_system.create(pg16)
    catalog = catalog_of(pg16, order_system.DATABASE)
    with superuser(pg16, order_system.DATABASE) as connection:
        connection.execute("select nextval('orders_id_seq'), nextval('payments_id_seq') from generate_series(1, 9)")
    mark = LogMark.now(pg16)
    order_system.run(pg16, sessions=3, transactions=20, seed=2)
    workload = mark.capture(tmp_path, "orders", catalog=catalog)
    assert any("between the reading of the catalog and the first statement" in note for note in workload.manifest.notes)
    produced = {f"public.{name}": order_system.ids(pg16, table) for table, name in order_system.SEQUENCES.items()}
    found = compared(workload, produced)
    assert right(found, USED[0]) == 1
    assert set(found.filter(pl.col("sequence") == UNUSED[1])["how"]) == {"guessed"}


def test_ids_of_libraries(server: Cluster, tmp_path: Path) -> None:
    """Django, Rails, Hibernate (pools of 50) and Prisma: ids of parent rows are confirmed, and a child's where only it is changed."""
    found = captured(LIBRARIES, server, tmp_path, sessions=8, transactions=30).compared()
    parents = [orm_clients.SEQUENCES[table] for table in ("shop_order", "rails_orders", "PrismaOrder")]
    assert set(found.filter(pl.col("sequence").is_in(parents))["how"]) == {"confirmed"}
    assert {"confirmed", "order"} <= set(
        found.filter(pl.col("sequence") == orm_clients.SEQUENCES["rails_lines"])["how"]
    )
    assert found["how"].null_count() == 0
    assert wrong(found) == []


def test_ids_of_a_clinic(server: Cluster, tmp_path: Path) -> None:
    """Functions, triggers that refused rows do not reach, rows of queries, patients that any session uses: no id is called certain wrongly."""
    clinic.create(server)
    mark = LogMark.now(server)
    catalog = catalog_of(server, clinic.DATABASE)
    shared = clinic.run(server, sessions=8, turns=40, seed=23)
    found = compared(mark.capture(tmp_path, "clinic", catalog=catalog), clinic.produced(server, shared))
    assert wrong(found) == []
    assert {"confirmed", "order", "guessed"} <= set(found["how"].drop_nulls())


@pytest.mark.soak
def test_ids_of_a_large_order_system(server: Cluster, tmp_path: Path) -> None:
    """Twenty sessions and about 45,000 statements."""
    found = ordered(server, tmp_path, sessions=20, transactions=600).compared()
    assert wrong(found) == []
    assert right(found, *USED) > 0.99
