# SPDX-License-Identifier: MIT
"""A coder's file tells nothing of anybody else: words and identities are planted everywhere and searched for.

The controls are a plain copy, and a copy from which all that is other people's was deleted: both must leak.
"""

import shutil
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import operations
from annotator.domain import Coder, CoderId, Refused, RegionState, Span, new_uuid
from annotator.domain.team import AliasOf, alias_id, carried_over_id
from annotator.operations.passages import passage
from annotator.store import queries, verification

LEAD = Coder(CoderId("01900000-0000-7000-8000-0000000000a0"), "Mara")
TEXTS = (
    "Beijing trusts Moscow, or so it says.\nNobody can know that yet.\n",
    "A second article.\nIts words are few.\n",
)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def planted_coder(number: int) -> Coder:
    return Coder(CoderId(f"01900000-0000-7000-8000-0000000000b{number}"), f"Planted{number}Name")


@dataclass
class Planted:
    """What was planted by, or about, each coder: words and identities."""

    found: dict[str, set[str]] = field(default_factory=dict)

    def word(self, whose: str, what: str) -> str:
        made = f"planted {what} {whose[-2:]} {len(self.found.setdefault(whose, set()))}"
        self.found[whose].add(made)
        return made

    def identity(self, whose: str, identity: str) -> str:
        self.found.setdefault(whose, set()).add(identity)
        return identity

    def others(self, coder: str) -> set[str]:
        return {each for whose, several in self.found.items() if whose != coder for each in several}


class Study:
    """A project in which every kind of thing that can be somebody's is somebody's."""

    def __init__(self, folder: Path, coders: int = 4) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.project = operations.new_project(folder / "study.annotator", lead=LEAD, name="Study")
        for number, text in enumerate(TEXTS):
            (folder / f"article{number}.txt").write_text(text)
        paths = [folder / f"article{number}.txt" for number in range(len(TEXTS))]
        operations.import_texts(self.project, author=LEAD.id, paths=paths)
        self.documents = [document.id for document in queries.documents(self.project.live)]
        self.codes = [code.id for code in queries.codebook(self.project.live).codes]
        self.coders = [planted_coder(number) for number in range(coders)]
        self.planted = Planted()
        for coder in self.coders:
            operations.add_coder(self.project, author=LEAD.id, coder=coder)
            self.planted.identity(coder.id, coder.id)
            self.planted.identity(coder.id, coder.name)

    def write(self, author: str, verb: str, kind: str, entity: str, fields: dict[str, object]) -> str:
        with self.project.action(author=CoderId(author), verb=verb) as action:
            action.write(kind, entity, fields)
        return entity

    def span(self, document: str, start: int = 0, end: int = 7) -> dict[str, object]:
        text = TEXTS[self.documents.index(document)]
        return passage(text, Span.of(start, end))

    def annotate(self, coder: Coder, document: int = 0, code: int = 0, start: int = 0, end: int = 7) -> str:
        memo = self.planted.word(coder.id, "memo")
        details = operations.Details(memo=memo, ask_lead=True)
        made = operations.annotate(
            self.project, coder=coder.id, document=self.documents[document], code=self.codes[code],
            span=Span.of(start, end), details=details,
        ).value  # fmt: skip
        return self.planted.identity(coder.id, made.id)

    def region(self, coder: Coder, *, state: RegionState, start: int, end: int, document: int = 0) -> str:
        memo = self.planted.word(coder.id, "region")
        made = operations.propose_region(
            self.project, coder=coder.id, document=self.documents[document], span=Span.of(start, end), memo=memo
        ).value
        if state is not RegionState.PROPOSED:
            operations.settle_region(self.project, author=LEAD.id, region=made.id, state=state)
        return self.planted.identity(coder.id, made.id)

    def message(self, author: Coder, annotation: str, whose: str, words: str = "") -> str:
        text = words or self.planted.word(whose, "remark")
        document = self.project.live.execute("SELECT document FROM annotation WHERE id = ?", (annotation,)).fetchone()[
            0
        ]
        fields = {"author": author.id, "annotation": annotation, "document": document, "text": text}
        return self.planted.identity(whose, self.write(author.id, "say", "message", new_uuid(), fields))

    def decide(self, members: list[str], *, taken: str = "", note: str = "", whose: str) -> str:
        document = self.documents[0]
        fields = {
            "document": document, "round": "main", "code": self.codes[0], "members": sorted(members),
            "basis": "0" * 64, "verdict": "union", "taken": taken, "result": self.codes[0],
            "spans": [self.span(document)], "judge": LEAD.id, "note": note or self.planted.word(whose, "note"),
            "judged": "2026-01-02T03:04:05Z",
        }  # fmt: skip
        return self.planted.identity(whose, self.write(LEAD.id, "decide", "decision", new_uuid(), fields))

    def hand_out(self, coder: Coder, name: str = "out") -> Path:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        [made] = operations.hand_out(
            self.project, author=LEAD.id, directory=folder, coders=[coder.id], replace=True
        ).value  # fmt: skip
        return made.path


def leaked(path: Path, planted: set[str]) -> set[str]:
    """Search a file's bytes, and, since SQLite cuts long values at page ends, everything it says in words."""
    with sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True) as reader:
        said = "\n".join(reader.iterdump())
    reader.close()
    parts = (path.read_bytes(), said.encode())
    return {each for each in planted for part in parts for encoding in ENCODINGS if each.encode(encoding) in part}


def merge(study: Study, paths: list[Path]) -> None:
    """Merge files; whatever is asked about passages of another text, they stay where they are."""
    asked = operations.preview_merge(study.project, paths=paths).questions
    answers = {each.id: "leave" for each in asked}
    operations.merge(study.project, author=LEAD.id, paths=paths, answers=answers)


@pytest.fixture
def study(tmp_path):
    made = Study(tmp_path / "study")
    fill(made)
    yield made
    operations.close_project(made.project)


def fill(study: Study) -> None:
    """Let everybody leave something of every kind."""
    first = {coder.id: study.annotate(coder) for coder in study.coders}
    for number, coder in enumerate(study.coders):
        study.annotate(coder, document=1, code=1, start=number, end=number + 2)
        operations.finish(study.project, coder=coder.id, document=study.documents[1])
        study.message(coder, first[coder.id], coder.id)
    _regions(study)
    _names(study)
    _decisions(study, first)
    _talk(study, first)
    _mappings(study, first)
    _local_matters(study)


def _regions(study: Study) -> None:
    states = (RegionState.PROPOSED, RegionState.ACCEPTED, RegionState.DECLINED)
    for number, coder in enumerate(study.coders):
        for place, state in enumerate(states):
            study.region(coder, state=state, start=8 + 4 * place, end=10 + 4 * place + number % 2)


def _names(study: Study) -> None:
    """Rename people, take in a text under another name, let others write to what all share."""
    one, other = study.coders[1], study.coders[2]
    study.write(one.id, "rename person", "coder", one.id, {"name": study.planted.identity(one.id, "PlantedNewName")})
    alias = study.planted.word(other.id, "file")
    study.write(other.id, "import texts", "document", study.documents[0], {f"alias.{alias}": True})
    study.write(other.id, "change code", "code", study.codes[0], {"definition": "as another reader would have it"})
    study.write(other.id, "change code", "code", study.codes[0], {"definition": "as the project has it"})


def _decisions(study: Study, first: dict[str, str]) -> None:
    """Decide on passages of two coders each, with notes that must not go; the round is released."""
    receiver, *others = study.coders
    operations.change_round(study.project, author=LEAD.id, name="main", released=True)
    shared = [first[receiver.id], first[others[0].id]]
    study.decide(shared, taken=others[0].id, note=f"as {others[0].name} has it", whose="decision on shared")
    study.decide([first[others[1].id]], taken=others[1].id, whose=others[1].id)
    fields = {"document": study.documents[0], "round": "main", "code": study.codes[0], "members": sorted(shared)}
    study.planted.identity("grouping", study.write(LEAD.id, "split cluster", "grouping", new_uuid(), fields))


def _talk(study: Study, first: dict[str, str]) -> None:
    receiver, other = study.coders[:2]
    study.message(other, first[receiver.id], other.id)
    study.message(LEAD, first[other.id], other.id)
    study.message(LEAD, first[receiver.id], "answer", words=f"{other.name} reads it in the same way")
    study.message(LEAD, first[receiver.id], receiver.id)


def _mappings(study: Study, first: dict[str, str]) -> None:
    """Map a code and a second identity, carry an annotation over, let the lead code as somebody else."""
    other = study.coders[3]
    code, person = new_uuid(), CoderId(new_uuid())
    name = study.planted.word(other.id, "code")
    study.write(LEAD.id, "add code", "code", code, {"name": name, "short_name": "foreign", "definition": name})
    second = Coder(person, study.planted.word(other.id, "second name"))
    operations.add_coder(study.project, author=LEAD.id, coder=second)
    study.planted.identity(other.id, second.id)
    for of, source, target in ((AliasOf.CODE, code, study.codes[0]), (AliasOf.CODER, person, other.id)):
        fields = {"of": of.value, "source": source, "target": target}
        study.planted.identity(other.id, study.write(LEAD.id, "map code", "alias", alias_id(of, source), fields))
    study.planted.identity(other.id, code)
    target = study.documents[1]
    fields = {"annotation": first[other.id], "document": target, "span": study.span(target)}
    carried = carried_over_id(first[other.id], target)
    study.planted.identity(other.id, study.write(LEAD.id, "carry over", "carried_over", carried, fields))
    coding = Coder(CoderId("01900000-0000-7000-8000-0000000000af"), "PlantedLeadAsCoder")
    operations.add_coder(study.project, author=LEAD.id, coder=coding)
    study.planted.identity(coding.id, coding.id)
    study.planted.identity(coding.id, coding.name)
    study.annotate(coding, start=1, end=6)


def _local_matters(study: Study) -> None:
    """Keep figures, note an event, undo something, read, show people, merge a file and take it back."""
    project, (_, other, *_) = study.project, study.coders
    with project.transaction():
        project.note_event("figures", {"name": study.planted.word("figures", "figures")})
        project.set_shown(tuple(coder.id for coder in study.coders))
    undone = study.annotate(other, document=0, code=2, start=2, end=6)
    operations.undo(project, coder=other.id)
    assert queries.annotation(project.live, undone) is None
    operations.remember_reading(project, coder=other.id, document=study.documents[0], furthest=3)
    path = operations.send_copy(project, path=study.folder / "copy.annotator")
    theirs = operations.open_project(path)
    late = operations.annotate(
        theirs, coder=other.id, document=study.documents[0], code=study.codes[3], span=Span.of(3, 6),
        details=operations.Details(memo=study.planted.word(other.id, "withdrawn")),
    ).value  # fmt: skip
    study.planted.identity(other.id, late.id)
    operations.close_project(theirs)
    merge(study, [path])
    operations.withdraw_merge(project, author=LEAD.id)


@pytest.mark.parametrize("number", range(4))
def test_nothing_of_anybody_else_is_in_the_bytes(study, number):
    coder = study.coders[number]
    path = study.hand_out(coder)
    assert leaked(path, study.planted.others(coder.id)) == set()
    with sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True) as reader:
        assert reader.execute("PRAGMA freelist_count").fetchone() == (0,)
        for table in ("event", "action_here", "withdrawn", "reading", "grouping"):
            assert reader.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        assert set(reader.execute("SELECT DISTINCT author FROM change")) <= {(coder.id,), (LEAD.id,)}
        assert reader.execute("SELECT shown, holder FROM file_state").fetchone() == ("[]", "")
    reader.close()


def test_ones_own_is_there_whole(study):
    coder = study.coders[0]
    own = {each for each in study.planted.found[coder.id] if each.startswith("planted")}
    assert leaked(study.hand_out(coder), own) == own


def test_a_plain_copy_leaks(study):
    path = operations.send_copy(study.project, path=study.folder / "plain.annotator")
    planted = study.planted.others(study.coders[0].id)
    assert leaked(path, planted) > {study.coders[1].id}


def test_deleting_from_a_copy_leaks(study, tmp_path):
    """The control of the method: rows that are gone can still be read in the file's bytes."""
    operations.send_copy(study.project, path=study.folder / "plain.annotator")
    path = shutil.copy(study.folder / "plain.annotator", tmp_path / "cut.annotator")
    cut = sqlite3.connect(path, isolation_level=None)
    cut.execute("DROP TRIGGER change_delete")
    for table in ("change", "annotation", "region", "message", "decision", "coder", "event"):
        cut.execute(f"DELETE FROM {table}")
    cut.close()
    assert leaked(path, study.planted.others(study.coders[0].id)) != set()


def test_what_a_coder_is_told_of_decisions_names_nobody(study):
    coder = study.coders[0]
    theirs = operations.open_project(study.hand_out(coder))
    [told] = operations.own_decisions(theirs, coder=coder.id)
    operations.close_project(theirs)
    assert (told.note, len(told.annotations)) == ("", 1)


def test_what_names_somebody_stays_behind_and_the_lead_is_told(study):
    [made] = operations.hand_out(
        study.project, author=LEAD.id, directory=study.folder, coders=[study.coders[0].id]
    ).value  # fmt: skip
    assert any("remark of yours" in note for note in made.notes)
    assert any("In 1 of the decisions" in note for note in made.notes)


def test_no_file_changes_what_the_lead_sees(study):
    project = study.project
    study.hand_out(study.coders[0])
    seen = [
        list(operations.annotations(project)), queries.regions(project.live), queries.codebook(project.live),
        queries.documents(project.live), queries.coders(project.live), queries.conflicts(project.live),
    ]  # fmt: skip
    digest = operations.info(project).journal_digest
    paths = [study.hand_out(coder) for coder in study.coders]
    again = operations.info(project).journal_digest
    assert [study.hand_out(coder, "again") for coder in study.coders] != paths
    assert operations.info(project).journal_digest == again
    assert [
        list(operations.annotations(project)), queries.regions(project.live), queries.codebook(project.live),
        queries.documents(project.live), queries.coders(project.live), queries.conflicts(project.live),
    ] == seen  # fmt: skip
    assert operations.merge(project, author=LEAD.id, paths=paths).value.added_changes == 0
    assert operations.info(project).journal_digest == again
    assert list(verification.faults(project)) == []
    assert digest != ""


def test_everybody_codes_on_and_nothing_is_lost(study):
    before = {each.id: each for each in operations.annotations(study.project)}
    paths, added = [], set()
    for coder in study.coders:
        theirs = operations.open_project(study.hand_out(coder))
        made = operations.annotate(
            theirs, coder=coder.id, document=study.documents[0], code=study.codes[2], span=Span.of(20, 30)
        ).value
        added.add(made.id)
        paths.append(operations.send_copy(theirs, path=study.folder / f"back {coder.name}.annotator"))
        operations.close_project(theirs)
    merge(study, paths[::-1])
    after = {each.id: each for each in operations.annotations(study.project)}
    assert {each: after[each] for each in before} == before
    assert set(after) - set(before) == added


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["annotate", "region", "accepted", "remark", "answer", "decide", "rename", "enter", "finish"]),
        st.integers(0, 2),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(0, 12),
    ),
    max_size=14,
)


@given(steps=STEPS)
@settings(max_examples=settings().max_examples // 5)
def test_random_projects_are_blind(tmp_path_factory, steps):
    study = Study(tmp_path_factory.mktemp("study"), coders=3)
    try:
        operations.change_round(study.project, author=LEAD.id, name="main", released=True)
        annotations: list[tuple[str, str]] = []
        for step in steps:
            _take(study, annotations, step)
        for coder in study.coders:
            path = study.hand_out(coder)
            digest = operations.info(study.project).journal_digest
            assert leaked(path, study.planted.others(coder.id)) == set()
            assert study.hand_out(coder, "again").exists()
            assert operations.merge(study.project, author=LEAD.id, paths=[path]).value.added_changes == 0
            assert operations.info(study.project).journal_digest == digest
        assert list(verification.faults(study.project)) == []
    finally:
        operations.close_project(study.project)


def _take(study: Study, annotations: list[tuple[str, str]], step: tuple[str, int, int, int, int]) -> None:
    what, one, two, document, start = step
    coder, other = study.coders[one], study.coders[two]
    try:
        if what == "annotate":
            annotations.append(
                (coder.id, study.annotate(coder, document=document, code=two, start=start, end=start + 3))
            )
        elif what in ("region", "accepted"):
            state = RegionState.ACCEPTED if what == "accepted" else RegionState.PROPOSED
            study.region(coder, state=state, start=start, end=start + 3, document=document)
        elif what == "finish":
            operations.finish(study.project, coder=coder.id, document=study.documents[document])
        elif what == "rename":
            name = study.planted.identity(coder.id, f"PlantedRenamed{one}{start}")
            study.write(other.id, "rename person", "coder", coder.id, {"name": name})
        elif annotations:
            _follow_up(study, annotations, what, coder, start)
    except Refused:
        return  # a finished article, an exact duplicate, nothing but white space


def _follow_up(study: Study, annotations: list[tuple[str, str]], what: str, coder: Coder, place: int) -> None:
    whose, annotation = annotations[place % len(annotations)]
    if what == "remark":
        study.message(coder, annotation, coder.id)
    elif what == "answer":
        study.message(LEAD, annotation, whose)
    elif what == "decide":
        members = [each for _, each in annotations[: place + 1]]
        same = [each for each in members if _place(study, each) == _place(study, annotation)]
        if _place(study, annotation) == (study.documents[0], study.codes[0]):
            study.decide(same, note="said to everybody concerned", whose="decision")
    else:
        memo = study.planted.word(whose, "entered")
        study.write(coder.id, "import annotations", "annotation", annotation, {"memo": memo})


def _place(study: Study, annotation: str) -> object:
    return study.project.live.execute("SELECT document, code FROM annotation WHERE id = ?", (annotation,)).fetchone()
