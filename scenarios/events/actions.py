"""Which function executes an event of each kind."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field

from pgrehearse.base.clock import SECOND
from pgrehearse.base.units import parse_duration_us
from pgrehearse.scenarios.events import server_actions
from pgrehearse.scenarios.events.cut_over import MovingGroup
from pgrehearse.scenarios.events.plan import EventKind, EventPlan
from pgrehearse.scenarios.events.pooler_console import Console
from pgrehearse.scenarios.events.read_only import FormerSettings, put_back_setting, set_read_only
from pgrehearse.scenarios.events.statements import execute_statements
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.scenarios.events.user_program import run_program
from pgrehearse.targets.embedded.address_forwarder import AddressForwarder
from pgrehearse.targets.embedded.lost_transactions import LostTransactions


@dataclass
class Actions:
    """What the events of a replay need, checked before its start. *statements*: of each event with SQL, by its
    number; *consoles*: by DSN; *former*: the
    setting before read-only events; *forwarder*: for a failover. *group*: of tables that move. *lost*: what each failover lost, by the number of the event."""

    target: EventTarget
    statements: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    consoles: Mapping[str, Console] = field(default_factory=dict)
    former: FormerSettings | None = None
    forwarder: AddressForwarder | None = None
    group: MovingGroup | None = None
    lost: dict[int, LostTransactions] = field(default_factory=dict)

    async def execute(self, number: int, event: EventPlan, over: asyncio.Event) -> None:
        """Execute one event. *over*: is set when the replay has ended."""
        match event.kind:
            case EventKind.SQL:
                await execute_statements(event, self.statements[number], self.target)
            case EventKind.COMMAND:
                await run_program(event, self.target)
            case EventKind.READ_ONLY:
                await self._read_only(event, over)
            case EventKind.PAUSE_POOLER:
                await self._pause(event)
            case EventKind.RESUME_POOLER:
                await self.consoles[event.resume_pooler].resume()
            case EventKind.CUT_OVER:
                assert self.group is not None  # noqa: S101 (prepared for events with cut_over)
                await self.group.cut_over(event.timeout_us)
            case _:
                await self._on_server(number, event)

    async def complete(self) -> None:
        """Read what is known only after the last statement, before anything is put back."""
        if self.group is not None:
            await self.group.compare()

    async def _on_server(self, number: int, event: EventPlan) -> None:
        match event.kind:
            case EventKind.RESTART:
                await server_actions.restart(event, self.target)
            case EventKind.SCALE:
                await server_actions.scale(event, self.target)
            case EventKind.SIGNAL:
                await server_actions.send_signal(event, self.target)
            case _:
                assert self.forwarder is not None  # noqa: S101 (prepared for events with fail_over)
                self.lost[number] = await server_actions.promote_standby(self.target, self.forwarder)

    async def _read_only(self, event: EventPlan, over: asyncio.Event) -> None:
        """Make the target read-only for the duration of the event, or until the replay has ended."""
        assert self.former is not None  # noqa: S101 (read for events with read_only)
        await set_read_only(self.target, self.former)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), parse_duration_us(event.read_only) / SECOND)
        finally:
            await put_back_setting(self.target, self.former)

    async def _pause(self, event: EventPlan) -> None:
        """Pause a pooler; if that is not completed, it is resumed."""
        console = self.consoles[event.pause_pooler]
        async with self.target.verified(), AsyncExitStack() as stack:
            stack.push_async_callback(console.resume)
            async with asyncio.timeout(event.timeout_us / SECOND):
                await console.pause()
            stack.pop_all()
