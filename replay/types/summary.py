"""What a run keeps of the types of parameters: in its manifest, and in its notes."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from pgrehearse.replay.types.infer import Inferred
from pgrehearse.runs.run_facts import DeclaredTypes, OpenParameter, ParameterTypes

# So many open parameters are named in a note; the manifest has all.
_NAMED = 5
_LONGEST = 120


def recorded_types(found: Inferred, shapes: pl.DataFrame) -> ParameterTypes:
    """Return the manifest's ``types``: texts looked at, those that are sent with types, parameters whose types stay open.

    *shapes*: the workload's. No literal of a text is kept.
    """
    keys: Mapping[int, tuple[str, str]] = {
        shape: (key, (text or b"").decode(errors="replace"))
        for shape, key, text in shapes.select("shape", "query_key", "template").iter_rows()
    }
    unknown = ("", "")
    return ParameterTypes(
        texts=found.texts,
        not_inferred=found.not_inferred,
        declared=[
            DeclaredTypes(
                text.shape,
                *keys.get(text.shape, unknown),
                [found.names.get(kind, "") if kind else "" for kind in types],
            )
            for text, types in found.types
        ],
        open=[
            OpenParameter(
                one.text.shape,
                *keys.get(one.text.shape, unknown),
                parameter=one.number,
                sent=one.sent,
                others=list(one.others),
                sqlstate=one.state,
            )
            for one in found.open
        ],
    )


def notes_of_types(types: ParameterTypes) -> list[str]:
    """Say what types are sent, and which parameters may have had others: by name, with the remedy."""
    notes = []
    if types.declared:
        notes.append(
            f"parameters of {len(types.declared)} texts are sent with types that fit their values: the target cannot infer them"
        )
    if types.not_inferred:
        notes.append(
            f"the types of parameters in {types.not_inferred} of {types.texts} texts are the target's own: it refused the sessions that were to ask"
        )
    if not types.open:
        return notes
    notes.append(
        f"the types of {len(types.open)} parameters are unknown, and what their statements do depends on them: "
        "the log has only their text (--types gives them; the manifest's types.open names all)"
    )
    notes += [_of_one(one) for one in types.open[:_NAMED]]
    if len(types.open) > _NAMED:
        notes.append(f"and {len(types.open) - _NAMED} more parameters of unknown type")
    return notes


def _of_one(one: OpenParameter) -> str:
    sql = one.sql if len(one.sql) <= _LONGEST else one.sql[:_LONGEST] + "..."
    if one.others:
        why = f"sent as {one.sent}, it may have been {', '.join(one.others)}"
    elif one.sqlstate:
        why = f"sent as {one.sent}: the statement does not parse before the start ({one.sqlstate})"
    else:
        why = f"sent as {one.sent}, which does not write its values as they were logged"
    return f"type unknown: ${one.parameter} of query {one.query_key}, {why}: {sql}"
