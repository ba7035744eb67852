# SPDX-License-Identifier: MIT
from dataclasses import replace
from pathlib import Path

from ui.incoming.coded import EVE, PRAISE, coded

from annotator import operations
from annotator.domain import Coder
from annotator.operations import CorpusImportChoice
from annotator.ui.incoming.matching import NEW, code_rows, coder_rows

TEXT = "The council trusts its engineers."


def test_rows_say_what_is_and_what_may_be(tmp_path: Path) -> None:
    lead = Coder(operations.person("Mara").id, "Mara")
    project = operations.new_project(tmp_path / "a.annotator", lead=lead, name="a")
    overview = operations.overview(project)
    trust = overview.codebook.codes[0]
    for code, chosen, new in (
        (PRAISE, NEW, True),
        (replace(PRAISE, name=trust.name), trust.id, True),
        (replace(PRAISE, id=trust.id), trust.id, False),
    ):
        preview = operations.preview_corpus(
            project, path=coded(tmp_path, TEXT, (0, 3), code=code), choice=CorpusImportChoice()
        )
        (row,) = code_rows(preview, overview.codebook)
        assert row.chosen == chosen
        assert (NEW in dict(row.offered)) is new
        assert set(dict(row.offered)) - {NEW} == {each.id for each in overview.codebook.codes}
    (row,) = coder_rows(preview, overview.coders)
    assert row.chosen == EVE.name
    assert dict(row.offered) == {EVE.name: f"New: {EVE.name}", lead.id: "Mara"}
    namesake = coder_rows(preview, (*overview.coders, Coder(operations.person("x").id, EVE.name)))[0]
    assert f"{EVE.name} (2)" in dict(namesake.offered)
    operations.close_project(project)
