# SPDX-License-Identifier: MIT
"""The list of commands. Their files are loaded when one is named, so that ``--help`` costs click alone."""

import importlib
from collections.abc import Mapping
from typing import NamedTuple

import click

from annotator import __version__


class Entry(NamedTuple):
    """Where a command lies and the line that describes it in the list."""

    module: str
    attribute: str
    line: str


COMMANDS: Mapping[str, Entry] = {
    "new": Entry("annotator.cli.new", "new", "Make a new, empty project."),
    "import": Entry("annotator.cli.import_articles", "import_articles", "Take articles into a project."),
    "articles": Entry("annotator.cli.articles", "articles", "List the articles, say what is known of them."),
    "news-archives": Entry(
        "annotator.cli.news_archives", "news_archives", "Show and change how downloads of news archives are split."
    ),
    "annotations": Entry("annotator.cli.annotations", "annotations", "Take in annotations made elsewhere."),
    "codebook": Entry("annotator.cli.codebook", "codebook", "List the codes; take codebooks in, write them out."),
    "people": Entry("annotator.cli.people", "people", "List the people of a project, add or rename them."),
    "rounds": Entry("annotator.cli.rounds", "rounds", "List the rounds of a project, add one, code in one."),
    "assign": Entry("annotator.cli.assign", "assign", "Say who codes which articles."),
    "board": Entry("annotator.cli.board", "board", "Show how far each coder is with each article."),
    "hand-out": Entry("annotator.cli.hand_out", "hand_out", "Make one file for each coder."),
    "merge": Entry("annotator.cli.merge", "merge", "Merge other coders' project files into this one."),
    "map": Entry("annotator.cli.map_identities", "map_identities", "Say which codes, or which coders, are the same."),
    "questions": Entry("annotator.cli.questions", "questions", "List what the coders ask the lead."),
    "answer": Entry("annotator.cli.questions", "answer", "Answer a coder's question."),
    "log": Entry("annotator.cli.log", "log", "Show who did what, and when."),
    "agreement": Entry("annotator.cli.agreement", "agreement", "Show how far the coders agree, per code."),
    "adjudicate": Entry("annotator.cli.adjudicate", "adjudicate", "Show what is to be judged; decide by rule."),
    "consensus": Entry("annotator.cli.consensus", "consensus", "Write what was decided between the coders."),
    "plan": Entry("annotator.cli.plan", "plan", "Say how many articles several people must code."),
    "sample": Entry("annotator.cli.sample", "sample", "Draw the articles that several people shall code."),
    "report": Entry("annotator.cli.report", "report", "Write a report on agreement, with tables and pictures."),
    "quotes": Entry("annotator.cli.quotes", "quotes", "List the passages that were coded so; write them out."),
    "counts": Entry("annotator.cli.counts", "counts", "Count codes: alone, together, over time, between actors."),
    "export": Entry("annotator.cli.export", "export", "Write the annotations as tables for other programs."),
    "open": Entry("annotator.cli.open", "open_window", "Open the window."),
    "info": Entry("annotator.cli.info", "info", "Count what a project holds."),
    "check": Entry("annotator.cli.check", "check", "Check a project: structure, texts, quotes, journal."),
    "doctor": Entry("annotator.cli.doctor", "doctor", "Say what this machine lacks for the window."),
    "self-test": Entry("annotator.cli.self_test", "self_test", "Try every kind of file in and out, once."),
    "demo": Entry("annotator.cli.demo", "demo", "Make a project from example articles and open it."),
}


class LazyGroup(click.Group):
    """A group that knows the names and lines of its commands without loading their files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order in which one needs them, not by the alphabet."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the file of the command that was named."""
        del ctx
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = getattr(importlib.import_module(entry.module), entry.attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{entry.module}.{entry.attribute} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table above; loading them all for it would cost more than click itself."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.line) for name, entry in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    name="annotator",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def annotator(ctx: click.Context) -> None:
    """Code passages of news articles, merge coders, measure agreement.

    Without a command the window opens on its start page.
    """
    if ctx.invoked_subcommand is None:
        from annotator.cli.open import open_window

        ctx.invoke(open_window, project=None)
