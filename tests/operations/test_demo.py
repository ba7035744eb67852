# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA

from annotator import operations
from annotator.domain import Refused, RegionState
from annotator.store import queries


@pytest.fixture
def demo(tmp_path):
    return operations.make_demo(tmp_path / "demo", me=ANNA)


def test_the_demonstration_holds_articles_and_two_codings_that_say_they_are_machine_made(demo):
    assert demo.is_new
    project = operations.open_project(demo.path)
    view = operations.overview(project)
    machines = [coder for coder in view.coders if coder.machine_made]
    assert len(machines) == 2
    assert all("machine-made" in coder.name for coder in machines)
    assert (view.active_coder, view.lead) == (ANNA, ANNA.id)
    assert view.annotations > 0
    assert all(len(each.finished_by) == 2 for each in view.documents)
    assert set(view.shown) == {coder.id for coder in machines}
    assert (view.undo, view.redo) == ("", ""), "undo begins with what the reader does"
    assert any(region.state is RegionState.ACCEPTED for region in queries.regions(project.live))
    assert [each for each in operations.check(project) if each.weight is operations.Weight.FAULT] == []
    operations.close_project(project)


def test_it_is_found_again_and_never_written_over(demo, tmp_path):
    before = demo.path.read_bytes()
    again = operations.make_demo(tmp_path / "demo")
    assert (again.path, again.is_new) == (demo.path, False)
    assert demo.path.read_bytes() == before


def test_a_folder_that_is_not_its_own_is_refused(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    with pytest.raises(Refused, match="not a demonstration folder"):
        operations.make_demo(tmp_path / "mine")
    assert [each.name for each in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(Refused):
            operations.make_demo(place)


def test_opening_it_makes_the_reader_the_coder(tmp_path):
    project = operations.open_demo(tmp_path / "demo")
    assert operations.overview(project).active_coder.name == "Demo reader"
    operations.close_project(project)
    project = operations.open_demo(tmp_path / "demo", me=ANNA)
    assert operations.overview(project).active_coder == ANNA
    operations.close_project(project)


def test_what_an_interrupted_demonstration_left_is_made_anew(tmp_path):
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "making-demo.annotator").write_bytes(b"half")
    (folder / "making-demo.annotator-journal").write_bytes(b"half")
    made = operations.make_demo(folder)
    assert made.is_new
    assert [each.name for each in folder.iterdir()] == ["demo.annotator"]
    operations.close_project(operations.open_project(made.path))
