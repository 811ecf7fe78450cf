"""A booking system of four clinics: traffic on which the deduction of ids was not developed.

It draws ids in the ways of many applications: serial and identity columns, cached and pooled sequences, ``nextval`` called first,
``currval``, triggers, functions, upserts, batches, copies of rows, a schema for each clinic. Each row has a marker, which the
statement that made it contains: ``produced`` returns the ids that production's statements drew.
"""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.apps.clinic_clients import open_client
from tests.apps.clinic_works import CLINICS, Session, Shared, work
from tests.conftest import new_database, superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

DATABASE = "clinic"
SCHEMA = (Path(__file__).parent / "clinic.sql").read_text(encoding="utf-8")
_SERIAL = [
    "patients",
    "appointments",
    "services",
    "invoice_lines",
    "prescriptions",
    "prescription_items",
    "measurements",
    "notes",
    "sent_messages",
    "tags",
    "reminders",
    "report_lines",
    "lab_results",
    "audit",
]
# The rows of each sequence's ids: marker and id. A message is moved to another table with its marker.
_ROWS = {
    **{f"public.{table}_id_seq": f"select marker, id from {table}" for table in _SERIAL},
    "public.messages_id_seq": "select marker, id from messages union all select message_marker, message_id from sent_messages",
    **{
        f"clinic_{clinic}.receipts_id_seq": f"select marker, id from clinic_{clinic}.receipts"
        for clinic in range(1, CLINICS + 1)
    },
    **{
        f"public.clinic_{clinic}_numbers": f"select marker, number from clinic_{clinic}.receipts"
        for clinic in range(1, CLINICS + 1)
    },
}
# Columns with new values in each run: random values and clocks.
_NEW = ["reference", "booked_at", "made_at", "at"]


def create(cluster: Cluster) -> None:
    """Drop the database and create it again."""
    new_database(cluster, DATABASE, SCHEMA)


def run(cluster: Cluster, *, sessions: int, turns: int, seed: int) -> Shared:
    """Run *sessions* at the same time, each with *turns* (of 1 to about 8 statements). Raises their first error."""
    shared = Shared.at_start()

    def run_one(number: int) -> None:
        chance = random.Random(seed * 1000 + number)  # noqa: S311 (reproducible on purpose)
        client = open_client(cluster, DATABASE, number)
        work(Session(number, client, chance, shared), turns)
        client.close()

    with ThreadPoolExecutor(sessions) as threads:
        list(threads.map(run_one, range(sessions)))
    return shared


def produced(cluster: Cluster, shared: Shared) -> dict[str, list[tuple[str, int]]]:
    """Return the marker and the id of each draw, by sequence: of committed rows, and of all calls of ``nextval``."""
    drawn = {f"public.{name}": sorted(rows, key=lambda row: row[1]) for name, rows in shared.drawn.items()}
    with superuser(cluster, DATABASE) as connection:
        for sequence, query in _ROWS.items():
            found = connection.execute(f"{query} order by 2".encode()).fetchall()
            drawn[sequence] = [(str(marker), int(str(number))) for marker, number in found if marker != "old"]
    return drawn


def content(cluster: Cluster) -> dict[str, list[str]]:
    """Return the rows of each table as JSON in order, without the columns with new values in each run."""
    listing = (
        "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname ~ '^(public|clinic_.)$' "
        "and tablename !~ '^measurements_' order by 1"
    )
    columns = " ".join(f"- '{name}'" for name in _NEW)
    with superuser(cluster, DATABASE) as connection:
        tables = [str(name) for (name,) in connection.execute(listing.encode())]
        return {
            table: [
                str(row)
                for (row,) in connection.execute(
                    f"select (to_jsonb(t) {columns})::text from {table} t order by 1".encode()
                )
            ]
            for table in tables
        }
