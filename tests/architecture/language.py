"""The texts of pgrehearse that a user or a developer reads, cut into sentences, and two checks: forbidden words, and reading level."""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACEHOLDER = "X"
# A sentence longer than this is two sentences.
MOST_WORDS = 30
# The grade of a short sentence is decided by one long technical term, so only longer ones have a bound.
SHORT_WORDS = 10
MOST_GRADE = 14.0
# A semicolon and a colon end a unit of thought as a full stop does (Flesch, How to Write Plain English, 1979, chapter 2).
# So does a line of a list in columns.
_ENDS = re.compile(r"[.!?;:](?=\s|$)|\n\s*\n|\n\s*[-*|] |\n(?=[^\n]*\S {2,}\S)")
_WORD = re.compile("[A-Za-z][A-Za-z'\u2019]*")
_CAMEL_CASE = re.compile(r"[a-z][A-Z]")
_VOWELS = re.compile(r"[aeiouy]+")
_TAGS = re.compile(r"{[{%#].*?[#%}]}|<(style|script).*?</\1>|<[^>]*>", re.DOTALL)
_SQL = re.compile(
    r"\s*(select|insert|update|delete|create|drop|with|alter|set|reset|do|begin|copy|from|where)\b", re.IGNORECASE
)
# What is written as code or quoted as it is: an option, a path, a key, a placeholder.
_CODE = re.compile(r"`[^`]*`|--[a-z][a-z-]*|\S*[/=_<>\\{}|@$]\S*|'[^' ]*'")
_HEAD = "## Words we do not use"
# A comment that a tool reads is not prose.
_DIRECTIVE = re.compile(r"#\s*(noqa|type:).*")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and the file and line where it is."""

    place: str
    text: str

    def sentences(self) -> list[str]:
        """Return the sentences of the text."""
        return [" ".join(part.split()) for part in _ENDS.split(self.text) if part and part.strip()]


def words_not_used(glossary: str) -> dict[str, str]:
    """Return the words of the glossary's last table, each with the word to use instead."""
    rows = (line.split("|") for line in glossary.split(_HEAD, 1)[1].splitlines() if line.startswith("|"))
    pairs = {row[1].strip(): row[2].strip() for row in rows}
    return {word: use for word, use in pairs.items() if word != "do not use" and not set(word) <= {"-", ":"}}


def forbidden(text: Text, words: dict[str, str]) -> list[str]:
    """Return a line for each word of *words* in a text, with its place and the word to use."""
    plain = " ".join(_CODE.sub(" ", text.text).split()).replace("\u2019", "'")
    return [
        f"{text.place}: {word!r} (use: {use}) in {' '.join(text.text.split())[:120]!r}"
        for word, use in words.items()
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", plain, re.IGNORECASE)
    ]


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels, without a silent e at its end.

    >>> [syllables(word) for word in ("replay", "table", "time", "statement", "a")]
    [2, 2, 1, 3, 1]
    """
    lower = word.lower().rstrip("'\u2019")
    groups = len(_VOWELS.findall(lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee")) and groups > 1
    return max(groups - silent, 1)


def grade(sentence: str) -> float:
    """Return the Flesch-Kincaid grade of one sentence.

    J. P. Kincaid et al., Derivation of New Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75, 1975.
    """
    words = _words(sentence)
    return 0.39 * len(words) + 11.8 * sum(map(syllables, words)) / max(len(words), 1) - 15.59


def too_long(text: Text) -> list[str]:
    """Return a line for each sentence that is too long."""
    counts = [(len(_words(sentence)), sentence) for sentence in text.sentences()]
    return [f"{text.place}: {count} words: {sentence!r}" for count, sentence in counts if count > MOST_WORDS]


def hard_to_read(text: Text) -> list[str]:
    """Return a line for each sentence that is too long, or whose grade is too high."""
    levels = [
        (grade(sentence), sentence)
        for sentence in text.sentences()
        if SHORT_WORDS <= len(_words(sentence)) <= MOST_WORDS
    ]
    hard = [f"{text.place}: grade {level:.1f}: {sentence!r}" for level, sentence in levels if level > MOST_GRADE]
    return [*too_long(text), *hard]


def _words(sentence: str) -> list[str]:
    return _WORD.findall(_CODE.sub(f" {PLACEHOLDER} ", sentence))


def of_module(path: Path) -> list[Text]:
    """Return the texts of a module: its string constants of two words and more, and the docstrings that are a command's help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = _hidden(tree)
    place = str(path.relative_to(ROOT))
    texts = [
        Text(f"{place}:{node.lineno}", value)
        for node in ast.walk(tree)
        if isinstance(node, ast.expr) and id(node) not in hidden and (value := _value(node)) is not None
    ]
    return [text for text in texts if _is_prose(text.text)]


def _hidden(tree: ast.Module) -> set[int]:
    """Return the nodes that are no text of a user: docstrings (a command's is its help), parts of an f-string, regular expressions."""
    hidden: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            hidden |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile":
            hidden |= {id(part) for part in ast.walk(node)}
        elif isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not _is_command(
            node
        ):
            hidden |= {id(statement.value) for statement in node.body[:1] if isinstance(statement, ast.Expr)}
    return hidden


def _is_command(node: ast.AST) -> bool:
    decorators = getattr(node, "decorator_list", [])
    return any(re.search(r"\b(command|group)\b", ast.unparse(decorator).split("(")[0]) for decorator in decorators)


def _value(node: ast.AST) -> str | None:
    """Return the text of a string constant, or of an f-string with a placeholder for each value in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else PLACEHOLDER for part in node.values)
        return "".join(str(part) for part in parts)
    return None


def _is_prose(text: str) -> bool:
    """Return whether a text has two words or more, and is neither a statement of SQL nor a list of names of parse nodes."""
    words = _WORD.findall(text)
    if all(_CAMEL_CASE.search(word) for word in words):
        return False
    return len(words) > 1 and " " in text.strip() and text != text.upper() and not _SQL.match(text)


def of_schema(path: Path) -> list[Text]:
    """Return the titles and descriptions of a JSON schema."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return [Text(str(path.relative_to(ROOT)), text) for text in _described(document)]


def _described(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for key in ("title", "description") if isinstance(text := value.get(key), str))
        for inner in value.values():
            yield from _described(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _described(inner)


def of_template(path: Path) -> list[Text]:
    """Return the texts of a template, between its tags and expressions."""
    plain = unescape(_TAGS.sub("\n\n", path.read_text(encoding="utf-8")))
    return [Text(str(path.relative_to(ROOT)), part) for part in plain.split("\n\n") if _is_prose(part)]


def of_scenario(path: Path) -> list[Text]:
    """Return the description of a scenario of the library."""
    descriptions = re.findall(r'^description = "(.*)"', path.read_text(encoding="utf-8"), re.MULTILINE)
    return [Text(str(path.relative_to(ROOT)), text) for text in descriptions]


def of_package(name: str) -> list[Text]:
    """Return the texts of a package: of its modules, its templates and its scenarios."""
    folder = ROOT / name
    return [
        *(text for path in sorted(folder.rglob("*.py")) for text in of_module(path)),
        *(text for path in sorted(folder.glob("templates/*")) for text in of_template(path)),
        *(text for path in sorted(folder.glob("library/*.toml")) for text in of_scenario(path)),
    ]


def of_tests(path: Path) -> list[Text]:
    """Return the texts of a module of the tests: its docstrings, its comments, and the names of its tests as words."""
    source = path.read_text(encoding="utf-8")
    place = path.relative_to(ROOT)
    comments = (
        (token.start[0], _DIRECTIVE.sub("", token.string).lstrip("# "))
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    )
    texts = [*_docstrings_and_names(ast.parse(source)), *comments]
    return [Text(f"{place}:{line}", text) for line, text in texts if text]


def _docstrings_and_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield getattr(node, "lineno", 1), ast.get_docstring(node) or ""
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node.lineno, node.name.replace("_", " ")
