"""Commands that print metrics during a run: started with it, read line by line, and ended with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.external.command import MetricsCommand
from pgrehearse.metrics.external.lines import Measured
from pgrehearse.metrics.sample_buffer import Sample, SampleBuffer
from pgrehearse.runs.metric_catalog import COMMAND

# A command that prints more values is not read further: they would fill the disk.
MOST_VALUES = 5_000_000


@dataclass
class MetricsCommands:
    """The commands of one run. *endpoint*: the server that is sampled, in the environment of the commands (PGHOST, PGPORT)."""

    commands: tuple[str, ...]
    endpoint: Endpoint
    buffer: SampleBuffer
    instance: str
    _running: list[MetricsCommand] = field(default_factory=list, init=False)
    _values: int = field(default=0, init=False)

    def start(self, timeline: Timeline) -> None:
        """Start all of them. One that cannot be started is unavailable."""
        server = {"PGHOST": self.endpoint.host, "PGPORT": str(self.endpoint.port)}
        for number, command in enumerate(self.commands, 1):
            running = MetricsCommand(command, self._add, timeline.wall_start_us, more=server)
            try:
                running.start()
            except TargetProblem as error:
                self.buffer.unavailable[self._name(number)] = error.message
            self._running.append(running)

    def stop(self) -> None:
        """End all of them, and record which failed and which lines were not valid."""
        for number, running in enumerate(self._running, 1):
            running.stop()
            problems = [text for text in (running.failure(), running.reader.note()) if text]
            if problems:
                self.buffer.unavailable[self._name(number)] = "; ".join(problems)
        if self._values > MOST_VALUES:
            self.buffer.unavailable[COMMAND] = f"only the first {MOST_VALUES:,} values are stored"

    def _name(self, number: int) -> str:
        return COMMAND if len(self.commands) == 1 else f"{COMMAND} {number}"

    def _add(self, value: Measured) -> None:
        self._values += 1
        if self._values <= MOST_VALUES:
            at_us = self.buffer.timeline.at_wall(value.at_us)
            instance = value.instance or self.instance
            self.buffer.add(Sample(at_us, COMMAND, instance, value.metric, value.value, value.subject, value.unit))
