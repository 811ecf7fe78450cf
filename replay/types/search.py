"""The search for the types of many texts' parameters on one connection (``infer`` has the theory): rounds of parses, all texts at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations, islice

from pgrehearse.replay.types.describe import Attempt, ParserConnection, ParseResult, TypeNames, read_routines
from pgrehearse.replay.types.logged_parameters import StatementText
from pgrehearse.replay.types.positions import plain_parameters, without_null_tests
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

# Indeterminate, ambiguous, or another type than production's.
_TYPE_ERRORS = {"42P18", "42P08", "42725", "42883", "42804", "42846", "22P02", "22007"}
_INDETERMINATE = {"42P18", "42P08"}
_NUMBERED = re.compile(rb"\$\d+")
_NO_FUNCTION = "42883"
# So many combinations of types are tried for a text; so many times one more parameter gets a type.
_COMBINATIONS, _STEPS = 96, 24
# The types that are tried for a parameter that is always NULL.
_NULL_TYPES = (TEXT, INT4, INT8, TIMESTAMPTZ, DATE, BOOL, UUID, JSONB, INTERVAL, INET, BYTEA, 1007, 1009)


@dataclass(slots=True)
class Choice:
    """The state of the search for one text: the types to send, the result of their parse, the other possible types of open parameters by position.

    *settled*: no types fit, and none are tried any more.
    """

    text: StatementText
    types: tuple[int, ...]
    parse: ParseResult = field(default_factory=ParseResult)
    open: dict[int, list[int]] = field(default_factory=dict)
    settled: bool = False

    def attempt(self, position: int = -1, oid: int = 0) -> Attempt:
        """Return the text with its types, one of them replaced."""
        return Attempt(self.text.sql, _with(self.types, position, oid))


def _with(types: tuple[int, ...], position: int, oid: int) -> tuple[int, ...]:
    return types if position < 0 else (*types[:position], oid, *types[position + 1 :])


class Search:
    """Finds the types of many texts on one connection: each round parses all of them at once."""

    def __init__(self, connection: ParserConnection, names: TypeNames, *, trees: bool) -> None:
        self._connection, self._names, self._trees = connection, names, trees

    def choose(self, texts: list[StatementText]) -> list[Choice]:
        """Return the choice for each text."""
        choices = [Choice(text, _fixed(text)) for text in texts]
        self._parse(choices)
        self._infer_without_null_tests([choice for choice in choices if self._is_indeterminate(choice)])
        self._step(choices)
        self._try_combinations([choice for choice in choices if self._misfits(choice)])
        self._compare([choice for choice in choices if not choice.parse.state and not choice.text.untyped])
        return choices

    def _is_indeterminate(self, choice: Choice) -> bool:
        return choice.parse.state in _INDETERMINATE and not choice.text.untyped

    def _infer_without_null_tests(self, choices: list[Choice]) -> None:
        """Have the server infer the types of parameters that are tested for NULL from their other positions."""
        probes = [
            Choice(replace(choice.text, sql=without_null_tests(choice.text.sql)), choice.types, choice.parse)
            for choice in choices
        ]
        self._parse(probes)
        self._step(probes)
        for choice, probe in zip(choices, probes, strict=True):
            if not probe.parse.state:
                choice.types = probe.parse.types
        self._parse(choices)

    def _step(self, choices: list[Choice]) -> None:
        """Set the type of one parameter after the other, until the server can infer the rest."""
        for _ in range(_STEPS):
            indeterminate = [choice for choice in choices if self._set_next_type(choice)]
            if not indeterminate:
                return
            self._parse(indeterminate)

    def _parse(self, choices: list[Choice]) -> None:
        results = self._connection.describe([choice.attempt() for choice in choices])
        for choice, parse in zip(choices, results, strict=True):
            choice.parse = parse

    def _fits(self, text: StatementText, parse: ParseResult) -> bool:
        """Return whether a text parses with types that write all its values as they were logged."""
        pairs = zip(text.parameters, parse.types, strict=False)
        return not parse.state and all(logged.fits(self._names.base(oid)) for logged, oid in pairs)

    def _misfits(self, choice: Choice) -> bool:
        wrong = choice.parse.state in _TYPE_ERRORS if choice.parse.state else not self._fits(choice.text, choice.parse)
        return wrong and not choice.text.untyped

    def _set_next_type(self, choice: Choice) -> bool:
        """Set the next type that fits the parameter that the server cannot infer; False: there is none."""
        position = choice.parse.named_parameter - 1
        if not self._is_indeterminate(choice) or not 0 <= position < len(choice.types):
            return False
        oids = _candidates(choice.text, position)
        index = oids.index(choice.types[position]) + 1 if choice.types[position] in oids else 0
        if position + 1 in choice.text.fixed or index >= len(oids):
            return False
        choice.types = _with(choice.types, position, oids[index])
        return True

    def _try_combinations(self, choices: list[Choice]) -> None:
        """Try combinations of types, and keep the first that parses and fits; a text without one keeps its types."""
        attempts_by_choice = [list(self._combinations(choice)) for choice in choices]
        results = iter(
            self._connection.describe(
                [
                    Attempt(choice.text.sql, types)
                    for choice, attempts in zip(choices, attempts_by_choice, strict=True)
                    for types in attempts
                ]
            )
        )
        for choice, attempts in zip(choices, attempts_by_choice, strict=True):
            parsed = [(types, next(results)) for types in attempts]
            best = next(((types, parse) for types, parse in parsed if self._fits(choice.text, parse)), None)
            if best is not None:
                choice.types, choice.parse = best
            else:
                choice.settled = True
                if choice.parse.state:
                    choice.types = _fixed(choice.text)

    def _combinations(self, choice: Choice) -> Iterator[tuple[int, ...]]:
        if choice.parse.state == _NO_FUNCTION:
            yield from _with_void(choice.text, choice.types)
        choices = [
            [oid]
            if position + 1 in choice.text.fixed
            else list(dict.fromkeys([oid, *self._candidates_at(choice, position)]))
            for position, oid in enumerate(choice.types)
        ]
        yield from islice(_best_first(choices), _COMBINATIONS)

    def _candidates_at(self, choice: Choice, position: int) -> list[int]:
        """Return the other types that a parameter may have: none, where the server's inference fits it."""
        if not choice.parse.state and choice.text.parameters[position].fits(
            self._names.base(choice.parse.types[position])
        ):
            return []
        return _candidates(choice.text, position)

    def _compare(self, choices: list[Choice]) -> None:
        """Find the parameters whose other types would change the meaning, and prefer the type of the values' form to text."""
        groups: dict[object, list[Choice]] = {}
        for choice in choices:
            groups.setdefault(_comparison_key(choice), []).append(choice)
        to_compare = [(attempts[0], others) for attempts in groups.values() if any(others := self._others(attempts[0]))]
        if not to_compare:
            return
        trees = self._trees and self._connection.enable_trees()
        attempts = [
            attempt
            for choice, others in to_compare
            for attempt in [
                choice.attempt(),
                *(choice.attempt(position, oid) for position, oids in enumerate(others) for oid in oids),
            ]
        ]
        catalog = read_routines(self._connection) if trees else Routines()
        results = iter(self._connection.describe(attempts))
        for choice, others in to_compare:
            own = next(results)
            for position, oids in enumerate(others):
                parsed = {oid: parse for oid in oids if self._fits_but(choice, position, parse := next(results))}
                self._weigh(choice, position, own, parsed, catalog)
        for first, *rest in groups.values():
            for choice in rest:
                choice.types, choice.open = first.types, dict(first.open)
        self._verify([choice for choice in choices if choice.open])

    def _fits_but(self, choice: Choice, position: int, parse: ParseResult) -> bool:
        """Return whether a text parses with types that write the values of all parameters but one as they were logged."""
        pairs = enumerate(zip(choice.text.parameters, parse.types, strict=False))
        return not parse.state and all(
            n == position or logged.fits(self._names.base(oid)) for n, (logged, oid) in pairs
        )

    def _weigh(
        self, choice: Choice, position: int, own: ParseResult, parsed: dict[int, ParseResult], catalog: Routines
    ) -> None:
        logged = choice.text.parameters[position]
        comparer = Comparer(catalog, logged)
        other_trees = {oid: tree_of(parse.tree) for oid, parse in parsed.items()}

        def different(tree: Tree | None, others: Mapping[int, Tree | None]) -> list[int]:
            return [
                oid
                for oid, other in others.items()
                if tree is None or other is None or not comparer.same_meaning(tree, other)
            ]

        own_tree = tree_of(own.tree)
        open_types = different(own_tree, other_trees)
        sent = self._names.base(own.types[position])
        likely = next((oid for oid in logged.candidates() if oid in open_types), 0)
        if (
            likely not in {0, BOOL, INET, CIDR}
            and sent in STRINGS
            and not choice.types[position]
            and likely not in STRINGS
        ):
            choice.types = _with(choice.types, position, likely)
            open_types = different(
                other_trees[likely],
                {**{oid: tree for oid, tree in other_trees.items() if oid != likely}, sent: own_tree},
            )
        if open_types:
            choice.open[position] = open_types

    def _verify(self, choices: list[Choice]) -> None:
        """Parse once more what was changed; where the types do not fit together, the server's own are used."""
        before = [choice.parse for choice in choices]
        self._parse(choices)
        for choice, parse in zip(choices, before, strict=True):
            if choice.parse.state:
                choice.types, choice.parse = _fixed(choice.text), parse

    def _others(self, choice: Choice) -> list[list[int]]:
        """Return, for each parameter, the other types that may give the text another meaning."""
        plain: frozenset[int] | None = None
        others: list[list[int]] = []
        for position, logged in enumerate(choice.text.parameters):
            sent = self._names.base(choice.parse.types[position]) if position < len(choice.parse.types) else 0
            # A smallint gives another meaning only where a bigint does too.
            oids = [oid for oid in [*logged.likely(), TEXT] if oid != INT2 and not self._names.alike(oid, sent)]
            if logged.nulls and choice.types[position]:  # some drivers send NULL without a type
                oids.append(0)
            if not logged.forms or sent in {0, VOID}:
                oids = []
            if oids and position + 1 not in choice.text.fixed:
                plain = plain_parameters(choice.text.sql) if plain is None else plain
            safe = plain is not None and position + 1 in plain and logged.fits(sent) and not choice.types[position]
            reworded = logged.forms & {Form.TRUTH, Form.ADDRESS, Form.NETWORK} and sent in STRINGS
            doubtful = sent in {FLOAT4, BYTEA} or Form.LONG in logged.forms or reworded
            is_certain = position + 1 in choice.text.fixed or (safe and not doubtful)
            others.append([] if is_certain else list(dict.fromkeys(oids)))
        return others


def _comparison_key(choice: Choice) -> object:
    """Return a key that is equal for texts which differ in constants only: their comparison has the same result.

    A text's shape does not determine the order of its parameters.
    """
    return (
        choice.text.shape,
        choice.types,
        choice.parse.types,
        tuple(_NUMBERED.findall(choice.text.sql)),
        choice.text.parameters,
        tuple(sorted(choice.text.fixed.items())),
    )


def _fixed(text: StatementText) -> tuple[int, ...]:
    """Return the types that the user gave (0: none)."""
    return tuple(text.fixed.get(number, 0) for number in range(1, len(text.parameters) + 1))


def _candidates(text: StatementText, position: int) -> list[int]:
    """Return the types that a parameter may have, the most likely first."""
    logged = text.parameters[position]
    return logged.candidates() if logged.forms else list(_NULL_TYPES)


def _with_void(text: StatementText, types: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the types with void for one, or some, of the parameters that are always NULL: OUT parameters of a callable statement."""
    positions = [n for n, logged in enumerate(text.parameters) if not logged.forms and n + 1 not in text.fixed]
    for count in range(1, min(len(positions), 4) + 1):
        for chosen in islice(combinations(positions, count), _COMBINATIONS):
            yield tuple(VOID if n in chosen else oid for n, oid in enumerate(types))


def _best_first(choices: list[list[int]]) -> Iterator[tuple[int, ...]]:
    """Yield combinations of one element of each list, the most likely first.

    >>> list(_best_first([[1, 2], [3, 4]]))
    [(1, 3), (1, 4), (2, 3), (2, 4)]
    """

    def of_rank(rank: int, lists: list[list[int]]) -> Iterator[tuple[int, ...]]:
        if not lists:
            if rank == 0:
                yield ()
            return
        for index in range(min(rank, len(lists[0]) - 1) + 1):
            for rest in of_rank(rank - index, lists[1:]):
                yield (lists[0][index], *rest)

    for rank in range(sum(len(choice) - 1 for choice in choices) + 1):
        yield from of_rank(rank, choices)
