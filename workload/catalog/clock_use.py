"""Where the statements of a database use the clock: in their own text, or in what its catalog adds to them.

``insert into orders (note) values ('x')`` evaluates the default of ``created_at``; ``select * from recent_orders`` evaluates the
view's condition. Functions are followed through the functions that they call; of a body that cannot be read nothing is assumed.
CHECK constraints are not examined.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pgrehearse.workload.schema import ClockPlace
from pgrehearse.workload.sql.generated_ids import Drawing, Filled, draws


@dataclass(frozen=True, slots=True)
class ClockUse:
    """What uses the clock in one database.

    *defaults*: by relation (``schema.name``) the columns with such a default. *views*, *triggered*, *secured*: relations with such a query, such a
    trigger, or such a row security policy. *functions*: by name, and by ``schema.name``.
    """

    defaults: dict[str, tuple[Drawing, ...]] = field(default_factory=dict)
    views: frozenset[str] = frozenset()
    triggered: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    secured: frozenset[str] = frozenset()

    def places(
        self,
        functions: Iterable[str],
        filled: Iterable[tuple[str, Filled]],
        tables: tuple[frozenset[str], frozenset[str]],
    ) -> tuple[str, ...]:
        """Return where a statement uses the clock, beside its text.

        *functions*: that it calls, as written. *filled*: the relations whose columns it writes. *tables*: all relations that it reads,
        and that it writes, as resolved names.
        """
        read, written = tables
        found = {
            ClockPlace.DEFAULT: any(draws(one, self.defaults.get(relation, ())) for relation, one in filled),
            ClockPlace.VIEW: not self.views.isdisjoint(read | written),
            ClockPlace.FUNCTION: not self.functions.isdisjoint(functions),
            ClockPlace.TRIGGER: not self.triggered.isdisjoint(written),
            ClockPlace.POLICY: not self.secured.isdisjoint(read | written),
        }
        return tuple(place.value for place, is_used in found.items() if is_used)


NO_CLOCK = ClockUse()
