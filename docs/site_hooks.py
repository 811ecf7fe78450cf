"""Pages of the site whose text is kept elsewhere: files of the repository's root, and the help text of every command.

mkdocs calls the functions of this module by their names (https://www.mkdocs.org/dev-guide/plugins/#events).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs.structure.files import File, Files

from pgrehearse.cli import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).parents[1]
# Files of the root that are pages. The site has those that exist.
_NAMES = {"README.md": "index.md"} | {
    f"{name}.md": f"{name.lower()}.md" for name in ("CONTRIBUTING", "CHANGELOG", "SECURITY")
}
PAGES = {source: page for source, page in _NAMES.items() if (ROOT / source).exists()}
_REPOSITORY = "https://github.com/pgrehearse/pgrehearse/blob/main/"
_TITLE = "# Help texts\n\nThe text that `-h` prints for each command.\n"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    for source, page in PAGES.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=_linked(text)))
    files.append(File.generated(config, "options.md", content=_help_texts()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Point links to files of the root at their pages."""
    for source, page in PAGES.items():
        markdown = re.sub(rf"\]\(((?:\.\./)*)\.\./{re.escape(source)}", rf"](\1{page}", markdown)
    return markdown


def _linked(text: str) -> str:
    """Return a text of the root with its links relative to ``docs/``; what is not on the site is linked in the repository."""
    return re.sub(r"\]\((?!https?:|#)([^)\s]+)\)", lambda link: f"]({_target(link[1])})", text)


def _target(link: str) -> str:
    name, mark, anchor = link.partition("#")
    if name.startswith("docs/"):
        return link.removeprefix("docs/")
    return f"{PAGES[name]}{mark}{anchor}" if name in PAGES else f"{_REPOSITORY}{link}"


def _help_texts() -> str:
    root = click.Context(cli, info_name="pgrehearse", terminal_width=100, **cli.context_settings)
    sections = (f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n" for context in _commands(root))
    return "\n".join([_TITLE, *sections])


def _commands(context: click.Context) -> Iterator[click.Context]:
    """Yield the context of a command, then those of its subcommands."""
    yield context
    command = context.command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None and not child.hidden:
                yield from _commands(click.Context(child, info_name=name, parent=context))
