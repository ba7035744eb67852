# SPDX-License-Identifier: MIT
from pathlib import Path

from exchange.made_refi import CODE, NOTE, USER, archive

from annotator.domain import Code, CodeId
from annotator.exchange.codings.gathering import Gathering
from annotator.exchange.containers import opened_container
from annotator.exchange.refi.refi_codebook import ReadCode
from annotator.exchange.refi.refi_known import Known
from annotator.exchange.refi.refi_parts import Coding, Project, Source
from annotator.exchange.refi.refi_remarks import Remarks
from annotator.exchange.refi.refi_texts import SourceTexts

TRUST = ReadCode(Code(CodeId(CODE), "Trust", "trust"), is_codable=True, has_colour=False)


def known(project: Project, folder: Path) -> Known:
    with opened_container(archive(folder / "a.qdpx", b"", {})) as container:
        return Known(project, None, Gathering("P"), Remarks(project, SourceTexts(container)))


def test_people_by_identity_and_the_only_one_for_nobody(tmp_path: Path) -> None:
    found = known(Project(users={USER: "Anna"}), tmp_path)
    assert found.coder(USER, place="") == USER
    assert found.coder("", place="") == USER
    assert found.coder(NOTE, place="") == NOTE


def test_of_several_people_nobody_is_none_of_them(tmp_path: Path) -> None:
    found = known(Project(users={USER: "Anna", NOTE: "Ben"}), tmp_path)
    assert found.coder("", place="") not in (USER, NOTE)


def test_codes_cases_and_strangers(tmp_path: Path) -> None:
    project = Project(codes=(TRUST,), cases={NOTE})
    found = known(project, tmp_path)
    assert (found.code(CODE, place=""), found.code(NOTE, place=""), found.code("", place="")) == (CODE, None, None)
    assert found.code(USER, place="") == USER
    assert [each.count for each in project.findings] == [2, 1]


def test_a_category_that_is_applied_is_a_code(tmp_path: Path) -> None:
    category = ReadCode(Code(CodeId(NOTE), "Top", "top"), is_codable=False, has_colour=False)
    source = Source("", "", "", "", "text", "", (), (Coding("", NOTE, "", "", ()),), (), ())
    assert known(Project(codes=(category,), sources=[source]), tmp_path).code(NOTE, place="") == NOTE


def test_the_code_for_remarks_is_one_that_is_there_already(tmp_path: Path) -> None:
    memo = ReadCode(Code(CodeId(NOTE), "memo", "memo"), is_codable=True, has_colour=False)
    assert known(Project(codes=(TRUST, memo)), tmp_path).remark_code() == NOTE
    new = known(Project(codes=(TRUST,)), tmp_path)
    assert new.remark_code() == new.remark_code() != NOTE
