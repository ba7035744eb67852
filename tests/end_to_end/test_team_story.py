# SPDX-License-Identifier: MIT
"""A team, from the first assignment to the consensus, in the windows of four people with four computers.

The lead makes files for three coders; each codes; the files come back in any order and twice, one of them damaged,
one with losses; agreement is measured, every difference decided, the consensus exported; a coder sees what became
of it.
"""

from pathlib import Path

import pytest
from end_to_end import coder_at_work, lead_at_work
from end_to_end.computer import Building
from end_to_end.study import CODERS, LEAD, Study, marks_of, read_study, table, told_by, write_articles
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.cli.edge import run
from annotator.merging.adjudication_queue import Entry
from annotator.merging.decision_matching import ClusterState
from annotator.operations import BoardState
from annotator.ui.pages.adjudicate import AdjudicatePage
from annotator.ui.pages.merge import MergePage
from annotator.ui.pages.team import TeamPage

ANSWER = "Yes, take the verb with it."
ANA, BO, CEM = CODERS


@pytest.fixture
def building(tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Building:
    return Building(tmp_path, qapp, qtbot, monkeypatch)


def test_a_team_from_the_first_assignment_to_the_consensus(building: Building, tmp_path: Path) -> None:
    project = tmp_path / "study.annotator"
    with building.computer_of(LEAD) as lead:
        lead_at_work.make_project(lead, write_articles(tmp_path / "articles"), project)
        page = lead.turn_to("3", TeamPage)
        lead_at_work.add_people(lead, page)
        lead_at_work.assign_by_rule(lead, page)
        files = lead_at_work.make_coder_files(lead, page, tmp_path / "for the coders")
    assert_blind(project, files)
    sent = {name: code_and_send(building, name, files[name]) for name in CODERS}
    copies = {name: copy for name, (copy, _) in sent.items()}
    assert_blind(project, copies)
    ana, bo, cem = copies.values()
    coded = sum(passages for _, passages in sent.values())
    cut = tmp_path / "cut short.annotator"
    cut.write_bytes(bo.read_bytes()[: bo.stat().st_size // 2])
    with building.computer_of(CEM, path=files[CEM]) as coder:
        losses = coder_at_work.delete_everything(coder)
        emptied = coder_at_work.send_copy(coder, tmp_path / "emptied.annotator")
    with building.computer_of(LEAD, path=project) as lead:
        page = lead.turn_to("4", MergePage)
        lead_at_work.merge_with_one_refused(lead, page, [cem, cut], refused=cut)
        lead_at_work.merge_what_is_dropped(lead, page, [bo, cem, ana], known=cem)
        lead_at_work.find_nothing_new(lead, page, [ana, cem, bo])
        lead_at_work.merge_losses_and_take_it_back(lead, page, emptied, before=coded, losses=losses)
        lead_at_work.answer_the_question(lead, lead.turn_to("3", TeamPage), ANSWER)
        choice, shown = lead_at_work.look_at_agreement(lead)
    merged = read_study(project, choice=choice)
    assert_everything_came_back(merged)
    assert shown == merged.figures
    with building.computer_of(LEAD, path=project) as lead:
        lead_at_work.decide_everything(lead, lead.turn_to("6", AdjudicatePage))
        lead_at_work.export(lead, tmp_path / "export")
    decided = read_study(project, choice=choice)
    assert decided.findings == []
    assert decided.annotations == merged.annotations
    assert decided.figures == merged.figures
    assert_consensus(decided, tmp_path / "export")
    with building.computer_of(LEAD, path=project) as lead:
        page = lead.turn_to("3", TeamPage)
        lead_at_work.release_decisions(lead, page)
        newer = lead_at_work.make_coder_files(lead, page, tmp_path / "for the coders once more")
    assert_blind(project, newer)
    with building.computer_of(BO, path=files[BO]) as coder:
        own = coder_at_work.take_in(coder, newer[BO])
        assert len(own.decisions.model().lines) == decisions_about(BO, decided)
        coder.turn_by_tab("page_coding", type(coder.page))
        assert ANSWER in coder_at_work.remarks_on_the_question(coder)
    assert run(["check", str(project)]) == 0


def code_and_send(building: Building, name: str, path: Path) -> tuple[Path, int]:
    """Open a file at another computer, confirm the name, code by keys, finish each article and send a copy.

    Gives the copy and how many passages are in it.
    """
    copy = building.folder / f"from {name.partition(' ')[0]}.annotator"
    with building.computer_of(name, path=path) as coder:
        coder_at_work.confirm_name(coder, name)
        coded = coder_at_work.code_everything(coder, name, asks=name == BO)
        return coder_at_work.send_copy(coder, copy), coded


def assert_blind(project: Path, paths: dict[str, Path]) -> None:
    """A coder's file names neither the other coders nor their identities, which the lead's file does."""
    people = {each.name: {each.name, str(each.id)} for each in read_study(project).overview.coders}
    assert set(paths) == set(CODERS) == set(people) - {LEAD}
    everybody = set().union(*people.values())
    assert told_by(project, everybody) == everybody
    for name, path in paths.items():
        others = set().union(*(people[each] for each in CODERS if each != name))
        assert told_by(path, everybody) == everybody - others


def assert_everything_came_back(study: Study) -> None:
    """Every assigned article is finished, with every passage that its coder marked, once."""
    cells = [cell for row in study.board.rows for cell in row.cells if cell.is_assigned]
    assert {cell.state for cell in cells} == {BoardState.FINISHED}
    expected = sorted(
        (row.document.name, study.name_of(cell.coder), words)
        for row in study.board.rows
        for cell in row.cells
        if cell.is_assigned
        for words, _ in marks_of(row.document.name, study.name_of(cell.coder))
    )
    titles = {each.document.id: each.document.name for each in study.overview.documents}
    found = [(titles[each.document], study.name_of(each.coder), each.quote) for each in study.annotations.values()]
    assert sorted(found) == expected
    assert study.findings == []


def assert_consensus(study: Study, folder: Path) -> None:
    """The exported consensus is, cluster by cluster, what was decided."""
    assert study.queue.progress.left == 0
    accepted = [entry for entry in study.queue.entries if entry.state is ClusterState.ACCEPTED]
    rows = table(folder / "consensus.csv")
    found = [(row["decision_id"], row["document_id"], row["start_char"], row["end_char"]) for row in rows]
    assert sorted(found) == sorted(passage for entry in accepted for passage in passages(entry))
    assert {row["judge"] for row in rows} == {LEAD}
    made = {row["decision_id"] for row in table(folder / "decisions.csv")}
    assert made == {str(entry.decision.id) for entry in study.queue.entries}


def passages(entry: Entry) -> list[tuple[str, str, str, str]]:
    """The passages of a decision as the table of the consensus has them."""
    decision = entry.decision
    return [(str(decision.id), str(entry.document), str(span.start), str(span.end)) for span in decision.spans]


def decisions_about(name: str, study: Study) -> int:
    """How many decisions are about passages of this coder."""
    return sum(name in {study.name_of(version.coder) for version in entry.versions} for entry in study.queue.entries)
