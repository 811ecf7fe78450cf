"""The search for the types of many texts' parameters on one connection (``inference`` has the theory): rounds of parses, all texts at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations, islice

from pgrehearse.replay.types.describe import Attempt, Inquiry, Parse, TypeNames, routines
from pgrehearse.replay.types.logged_parameters import Text
from pgrehearse.replay.types.positions import plain, without_null_tests
from pgrehearse.replay.types.tree_comparison import Comparer, Routines, Tree, tree_of
from pgrehearse.replay.types.value_formats import (
    BOOL,
    BYTEA,
    CIDR,
    DATE,
    FLOAT4,
    INET,
    INT2,
    INT4,
    INT8,
    INTERVAL,
    JSONB,
    STRINGS,
    TEXT,
    TIMESTAMPTZ,
    UUID,
    VOID,
    Form,
)

# Indeterminate, ambiguous, or another type than the one that was meant.
_UNTOLD = {"42P18", "42P08", "42725", "42883", "42804", "42846", "22P02", "22007"}
_INDETERMINATE = {"42P18", "42P08"}
_NUMBERED = re.compile(rb"\$\d+")
_NO_FUNCTION = "42883"
# So many combinations of types are tried for a text, so many times one more parameter is given a type.
_COMBINATIONS, _STEPS = 96, 24
# What a parameter may be that is NULL always.
_OF_NULL = (TEXT, INT4, INT8, TIMESTAMPTZ, DATE, BOOL, UUID, JSONB, INTERVAL, INET, BYTEA, 1007, 1009)


@dataclass(slots=True)
class Choice:
    """What is known of one text so far: the types to send, what the server said of them, the open parameters by number."""

    text: Text
    types: tuple[int, ...]
    parse: Parse = field(default_factory=Parse)
    open: dict[int, list[int]] = field(default_factory=dict)
    settled: bool = False

    def attempt(self, place: int = -1, kind: int = 0) -> Attempt:
        """Return the text with its types, one of them another."""
        return Attempt(self.text.sql, _with(self.types, place, kind))


def _with(types: tuple[int, ...], place: int, kind: int) -> tuple[int, ...]:
    return types if place < 0 else (*types[:place], kind, *types[place + 1 :])


class Search:
    """Finds the types of many texts on one connection: each round asks for all of them at once."""

    def __init__(self, inquiry: Inquiry, names: TypeNames, *, trees: bool) -> None:
        self._inquiry, self._names, self._trees = inquiry, names, trees

    def chosen(self, found: list[Text]) -> list[Choice]:
        """Return the choice for each text."""
        choices = [Choice(text, _fixed(text)) for text in found]
        self._asked(choices)
        self._told_elsewhere([one for one in choices if self._unclear(one)])
        self._step(choices)
        self._tried([one for one in choices if self._misfit(one)])
        self._compared([one for one in choices if not one.parse.state and not one.text.untyped])
        return choices

    def _unclear(self, one: Choice) -> bool:
        return one.parse.state in _INDETERMINATE and not one.text.untyped

    def _told_elsewhere(self, choices: list[Choice]) -> None:
        """Take the types of parameters that are tested for NULL from where else they stand."""
        probes = [
            Choice(replace(one.text, sql=without_null_tests(one.text.sql)), one.types, one.parse) for one in choices
        ]
        self._asked(probes)
        self._step(probes)
        for one, probe in zip(choices, probes, strict=True):
            if not probe.parse.state:
                one.types = probe.parse.types
        self._asked(choices)

    def _step(self, choices: list[Choice]) -> None:
        """Give one parameter after the other a type, until the server can infer the rest."""
        for _ in range(_STEPS):
            unclear = [one for one in choices if self._stepped(one)]
            if not unclear:
                return
            self._asked(unclear)

    def _asked(self, choices: list[Choice]) -> None:
        for one, parse in zip(choices, self._inquiry.asked([one.attempt() for one in choices]), strict=True):
            one.parse = parse

    def _fits(self, text: Text, parse: Parse) -> bool:
        """Say whether a text parses with types that write all its values as they were logged."""
        pairs = zip(text.parameters, parse.types, strict=False)
        return not parse.state and all(logged.fits(self._names.base(kind)) for logged, kind in pairs)

    def _misfit(self, one: Choice) -> bool:
        wrong = one.parse.state in _UNTOLD if one.parse.state else not self._fits(one.text, one.parse)
        return wrong and not one.text.untyped

    def _stepped(self, one: Choice) -> bool:
        """Give the parameter that the server cannot infer the next type that fits it; False: there is nothing to give."""
        place = one.parse.doubted - 1
        if not self._unclear(one) or not 0 <= place < len(one.types):
            return False
        kinds = _kinds(one.text, place)
        at = kinds.index(one.types[place]) + 1 if one.types[place] in kinds else 0
        if place + 1 in one.text.fixed or at >= len(kinds):
            return False
        one.types = _with(one.types, place, kinds[at])
        return True

    def _tried(self, choices: list[Choice]) -> None:
        """Try combinations of types, and keep the first that parses and fits; what has none keeps what it had."""
        tries = [list(self._combinations(one)) for one in choices]
        answers = iter(
            self._inquiry.asked(
                [Attempt(one.text.sql, types) for one, some in zip(choices, tries, strict=True) for types in some]
            )
        )
        for one, some in zip(choices, tries, strict=True):
            heard = [(types, next(answers)) for types in some]
            best = next(((types, parse) for types, parse in heard if self._fits(one.text, parse)), None)
            if best is not None:
                one.types, one.parse = best
            else:
                one.settled = True
                if one.parse.state:
                    one.types = _fixed(one.text)

    def _combinations(self, one: Choice) -> Iterator[tuple[int, ...]]:
        if one.parse.state == _NO_FUNCTION:
            yield from _voids(one.text, one.types)
        choices = [
            [kind] if place + 1 in one.text.fixed else list(dict.fromkeys([kind, *self._kinds_at(one, place)]))
            for place, kind in enumerate(one.types)
        ]
        yield from islice(_best_first(choices), _COMBINATIONS)

    def _kinds_at(self, one: Choice, place: int) -> list[int]:
        """Return what else a parameter may be: nothing, where the server's inference fits it."""
        if not one.parse.state and one.text.parameters[place].fits(self._names.base(one.parse.types[place])):
            return []
        return _kinds(one.text, place)

    def _compared(self, choices: list[Choice]) -> None:
        """Find the parameters whose other types would give another meaning, and prefer what values look like to a text."""
        alike: dict[object, list[Choice]] = {}
        for one in choices:
            alike.setdefault(_alike(one), []).append(one)
        wanted = [(some[0], others) for some in alike.values() if any(others := self._others(some[0]))]
        if not wanted:
            return
        trees = self._trees and self._inquiry.tells_trees()
        attempts = [
            attempt
            for one, others in wanted
            for attempt in [
                one.attempt(),
                *(one.attempt(place, kind) for place, kinds in enumerate(others) for kind in kinds),
            ]
        ]
        known = routines(self._inquiry) if trees else Routines()
        answers = iter(self._inquiry.asked(attempts))
        for one, others in wanted:
            base = next(answers)
            for place, kinds in enumerate(others):
                heard = {kind: parse for kind in kinds if self._fits_but(one, place, parse := next(answers))}
                self._weigh(one, place, base, heard, known)
        for first, *rest in alike.values():
            for one in rest:
                one.types, one.open = first.types, dict(first.open)
        self._verified([one for one in choices if one.open])

    def _fits_but(self, one: Choice, place: int, parse: Parse) -> bool:
        """Say whether a text parses with types that write the values of all parameters but one as they were logged."""
        pairs = enumerate(zip(one.text.parameters, parse.types, strict=False))
        return not parse.state and all(n == place or logged.fits(self._names.base(kind)) for n, (logged, kind) in pairs)

    def _weigh(self, one: Choice, place: int, base: Parse, heard: dict[int, Parse], known: Routines) -> None:
        logged = one.text.parameters[place]
        comparer = Comparer(known, logged)
        told = {kind: tree_of(parse.tree) for kind, parse in heard.items()}

        def differs(tree: Tree | None, others: Mapping[int, Tree | None]) -> list[int]:
            return [
                kind
                for kind, other in others.items()
                if tree is None or other is None or not comparer.same_meaning(tree, other)
            ]

        here = tree_of(base.tree)
        open_ = differs(here, told)
        sent = self._names.base(base.types[place])
        look = next((kind for kind in logged.candidates() if kind in open_), 0)
        if look not in {0, BOOL, INET, CIDR} and sent in STRINGS and not one.types[place] and look not in STRINGS:
            one.types = _with(one.types, place, look)
            open_ = differs(told[look], {**{kind: tree for kind, tree in told.items() if kind != look}, sent: here})
        if open_:
            one.open[place] = open_

    def _verified(self, choices: list[Choice]) -> None:
        """Parse once more what was changed; where the types do not go together, the server's own go."""
        before = [one.parse for one in choices]
        self._asked(choices)
        for one, parse in zip(choices, before, strict=True):
            if one.parse.state:
                one.types, one.parse = _fixed(one.text), parse

    def _others(self, one: Choice) -> list[list[int]]:
        """Return, for each parameter, the other types that may give the text another meaning."""
        easy: frozenset[int] | None = None
        found: list[list[int]] = []
        for place, logged in enumerate(one.text.parameters):
            sent = self._names.base(one.parse.types[place]) if place < len(one.parse.types) else 0
            # A smallint gives another meaning only where a bigint does too.
            kinds = [kind for kind in [*logged.likely(), TEXT] if kind != INT2 and not self._names.alike(kind, sent)]
            if logged.nulls and one.types[place]:  # some drivers send NULL without a type
                kinds.append(0)
            if not logged.forms or sent in {0, VOID}:
                kinds = []
            if kinds and place + 1 not in one.text.fixed:
                easy = plain(one.text.sql) if easy is None else easy
            safe = easy is not None and place + 1 in easy and logged.fits(sent) and not one.types[place]
            reworded = logged.forms & {Form.TRUTH, Form.ADDRESS, Form.NETWORK} and sent in STRINGS
            doubtful = sent in {FLOAT4, BYTEA} or Form.LONG in logged.forms or reworded
            skipped = place + 1 in one.text.fixed or (safe and not doubtful)
            found.append([] if skipped else list(dict.fromkeys(kinds)))
        return found


def _alike(one: Choice) -> object:
    """Return what texts have in common that differ in constants alone: their trees differ in nothing that decides.

    A text's shape does not tell in which order its parameters stand.
    """
    return (
        one.text.shape,
        one.types,
        one.parse.types,
        tuple(_NUMBERED.findall(one.text.sql)),
        one.text.parameters,
        tuple(sorted(one.text.fixed.items())),
    )


def _fixed(text: Text) -> tuple[int, ...]:
    """Return the types that the user gave (0: none)."""
    return tuple(text.fixed.get(number, 0) for number in range(1, len(text.parameters) + 1))


def _kinds(text: Text, place: int) -> list[int]:
    """Return the types that a parameter may have, the likeliest first."""
    logged = text.parameters[place]
    return logged.candidates() if logged.forms else list(_OF_NULL)


def _voids(text: Text, types: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the types with void for one, or some, of the parameters that are NULL always: OUT parameters of a callable statement."""
    places = [n for n, logged in enumerate(text.parameters) if not logged.forms and n + 1 not in text.fixed]
    for many in range(1, min(len(places), 4) + 1):
        for chosen in islice(combinations(places, many), _COMBINATIONS):
            yield tuple(VOID if n in chosen else kind for n, kind in enumerate(types))


def _best_first(choices: list[list[int]]) -> Iterator[tuple[int, ...]]:
    """Yield one of each list, those with the likelier ones first.

    >>> list(_best_first([[1, 2], [3, 4]]))
    [(1, 3), (1, 4), (2, 3), (2, 4)]
    """

    def of_rank(rank: int, lists: list[list[int]]) -> Iterator[tuple[int, ...]]:
        if not lists:
            if rank == 0:
                yield ()
            return
        for at in range(min(rank, len(lists[0]) - 1) + 1):
            for rest in of_rank(rank - at, lists[1:]):
                yield (lists[0][at], *rest)

    for rank in range(sum(len(one) - 1 for one in choices) + 1):
        yield from of_rank(rank, choices)
