"""How statements of pgrehearse on the connections of captured sessions begin: the target's log contains them, the workload does not."""

from __future__ import annotations

from pgrehearse.base.server_identity import PROOF

# Sets the queues of ids before a statement that draws from sequences.
GIVES_IDS = "select /* pgrehearse ids */ "
OWN_STATEMENTS = (PROOF, GIVES_IDS)
