# SPDX-License-Identifier: MIT
import json

import pytest
from operations.replicas import ANNA, MARA, TEXTS

from annotator import operations
from annotator.domain import LockedOrDamaged, Refused


def test_a_sound_project_has_nothing_to_say(project):
    assert operations.check(project) == []


def test_what_is_coded_twice_alike_is_remarked(project, tmp_path):
    row = {"document": "plain.txt", "code": "trust", "start": 0, "end": 7, "quote": TEXTS["plain.txt"][:7]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n" + json.dumps(row) + "\n")
    operations.import_annotations(project, author=MARA.id, path=tmp_path / "a.jsonl", coder=ANNA)
    [finding] = operations.check(project)
    assert finding.weight is operations.Weight.REMARK
    assert finding.sentence == "plain.txt, characters 0 to 7: coded twice alike by one coder."


def test_damage_is_a_fault(project):
    project.live.execute("DELETE FROM code")
    findings = operations.check(project)
    assert {each.weight for each in findings} == {operations.Weight.FAULT}
    assert all(each.sentence.endswith(".") for each in findings)


def test_an_unforeseen_error_is_told_as_damage_only_where_the_file_is_damaged(project):
    with pytest.raises(ZeroDivisionError), operations.TellingDamage(project):
        raise ZeroDivisionError
    project.live.execute("DELETE FROM code")
    with pytest.raises(LockedOrDamaged, match=r"damaged.*open a backup") as told, operations.TellingDamage(project):
        raise ZeroDivisionError
    assert told.value.where == project.path.name
    with pytest.raises(Refused, match="as it is"), operations.TellingDamage(project):
        raise Refused("It stays as it is.")
    with operations.TellingDamage(project):
        pass
