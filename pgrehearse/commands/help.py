"""``pgrehearse help``: explain a command or a topic."""

from __future__ import annotations

import click

from pgrehearse.help_topics import TOPICS
from pgrehearse.option_groups import CONTEXT


class _Name(click.ParamType[str]):
    """The name of a command or of a topic."""

    name = "topic"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 (click's signature)
        incomplete: str,
    ) -> list[click.shell_completion.CompletionItem]:
        names = [*_root(ctx).list_commands(ctx), *TOPICS]
        return [click.shell_completion.CompletionItem(name) for name in names if name.startswith(incomplete)]


@click.command("help", context_settings=CONTEXT, epilog="Example: pgrehearse help timing")
@click.argument("names", nargs=-1, type=_Name(), metavar="[TOPIC | COMMAND]...")
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Explain a topic, or show the help of a command. Without a name: list the topics and the commands."""
    if not names:
        click.echo(_overview(ctx))
    elif len(names) == 1 and names[0] in TOPICS:
        click.echo(_explained(names[0]))
    else:
        click.echo(_command_help(ctx, names))


def _root(ctx: click.Context) -> click.Group:
    group = ctx.find_root().command
    assert isinstance(group, click.Group)  # noqa: S101 (the command line is one group)
    return group


def _overview(ctx: click.Context) -> str:
    """Return the list of topics and of commands."""
    formatter = ctx.make_formatter()
    formatter.write_usage("pgrehearse help", "[TOPIC | COMMAND]...")
    with formatter.section("Topics"):
        formatter.write_dl([(name, topic.summary) for name, topic in TOPICS.items()])
    _root(ctx).format_commands(ctx, formatter)
    return formatter.getvalue().rstrip("\n")


def _explained(name: str) -> str:
    """Return the text of a topic, wrapped to the width of the terminal."""
    topic = TOPICS[name]
    width = min(click.HelpFormatter().width, 100)
    text = click.formatting.wrap_text(topic.text, width, preserve_paragraphs=True)
    return f"{name}: {topic.summary}\n\n{text}\n\nSee docs/{topic.page}."


def _command_help(ctx: click.Context, names: tuple[str, ...]) -> str:
    """Return the help of a command. Raises ``click.UsageError`` for an unknown name."""
    context, group = ctx.find_root(), _root(ctx)
    target: click.Command = group
    for name in names:
        inner = target.get_command(context, name) if isinstance(target, click.Group) else None
        if inner is None:
            raise click.UsageError(f"no command and no topic {' '.join(names)!r}: pgrehearse help lists them")
        target, context = inner, click.Context(inner, info_name=name, parent=context)
    return target.get_help(context)
