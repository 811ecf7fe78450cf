"""The mark of a target at AWS: its outbound paths are closed before the first write, and its own readers are allowed."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.adoption import AdoptionRequest, adopt
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.server_facts import connect

# The outbound paths of a server to its own readers: AWS creates them with the readers.
OWN_READERS = frozenset({"standby", "slot"})


async def mark(database: Endpoint, target: AwsTarget, valid_us: int) -> tuple[str, ...]:
    """Close the outbound paths of a database that *target* does not allow, and mark it; return what was done, a sentence each.

    Readers are created later, so that all slots are closed; then the mark allows those of the readers. A Multi-AZ DB cluster has its
    readers from the start. Raises ``TargetProblem`` for a path that cannot be closed.
    """
    allowed = frozenset(target.allow)
    dialog = _Unattended()
    first = allowed | OWN_READERS if target.multi_az else allowed
    adoption = await adopt(database, AdoptionRequest(valid_us, first, disarms=True), dialog)
    if target.readers:
        connection = await connect(database)
        try:
            await write_mark(connection, valid_us=valid_us, allowed=sorted(allowed | OWN_READERS))
        finally:
            await connection.close()
    return (*dialog.shown, *adoption.closed)


@dataclass(frozen=True, slots=True)
class _Unattended:
    """The dialog of an adoption that nobody attends: the target is the run's own. What it shows is kept."""

    shown: list[str] = field(default_factory=list)

    def show(self, text: str) -> None:
        self.shown.append(text)

    async def confirm(self, _question: str) -> bool:
        return True
