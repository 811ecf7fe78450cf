"""The telemetry of one command: what the options `--otlp` and `--prometheus-port` start, until the command ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.progress import Stage, Stages
from pgrehearse.replay_progress import State
from pgrehearse.telemetry.figures import SIDE, WORKLOAD, LiveReplays
from pgrehearse.telemetry.settings import Settings

_REPLAY = "replay "
Start = Callable[[str, dict[str, str]], AbstractContextManager[None]]


def _no_span(_name: str, _attributes: dict[str, str]) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass
class Telemetry:
    """The live replays and the spans of one command. *side*: of the replays, unless the stage around a replay has its name."""

    replays: LiveReplays = field(default_factory=LiveReplays)
    start: Start = _no_span
    side: str = ""
    _open: list[str] = field(default_factory=list)

    @contextmanager
    def span(self, name: str) -> Iterator[None]:
        """Record a span while the block runs."""
        self._open.append(name)
        try:
            with self.start(name, self._attributes()):
                yield
        finally:
            self._open.pop()

    def begin(self, workload: str, state: State) -> None:
        """Add a replay that begins."""
        self.replays.begin(self._side(), workload, state)

    def _side(self) -> str:
        """Return the side that is being replayed: a scenario's stage is named `replay candidate`, or `replay candidate, first pass`."""
        every = reversed(self._open)
        names = (name.removeprefix(_REPLAY).partition(",")[0] for name in every if name.startswith(_REPLAY))
        return next((name for name in names if " " not in name), self.side)

    def _attributes(self) -> dict[str, str]:
        side = self._side()
        workload = self.replays.replays[side][0] if side in self.replays.replays else ""
        return {name: text for name, text in ((SIDE, side), (WORKLOAD, workload)) if text}


class TracedStages:
    """Shows stages, and records a span for each."""

    def __init__(self, shown: Stages, telemetry: Telemetry) -> None:
        self._shown, self._telemetry = shown, telemetry

    @contextmanager
    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> Iterator[Stage]:
        """Show a stage and record its span while the block runs."""
        with self._telemetry.span(name), self._shown.stage(name, unit=unit, seconds=seconds) as stage:
            yield stage


@contextmanager
def telemetry(settings: Settings, command: str, side: str, note: Callable[[str], None]) -> Iterator[Telemetry]:
    """Serve and send telemetry while the block runs. The span of all stages has the name of the *command*.

    Raises ``UsageProblem`` if a library is not installed, or the port is in use.
    """
    found = Telemetry(side=side)
    with ExitStack() as stack:
        if settings.port is not None:
            with _installed("prometheus_client"):
                from pgrehearse.telemetry.prometheus import served
            port = stack.enter_context(served(found.replays, settings.address, settings.port))
            note(f"figures for Prometheus: http://{settings.address}:{port}/metrics")
        if settings.otlp:
            with _installed("opentelemetry"):
                from pgrehearse.telemetry.otlp import Span, sending
            tracer = stack.enter_context(sending(settings.otlp, found.replays, note))
            found.start = lambda name, attributes: Span(tracer, name, attributes)
        stack.enter_context(found.span(command))
        yield found


@contextmanager
def _installed(library: str) -> Iterator[None]:
    """Raise a usage problem with the remedy if a library of telemetry is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library:
            raise
        raise UsageProblem(
            f"telemetry needs the library {library}, which is not installed",
            remedy="pip install 'pgrehearse[telemetry]'",
        ) from None
