# SPDX-License-Identifier: MIT
"""``annotator news-archives``: the rules by which downloads of news archives are split."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, json_option
from annotator.cli.output import counted, say, say_json
from annotator.domain import Refused


@click.group("news-archives")
def news_archives() -> None:
    """List, try and change the rules by which downloads of Nexis, Factiva and others fall into articles."""


@news_archives.command("list")
@json_option
def list_rules(as_json: bool) -> None:
    """List the rules, your own first; ``annotator import`` takes the one that fits a file."""
    rules = operations.archive_rules()
    if as_json:
        say_json([
            {
                "key": each.key, "name": each.rule.name if each.rule else "", "own": each.is_own,
                "fault": each.error.sentence if each.error else "",
            }
            for each in rules
        ])  # fmt: skip
        return
    for each in rules:
        words = f"{each.rule.name}. {each.rule.about}" if each.rule else f"not used: {each.error}"
        say(f"{each.key}{' (own)' if each.is_own else ''}: {words}")


@news_archives.command("show")
@click.argument("rule")
def show_rule(rule: str) -> None:
    """Print the text of a rule: save it, change its keywords, and add it under a name of your own."""
    say(operations.archive_rule_text(key=rule).rstrip("\n"))


@news_archives.command("add")
@click.argument("file", type=ANY_PATH)
def add_rule(file: Path) -> None:
    """Keep FILE as a rule of your own, under its name; one that came along under that name is not used then."""
    say(f"Kept {operations.add_archive_rule(path=file)}")


@news_archives.command("remove")
@click.argument("rule")
def remove_rule(rule: str) -> None:
    """Take away a rule of your own, by the name of its file or its own name."""
    own = [each for each in operations.archive_rules() if each.is_own]
    found = [each.key for each in own if each.key == rule] or [
        each.key for each in own if each.rule is not None and each.rule.name.casefold() == rule.casefold()
    ]
    if not found:
        raise Refused(f"There is no rule of your own called {rule[:60]!a}; nothing was taken away.")
    if len(found) > 1:
        raise Refused(f"Several rules of your own are called so ({', '.join(found)}); name one by its file.")
    operations.forget_archive_rule(key=found[0])
    say(f"Took away {found[0]}.")


@news_archives.command("try")
@click.argument("file", type=ANY_PATH)
@click.option("--rule", default="", metavar="RULE", help="The rule; else the one that fits.")
@json_option
def try_rule(file: Path, rule: str, as_json: bool) -> None:
    """Show how FILE would fall into articles: the first, the last, the shortest and every doubtful one."""
    found = operations.try_archive_rule(path=file, rule=rule)
    if as_json:
        say_json([
            {
                "file": each.file, "rule": each.split.rule, "announced": each.split.announced,
                "problems": each.split.problems,
                "articles": [
                    {"number": one.number, "metadata": dict(one.metadata), "problems": one.problems, "text": one.text}
                    for one in each.split.articles
                ],
            }
            for each in found
        ])  # fmt: skip
        return
    for each in found:
        said = f", the archive says {each.split.announced:,}" if each.split.announced is not None else ""
        say(f"{each.file}: {counted(len(each.split.articles), 'article')} by “{each.split.rule}”{said}.")
        for sentence in each.split.problems:
            say(f"  {sentence}")
        for article in each.split.to_look_at:
            head = "; ".join(f"{name}: {value}" for name, value in article.metadata.items())
            say(f"  {article.number}: {head}")
            say(f"     {counted(len(article.text.split()), 'word')}: {' '.join(article.text.split())[:160]}")
            for problem in article.problems:
                say(f"     {problem}")
