# SPDX-License-Identifier: MIT
"""What passages can be chosen by: rounds, own fields, attributes with the values of codebook and annotations."""

from pathlib import Path

from annotator import operations


def test_attributes_have_the_values_of_the_codebook_and_those_that_were_used(tmp_path: Path) -> None:
    me = operations.person("Mara Lindqvist")
    project = operations.new_project(tmp_path / "study.annotator", lead=me, name="study")
    source = tmp_path / "one.txt"
    source.write_text("The council trusts its engineers.")
    operations.import_texts(project, author=me.id, paths=[source])
    overview = operations.overview(project)
    offers = operations.retrieval_offers(project)
    defined = {each.name for code in overview.codebook.codes for each in code.attributes}
    assert set(offers.attributes) == defined
    assert offers.rounds == tuple(each.name for each in operations.rounds(project))
    assert offers.fields == ()
    operations.close_project(project)
