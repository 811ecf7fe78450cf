"""COPY FROM STDIN in the form in which it can be sent with rows in text format.

The log has no data of COPY. Where the rows are known from elsewhere they are sent in text format, so that options of other formats (CSV, binary,
delimiters, headers) are removed from the statement by its parse tree. Everything else of the statement stays: table, columns, WHERE, FREEZE, ON_ERROR.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pglast import parse_sql, parser
from pglast.error import Error as PglastError
from pglast.stream import RawStream

from pgrehearse.workload.sql.parse_tree import Node, readable, statements, texts

# Options that describe how the data was written. The rows are sent in text format with the default of each.
_FORMAT = {"format", "delimiter", "null", "default", "header", "quote", "escape", "encoding", "oids"}
_FORMAT |= {"force_quote", "force_not_null", "force_null"}


@dataclass(frozen=True, slots=True)
class CopyIn:
    """One COPY FROM STDIN: its table as written (*schema* is "" where it has none), its *columns* (None: all), and its *text* with rows in text format."""

    schema: str
    table: str
    columns: tuple[str, ...] | None
    text: bytes


def copy_in(text: bytes) -> CopyIn | None:
    """Return a COPY FROM STDIN; None if the text is something else, or has other statements too.

    >>> copy_in(b"copy items (id, name) from stdin with (format csv, header)").text
    b'COPY items (id, name) FROM STDIN'
    """
    parsed = statements(text)
    if parsed is None or len(parsed) != 1 or (node := parsed[0].tree.get("CopyStmt")) is None:
        return None
    if not node.get("is_from") or node.get("is_program") or "filename" in node or "relation" not in node:
        return None
    sent = text if not _has_format(node) else _in_text_format(text)
    if sent is None:
        return None
    columns = tuple(texts(node["attlist"])) if "attlist" in node else None
    return CopyIn(str(node["relation"].get("schemaname", "")), str(node["relation"]["relname"]), columns, sent)


def _has_format(node: Node) -> bool:
    return any(option["DefElem"]["defname"] in _FORMAT for option in node.get("options", []))


def _in_text_format(text: bytes) -> bytes | None:
    """Return the statement without the options of its format; None if the printed text has not the same tree."""
    source = readable(text)
    tree = parse_sql(source)
    statement: Any = tree[0].stmt
    statement.options = tuple(one for one in statement.options if one.defname not in _FORMAT) or None
    printed = str(RawStream()(tree))
    try:
        same = _tree(printed) == _without_format(_tree(source))
    except PglastError:
        return None
    return printed.encode("utf-8" if source.encode() == text else "latin-1") if same else None


def _tree(text: str) -> Any:
    """Return a text's parse tree without the places of its words."""
    return _without_places(json.loads(parser.parse_sql_json(text))["stmts"][0]["stmt"])


def _without_places(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_places(one) for one in node]
    if not isinstance(node, dict):
        return node
    return {key: _without_places(value) for key, value in node.items() if key not in {"location", "arg_location"}}


def _without_format(tree: Any) -> Any:
    node = tree["CopyStmt"]
    kept = [option for option in node["options"] if option["DefElem"]["defname"] not in _FORMAT]
    rest = {key: value for key, value in node.items() if key != "options"}
    return {"CopyStmt": rest | ({"options": kept} if kept else {})}
