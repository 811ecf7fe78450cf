"""One server of a side's placement: the target of its part of the traffic, where it is not created for the part."""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.scenarios.keys.key_types import Texts


@dataclass(frozen=True, slots=True)
class ServerTable:
    """The target of one server of a placement. A key that is not given is that of the side."""

    dsn: str = ""
    """the target of this server, for `kind = "dsn"` (passwords: `~/.pgpass`)"""
    restore: str = ""
    """a command that restores this target between two replays and adopts it again"""
    standby_dsn: Texts = ()
    """its standby, for the lag; several as a list"""
    logs: Texts = ()
    """a list of its csvlog files, if they are readable"""
    target: str = ""
    """the path of the file of a [target](targets.md) for this server"""
    version: int = 0
    """with `moves_from`: the PostgreSQL version of the server to which the tables move (0: that of the side)"""
    moves_from: str = ""
    """another server of the placement, before it in the file: the tables of this server are there at first, and [move](events.md#cut-over) to an embedded server of their own"""
