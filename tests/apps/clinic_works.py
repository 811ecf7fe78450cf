"""What the sessions of the clinic's application do, one transaction or some statements at a time."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.apps.clinic_clients import Client, Psycopg, Refused

CLINICS, DOCTORS, OLD_PATIENTS, OLD_APPOINTMENTS = 4, 12, 200, 100
# Hibernate takes so many ids from the sequence at once.
POOL = 50
UNIQUE, FOREIGN_KEY, CHECK, DEADLOCK = "23505", "23503", "23514", "40P01"
_ROLLED_BACK = 0.1
_RECENT = 20


@dataclass
class Shared:
    """What all sessions know. *committed*: the ids of committed rows, by table; *drawn*: marker and id of each ``nextval``, by sequence."""

    committed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    drawn: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def at_start(cls) -> Shared:
        shared = cls()
        shared.committed["patients"] = list(range(1, OLD_PATIENTS + 1))
        shared.committed["appointments"] = list(range(1, OLD_APPOINTMENTS + 1))
        return shared


@dataclass
class Session:
    """One session. *turn*: the number of its work; *markers*: how many the work has used; *made*: ids of the transaction; *pool*: visit ids."""

    number: int
    client: Client
    chance: random.Random
    shared: Shared
    turn: int = 0
    markers: int = 0
    made: list[tuple[str, int]] = field(default_factory=list)
    pool: list[int] = field(default_factory=list)

    @property
    def clinic(self) -> int:
        return 1 + self.number % CLINICS

    def marker(self) -> str:
        self.markers += 1
        return f"{self.number}-{self.turn}-{self.markers}"

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def doctor(self) -> int:
        return self.chance.randint(1, DOCTORS)

    def some(self, table: str) -> int:
        """Return the id of a committed row of any session: half of them are recent ones."""
        known = self.shared.committed[table]
        recent = known[-_RECENT:] if self.happens(0.5) else known
        return self.chance.choice(recent)

    def execute(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        return self.client.rows(text, *values)

    def value(self, text: str, *values: object) -> int:
        """Execute a statement that returns one number."""
        return int(self.execute(text, *values)[0][0])

    def drawn(self, sequence: str) -> int:
        """Call ``nextval`` and remember its result."""
        marker = self.marker()
        number = self.value(f"select nextval('{sequence}') /* {marker} */")
        self.shared.drawn[sequence].append((marker, number))
        return number

    def insert_rows(self, text: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Insert rows by one INSERT with VALUES; *text*: what is before the rows."""
        places = ", ".join("(" + ", ".join(["%s"] * len(row)) + ")" for row in rows)
        self.execute(f"{text} values {places}", *(value for row in rows for value in row))

    def fails(self, sqlstate: str, text: str, *values: object) -> None:
        """Execute a statement that the server has to refuse."""
        try:
            self.execute(text, *values)
        except Refused as error:
            if error.sqlstate != sqlstate:
                raise
        else:
            raise AssertionError(f"not refused: {text}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One in ten is rolled back; the ids that were made are known to others when the transaction is committed."""
        self.made = []
        self.client.control("begin")
        try:
            yield
        except Refused:
            self.client.control("rollback")
            raise
        if self.happens(_ROLLED_BACK):
            self.client.control("rollback")
            return
        self.client.control("commit")
        for table, number in self.made:
            self.shared.committed[table].append(number)


def register(session: Session) -> None:
    """Insert a patient without a transaction; now and then the number is known already (an id is drawn and lost)."""
    text = "insert into patients (clinic, insurance_number, name, marker) values (%s, %s, %s, %s) returning id"
    if session.happens(0.12):
        session.fails(
            UNIQUE, text, session.clinic, f"old {session.chance.randint(1, OLD_PATIENTS)}", "x", session.marker()
        )
    marker = session.marker()
    patient = session.value(text, session.clinic, f"number {marker}", "patient", marker)
    session.shared.committed["patients"].append(patient)
    if session.happens(0.5):
        session.execute("update patients set name = %s where id = %s", f"patient {session.turn}", patient)


def book(session: Session) -> None:
    """Insert an appointment with its services, and a message that nobody refers to."""
    with session.transaction():
        text = "insert into appointments (patient_id, doctor_id, marker) values (%s, %s, %s) returning id"
        appointment = session.value(text, session.some("patients"), session.doctor(), session.marker())
        session.made.append(("appointments", appointment))
        rows = range(session.chance.choice([1, 1, 2, 3, 5, 20]))
        session.insert_rows(
            "insert into services (appointment_id, code, marker)",
            [(appointment, session.chance.randint(1, 99), session.marker()) for _ in rows],
        )
        session.execute("insert into messages (payload, marker) values (%s, %s)", "booked", session.marker())
        if session.happens(0.3):
            text = "update appointments set status = 'confirmed', changed_by = %s where id = %s"
            session.execute(text, session.marker(), appointment)


def book_again(session: Session) -> None:
    """An appointment with a doctor that does not exist; back to the savepoint, and again with one that exists."""
    text = "insert into appointments (patient_id, doctor_id, marker) values (%s, %s, %s) returning id"
    with session.transaction():
        session.execute("insert into messages (payload, marker) values (%s, %s)", "attempt", session.marker())
        session.client.control("savepoint attempt")
        patient = session.some("patients")
        if session.happens(0.5):
            session.fails(FOREIGN_KEY, text, patient, 999, session.marker())
        else:
            session.value(text, patient, session.doctor(), session.marker())
        session.client.control("rollback to savepoint attempt")
        session.made.append(("appointments", session.value(text, patient, session.doctor(), session.marker())))
        session.client.control("release savepoint attempt")


def invoice(session: Session) -> None:
    """``nextval`` first, then the row with its id."""
    with session.transaction():
        number = session.drawn("invoice_numbers")
        text = "insert into invoices (id, appointment_id, state, marker) values (%s, %s, 'open', %s)"
        session.execute(text, number, session.some("appointments"), session.marker())
        rows = [
            (number, session.chance.randint(1, 9999), session.marker()) for _ in range(session.chance.randint(1, 4))
        ]
        session.insert_rows("insert into invoice_lines (invoice_id, cents, marker)", rows)
        session.made.append(("invoices", number))


def pay(session: Session) -> None:
    """Pay an invoice of any session; a line with a wrong amount is refused."""
    if session.shared.committed["invoices"]:
        number = session.some("invoices")
        session.execute("update invoices set state = 'paid' where id = %s and state = 'open'", number)
        if session.happens(0.2):
            text = "insert into invoice_lines (invoice_id, cents, marker) values (%s, %s, %s)"
            session.fails(CHECK, text, number, -1, session.marker())


def prescribe(session: Session) -> None:
    """The id of the parent by ``currval``, that of the last row by ``lastval``."""
    with session.transaction():
        text = "insert into prescriptions (appointment_id, marker) values (%s, %s)"
        session.execute(text, session.some("appointments"), session.marker())
        for _ in range(session.chance.randint(1, 3)):
            text = "insert into prescription_items (prescription_id, drug, marker) values (currval('prescriptions_id_seq'), %s, %s)"
            session.execute(text, f"drug {session.chance.randint(1, 50)}", session.marker())
        item = session.value("select lastval()")
        session.execute("update prescription_items set given = true where id = %s", item)


def visit(session: Session) -> None:
    """Hibernate's pooled ids, and measurements in a partitioned table."""
    with session.transaction():
        if not session.pool:
            first = session.drawn("visit_pool")
            session.pool = list(range(first, first + POOL))
        number = session.pool.pop(0)
        text = "insert into visits (id, appointment_id, marker) values (%s, %s, %s)"
        session.execute(text, number, session.some("appointments"), session.marker())
        days = [dt.date(2026, session.chance.randint(1, 12), 1) for _ in range(session.chance.randint(1, 6))]
        rows = [(number, day, session.chance.randint(300, 420), session.marker()) for day in days]
        session.insert_rows("insert into measurements (visit_id, taken, value, marker)", rows)


def note(session: Session) -> None:
    """Rows of a cached sequence, without a transaction."""
    text = "insert into notes (patient_id, body, marker) values (%s, %s, %s)"
    session.execute(text, session.some("patients"), "note", session.marker())


def tag(session: Session) -> None:
    """Insert a tag or count its use."""
    text = "insert into tags (name, marker) values (%s, %s) on conflict (name) do update set uses = tags.uses + 1 returning id"
    session.execute(text, f"tag {session.chance.randint(1, 60)}", session.marker())


def remind(session: Session) -> None:
    """A reminder, unless there is one for that day."""
    text = "insert into reminders (patient_id, day, marker) values (%s, %s, %s) on conflict do nothing"
    day = dt.date(2026, 3, session.chance.randint(1, 28))
    session.execute(text, session.chance.randint(1, 20), day, session.marker())


def send_messages(session: Session) -> None:
    """A worker: take new messages that no other worker has."""
    with session.transaction():
        text = "select id from messages where state = 'new' order by id limit 5 for update skip locked"
        found = [row[0] for row in session.execute(text)]
        if found:
            session.execute("update messages set state = 'sent' where id = any(%s)", found)


def move_messages(session: Session) -> None:
    """Move sent messages to another table by one statement."""
    text = (
        "with moved as (delete from messages where id in (select id from messages where state = 'sent' order by id limit 10 for update skip locked) "
        "returning id, payload, marker) insert into sent_messages (message_id, payload, message_marker, marker) select id, payload, marker, %s from moved"
    )
    session.execute(text, session.marker())


def report(session: Session) -> None:
    """Copy the state of appointments by INSERT ... SELECT."""
    text = (
        "insert into report_lines (appointment_id, status, marker) "
        "select id, status, %s from appointments where doctor_id = %s order by id desc limit 8"
    )
    session.execute(text, session.marker(), session.doctor())


def arrive(session: Session) -> None:
    """An emergency: one function inserts a patient and an appointment."""
    marker = session.marker()
    with session.transaction():
        text = "select emergency(%s, %s, %s, %s)"
        appointment = session.value(text, session.clinic, session.doctor(), f"number {marker}", marker)
        session.execute("insert into messages (payload, marker) values (%s, %s)", "emergency", session.marker())
        session.execute(
            "update appointments set status = 'treated', changed_by = %s where id = %s", session.marker(), appointment
        )
        session.made.append(("appointments", appointment))


def load_results(session: Session) -> None:
    """COPY results of a laboratory, whose number is not in the log."""
    marker = session.marker()
    lines = [f"result {number}\t{marker}" for number in range(session.chance.randint(1, 12))]
    if isinstance(
        session.client, Psycopg
    ):  # asyncpg writes the text of COPY itself, so that it has no place for a marker
        session.client.copy(f"/* {marker} */ copy lab_results (line, marker) from stdin", lines)


def receipt(session: Session) -> None:
    """A row in the clinic's own schema, with a number from the clinic's own sequence."""
    text = f"insert into receipts (number, cents, marker) values (nextval('clinic_{session.clinic}_numbers'), %s, %s) returning number"
    with session.transaction():
        number = session.value(text, session.chance.randint(1, 9999), session.marker())
        session.execute("select id, cents from receipts where number = %s", number)


def reschedule(session: Session) -> None:
    """Change an appointment of any session."""
    text = "update appointments set doctor_id = %s, changed_by = %s where id = %s"
    session.execute(text, session.doctor(), session.marker(), session.some("appointments"))


def cancel(session: Session) -> None:
    """Change some appointments by an array of ids."""
    with session.transaction():
        found = sorted({session.some("appointments") for _ in range(session.chance.randint(1, 4))})
        session.execute("select id, status from appointments where id = any(%s) order by id for update", found)
        text = "update appointments set status = 'canceled', changed_by = %s where id = any(%s)"
        session.execute(text, session.marker(), found)


def add_service(session: Session) -> None:
    """A service for an appointment of any session, without a transaction."""
    text = "insert into services (appointment_id, code, marker)"
    appointment = session.some("appointments")
    rows = [(appointment, session.chance.randint(1, 99), session.marker()) for _ in range(session.chance.randint(1, 3))]
    session.insert_rows(text, rows)


def look(session: Session) -> None:
    """Read rows by ids, as a list in the text and by an array."""
    found = [session.some("appointments") for _ in range(3)]
    listed = ", ".join(str(number) for number in found)
    session.execute(f"select id, patient_id, status from appointments where id in ({listed}) order by id")
    text = "select a.id, p.name from appointments a join patients p on p.id = a.patient_id where a.id = any(%s) order by a.id"
    session.execute(text, found)
    session.execute("select code from services where appointment_id = %s order by id", found[0])


WORKS: dict[Callable[[Session], None], int] = {
    register: 8,
    book: 16,
    book_again: 5,
    invoice: 8,
    pay: 5,
    prescribe: 6,
    visit: 6,
    note: 6,
    tag: 4,
    remind: 3,
    send_messages: 6,
    move_messages: 3,
    report: 2,
    arrive: 4,
    load_results: 2,
    receipt: 6,
    reschedule: 6,
    cancel: 4,
    add_service: 6,
    look: 10,
}


def work(session: Session, turns: int) -> None:
    """Do random work. A deadlock ends a piece of work, as it does in the application."""
    session.client.control(f"set search_path to clinic_{session.clinic}, public")
    works, weights = zip(*WORKS.items(), strict=True)
    for session.turn in range(turns):
        session.markers = 0
        try:
            session.chance.choices(works, weights)[0](session)
        except Refused as error:
            if error.sqlstate != DEADLOCK:
                raise
