"""How the lines of a file are wrapped in envelopes."""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.capture.input.envelope_kinds import Envelope

# The server's name, and the name of one of its output channels.
Stream = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wrapped:
    """How a file's lines are wrapped: *envelopes* from the outside in, *stream*: the one in which the log was found.

    *several*: the file contains logs of several servers. *array*: the file is one JSON array. *newest_first*: its records
    are in reverse order.
    """

    envelopes: tuple[Envelope, ...]
    stream: Stream = ("", "")
    several: bool = False
    array: bool = False
    newest_first: bool = False

    @property
    def description(self) -> str:
        """The names of the envelopes."""
        return ", ".join(envelope.name for envelope in self.envelopes)
