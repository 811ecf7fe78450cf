"""The types of parameters, which no log contains: inferred before the replay, for each text, from its values and by the target's own parser.

Theory of operation. A driver that leaves types to the server gets the server's. Of any other text the server's inference is kept
where it can write the logged values as they stand and no other type would give the statement another meaning. Where it cannot
(``$1 is null``, a bigint beside an integer, ``7`` subtracted from a date) types are tried that can, until one parses: production's
statement did. Where several types fit, parse, and differ in meaning (``$1 / 2`` by an integer or a numeric), the most likely is
sent and the parameter stays open, which the run reports. All of it takes a few rounds of pipelined parses; nothing is executed.
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
from pgrehearse.replay.session.login import Login, prove_identity
from pgrehearse.replay.types.describe import ParserConnection, TypeNames, read_type_names
from pgrehearse.replay.types.logged_parameters import StatementText, read_texts, untyped_sessions
from pgrehearse.replay.types.positions import plain_parameters
from pgrehearse.replay.types.search import Choice, Search
from pgrehearse.replay.types.value_formats import Form
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class OpenParameter:
    """A parameter of unknown type that affects its statement: *number* from 1, the type that is *sent*, the *others* that it may have been.

    No others: no type was found, for the reason that *state* (a SQLSTATE) gives.
    """

    text: StatementText
    number: int
    sent: str
    others: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class Inferred:
    """*types*: by text, a type for each parameter (0: the server's own choice), where types have to be sent.

    *representatives*: session, representative. *open*: parameters of unknown type. *names*: of types, by oid. *texts*: how many have
    parameters, *not_inferred*: how many of them were not sent to the target's parser, since it refused the session.
    """

    representatives: pl.DataFrame
    types: list[tuple[StatementText, tuple[int, ...]]] = field(default_factory=list)
    open: list[OpenParameter] = field(default_factory=list)
    names: Mapping[int, str] = field(default_factory=dict)
    texts: int = 0
    not_inferred: int = 0

    def frame(self) -> pl.DataFrame:
        """Return representative, sql and types."""
        rows = [(text.representative, sql, list(types)) for text, types in self.types for sql in text.sources]
        schema: dict[str, pl.DataType | DataTypeClass] = {
            "representative": pl.Int32,
            "sql": pl.Binary,
            "types": pl.List(pl.Int64),
        }
        return pl.DataFrame(rows, schema=schema, orient="row")


def infer_types(
    workload: Workload, logins: Mapping[int, Login], passwords: Passwords, fixed: FixedTypes | None = None
) -> Inferred:
    """Find the types of every text's parameters on the target, as one of the sessions that execute it.

    Where the target refuses the session, no types are inferred: the replay itself will be refused too.
    """
    representatives = _representatives(workload, logins)
    inferred = Inferred(representatives.select("session", "representative"))
    every = read_texts(workload, representatives)
    names: dict[int, str] = {}
    keys = dict(workload.shapes().select("shape", "query_key").iter_rows()) if fixed is not None else {}
    parsed = 0
    for representative in sorted({text.representative for text in every}):
        own = [text for text in every if text.representative == representative]
        login = replace(logins[representative], application=INFERENCE)  # not traffic of the application
        pg = pq.PGconn.connect(login.conninfo(passwords))
        if pg.status == pq.ConnStatus.OK and prove_identity(pg, login) is not None:
            parsed += len(own)
            connection = ParserConnection(pg)
            catalog = read_type_names(connection)
            names |= catalog.names
            if fixed is not None:
                own = [
                    replace(text, fixed=fixed.of(text.sql, text.sources, keys[text.shape], connection.type_oid))
                    for text in own
                ]
            choices = Search(connection, catalog, trees=not login.set_after_connect).choose(own)
            inferred.types.extend((choice.text, choice.types) for choice in choices if any(choice.types))
            inferred.open.extend(parameter for choice in choices for parameter in _open_parameters(choice, catalog))
        pg.finish()
    return replace(inferred, names=names, texts=len(every), not_inferred=len(every) - parsed)


def _representatives(workload: Workload, logins: Mapping[int, Login]) -> pl.DataFrame:
    """Return each session's representative: the first that connects to the same database with the same settings, by the same kind of driver."""
    untyped = untyped_sessions(workload)
    first: dict[object, int] = {}
    rows = []
    for session, login in sorted(logins.items()):
        key = (login.endpoint, login.encoding, tuple(sorted(login.settings.items())), session in untyped)
        rows.append((session, first.setdefault(key, session), session in untyped))
    schema = {"session": pl.Int32, "representative": pl.Int32, "untyped": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _open_parameters(choice: Choice, catalog: TypeNames) -> Iterator[OpenParameter]:
    """Yield the parameters of a text whose types are unknown."""

    def name(oid: int) -> str:
        return catalog.names.get(oid, str(oid)) if oid else "unspecified"

    for position, oids in choice.open.items():
        yield OpenParameter(choice.text, position + 1, name(choice.parse.types[position]), tuple(map(name, oids)))
    if choice.text.untyped or not (choice.parse.state or choice.settled):
        return
    plain = plain_parameters(choice.text.sql)
    for position, logged in enumerate(choice.text.parameters):
        oid = choice.parse.types[position] if position < len(choice.parse.types) else 0
        fits = not choice.parse.state and logged.fits(catalog.base(oid))
        # In a statement that cannot be parsed yet, a text beside a column is of type text; nothing is known of other values.
        is_text = choice.parse.state and position + 1 in plain and logged.forms <= {Form.WORDS}
        if not fits and not is_text and position + 1 not in choice.text.fixed:
            yield OpenParameter(choice.text, position + 1, name(oid), state=choice.parse.state)
