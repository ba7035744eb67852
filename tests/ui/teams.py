# SPDX-License-Identifier: MIT
"""A small team for tests: a lead, two coders, two articles; one annotation on which a coder asks the lead."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ui.conftest import TEXT, Driver

from annotator import operations
from annotator.domain import AnnotationId, Coder, Span
from annotator.operations import Project
from annotator.ui.pages.own_work import OwnWorkPage
from annotator.ui.pages.team import TeamPage


@dataclass(frozen=True)
class Team:
    """Who is in it, and the annotation that is asked about."""

    path: Path
    lead: Coder
    novak: Coder
    haddad: Coder
    asked: AnnotationId


def make_team(path: Path, lead: Coder) -> Team:
    """Add two coders to a project of the two usual articles; one of them codes and asks."""
    project = operations.open_project(path)
    novak, haddad = (operations.add_person(project, author=lead.id, name=name).value for name in ("Novak", "Haddad"))
    overview = operations.overview(project)
    start = TEXT.index("trusts")
    found = operations.annotate(
        project, coder=novak.id, document=overview.documents[0].document.id, code=overview.codebook.codes[0].id,
        span=Span.of(start, start + 6),
    ).value  # fmt: skip
    operations.describe(project, coder=novak.id, annotation=found.id, ask_lead=True, memo="Is this trust?")
    operations.close_project(project)
    return Team(path, lead, novak, haddad, found.id)


def change(path: Path, verb: Callable[[Project], object]) -> None:
    """Change a project that no window has open."""
    project = operations.open_project(path)
    verb(project)
    operations.close_project(project)


def read_board(path: Path, *, round_name: str | None = None) -> dict[tuple[str, str], str]:
    """Give the states by the article's file name and the coder's name."""
    project = operations.open_project(path)
    board = operations.board(project, round_name=round_name)
    names = {coder.id: coder.name for coder in board.coders}
    operations.close_project(project)
    return {(row.document.name, names[cell.coder]): cell.state.value for row in board.rows for cell in row.cells}


def team_page(driver: Driver) -> TeamPage:
    """Go to the page of the team and wait until it shows it."""
    driver.window.act("page_team")
    page = driver.window.stack.currentWidget()
    assert isinstance(page, TeamPage)
    settled(driver)
    assert page.desk.state is not None
    return page


def settled(driver: Driver) -> None:
    """Wait until everything that was asked is answered, and what follows from it too."""
    session = driver.window.session
    for _ in range(3):
        driver.bot.waitUntil(lambda: session.jobs.waiting == 0 and session.is_saved)
        told: list[bool] = []
        session.read_out(lambda told=told: told.append(True))
        driver.bot.waitUntil(lambda told=told: bool(told))


def handed_out(team: Team, folder: Path, *, released: bool = False) -> Path:
    """Assign both articles to Novak and the first to Haddad, decide on Novak's passage, make Novak's file."""

    def make(project: Project) -> None:
        one, two = (each.document.id for each in operations.overview(project).documents)
        lead = team.lead.id
        operations.assign(project, author=lead, coders=[team.novak.id], documents=[one, two])
        operations.assign(project, author=lead, coders=[team.haddad.id], documents=[one])
        if released:
            operations.change_round(project, author=lead, name="main", released=True, coders_needed=1)
        operations.hand_out(project, author=lead, directory=folder, coders=[team.novak.id])

    change(team.path, make)
    return next(folder.glob("*Novak*"))


def own_work_page(driver: Driver) -> OwnWorkPage:
    """Go to the page of a coder's own work."""
    driver.window.act("page_own")
    page = driver.window.stack.currentWidget()
    assert isinstance(page, OwnWorkPage)
    settled(driver)
    return page
