"""A run's information on the types of parameters: in its manifest, and in its notes."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from pgrehearse.replay.types.infer import Inferred
from pgrehearse.runs.run_facts import DeclaredTypes, OpenParameter, ParameterTypes

# So many open parameters are listed in notes; the manifest has all of them.
_LISTED = 5
_LONGEST = 120


def recorded_types(inferred: Inferred, shapes: pl.DataFrame) -> ParameterTypes:
    """Return the manifest's ``types``: texts with parameters, those that are sent with types, parameters of unknown type.

    *shapes*: the workload's. No literal of a text is in it.
    """
    keys: Mapping[int, tuple[str, str]] = {
        shape: (key, (text or b"").decode(errors="replace"))
        for shape, key, text in shapes.select("shape", "query_key", "template").iter_rows()
    }
    unknown = ("", "")
    return ParameterTypes(
        texts=inferred.texts,
        not_inferred=inferred.not_inferred,
        declared=[
            DeclaredTypes(
                text.shape,
                *keys.get(text.shape, unknown),
                [inferred.names.get(oid, "") if oid else "" for oid in types],
            )
            for text, types in inferred.types
        ],
        open=[
            OpenParameter(
                parameter.text.shape,
                *keys.get(parameter.text.shape, unknown),
                parameter=parameter.number,
                sent=parameter.sent,
                others=list(parameter.others),
                sqlstate=parameter.state,
            )
            for parameter in inferred.open
        ],
    )


def type_notes(types: ParameterTypes) -> list[str]:
    """Return notes on the types that are sent, and on the parameters of unknown type, with the remedy."""
    notes = []
    if types.declared:
        notes.append(
            f"parameters of {len(types.declared)} texts are sent with types that fit their values: the target cannot infer them"
        )
    if types.not_inferred:
        notes.append(
            f"the parameters in {types.not_inferred} of {types.texts} texts have the types that the target infers: "
            "it refused the connections for type inference"
        )
    if not types.open:
        return notes
    notes.append(
        f"the types of {len(types.open)} parameters are unknown, and the effect of their statements depends on them: "
        "the log has only their text (set them with --types; the manifest's types.open lists all)"
    )
    notes += [_note(parameter) for parameter in types.open[:_LISTED]]
    if len(types.open) > _LISTED:
        notes.append(f"and {len(types.open) - _LISTED} more parameters of unknown type")
    return notes


def _note(parameter: OpenParameter) -> str:
    sql = parameter.sql if len(parameter.sql) <= _LONGEST else parameter.sql[:_LONGEST] + "..."
    if parameter.others:
        why = f"sent as {parameter.sent}, possibly {', '.join(parameter.others)}"
    elif parameter.sqlstate:
        why = f"sent as {parameter.sent}: the statement cannot be parsed before the start ({parameter.sqlstate})"
    else:
        why = f"sent as {parameter.sent}, which does not write its values as they were logged"
    return f"type unknown: ${parameter.parameter} of query {parameter.query_key}, {why}: {sql}"
