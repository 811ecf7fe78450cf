"""The types of parameters, which no log shows: found before the replay, for each text, from its values and the target's own parser.

Theory of operation. A driver that leaves types to the server gets the server's. Of any other text the server's inference is kept
where it can write the logged values as they stand and no other type would give the statement another meaning. Where it cannot
(``$1 is null``, a bigint beside an integer, ``7`` taken off a date) types are tried that can, until one parses: production's
statement did. Where several types fit, parse, and differ in meaning (``$1 / 2`` by an integer or a numeric), the likeliest is
sent and the parameter stays open, which the run says. All of it goes in a few rounds of pipelined parses; nothing is executed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import polars as pl
from polars.datatypes import DataTypeClass
from psycopg import pq

from pgrehearse.base.application_names import INFERENCE
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.plan.types_file import FixedTypes
from pgrehearse.replay.session.login import Login, proven
from pgrehearse.replay.types.describe import Inquiry, TypeNames, type_names
from pgrehearse.replay.types.logged_parameters import Text, texts, untyped_sessions
from pgrehearse.replay.types.positions import plain
from pgrehearse.replay.types.search import Choice, Search
from pgrehearse.replay.types.value_formats import Form
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class Open:
    """A parameter whose type stays open, and matters: *number* from 1, the type that is *sent*, the *others* that it may have been.

    No others: no type was found, for the reason that *state* (a SQLSTATE) names.
    """

    text: Text
    number: int
    sent: str
    others: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class Inferred:
    """*types*: by text, a type for each parameter (0: the server's own choice), where the server needs to be told.

    *speakers*: session, speaker. *open*: parameters whose types stay open. *texts*: how many were looked at, *not_inferred*: how many of
    them the target was not asked about, since it refused the session.
    """

    speakers: pl.DataFrame
    types: list[tuple[Text, tuple[int, ...]]] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    names: Mapping[int, str] = field(default_factory=dict)
    texts: int = 0
    not_inferred: int = 0

    def frame(self) -> pl.DataFrame:
        """Return speaker, sql and types."""
        rows = [(text.speaker, sql, list(types)) for text, types in self.types for sql in text.sources]
        schema: dict[str, pl.DataType | DataTypeClass] = {
            "speaker": pl.Int32,
            "sql": pl.Binary,
            "types": pl.List(pl.Int64),
        }
        return pl.DataFrame(rows, schema=schema, orient="row")


def inferred(
    workload: Workload, logins: Mapping[int, Login], passwords: Passwords, fixed: FixedTypes | None = None
) -> Inferred:
    """Find the types of every text's parameters on the target, as one of the sessions that execute it.

    A target that refuses the session tells nothing here: the replay itself will meet it.
    """
    speakers = _speakers(workload, logins)
    found = Inferred(speakers.select("session", "speaker"))
    every = texts(workload, speakers)
    names: dict[int, str] = {}
    keys = dict(workload.shapes().select("shape", "query_key").iter_rows()) if fixed is not None else {}
    asked = 0
    for speaker in sorted({text.speaker for text in every}):
        mine = [text for text in every if text.speaker == speaker]
        login = replace(logins[speaker], application=INFERENCE)  # no traffic of the application's
        pg = pq.PGconn.connect(login.words(passwords))
        if pg.status == pq.ConnStatus.OK and proven(pg, login) is not None:
            asked += len(mine)
            inquiry = Inquiry(pg)
            known = type_names(inquiry)
            names |= known.names
            if fixed is not None:
                mine = [
                    replace(one, fixed=fixed.of(one.sql, one.sources, keys[one.shape], inquiry.type_named))
                    for one in mine
                ]
            choices = Search(inquiry, known, trees=not login.door_sets).chosen(mine)
            found.types.extend((one.text, one.types) for one in choices if any(one.types))
            found.open.extend(told for one in choices for told in _told(one, known))
        pg.finish()
    return replace(found, names=names, texts=len(every), not_inferred=len(every) - asked)


def _speakers(workload: Workload, logins: Mapping[int, Login]) -> pl.DataFrame:
    """Return who speaks for each session: the first that goes to the same place with the same settings, through a driver alike."""
    untyped = untyped_sessions(workload)
    first: dict[object, int] = {}
    rows = []
    for session, login in sorted(logins.items()):
        key = (login.endpoint, login.encoding, tuple(sorted(login.settings.items())), session in untyped)
        rows.append((session, first.setdefault(key, session), session in untyped))
    schema = {"session": pl.Int32, "speaker": pl.Int32, "untyped": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _told(one: Choice, names: TypeNames) -> Iterator[Open]:
    """Yield what stays open of a text."""

    def name(kind: int) -> str:
        return names.names.get(kind, str(kind)) if kind else "unspecified"

    for place, kinds in one.open.items():
        yield Open(one.text, place + 1, name(one.parse.types[place]), tuple(map(name, kinds)))
    if one.text.untyped or not (one.parse.state or one.settled):
        return
    easy = plain(one.text.sql)
    for place, logged in enumerate(one.text.parameters):
        kind = one.parse.types[place] if place < len(one.parse.types) else 0
        fits = not one.parse.state and logged.fits(names.base(kind))
        # Of what cannot be parsed yet, a text beside a column is a text; all else is not known.
        known = one.parse.state and place + 1 in easy and logged.forms <= {Form.WORDS}
        if not fits and not known and place + 1 not in one.text.fixed:
            yield Open(one.text, place + 1, name(kind), state=one.parse.state)
