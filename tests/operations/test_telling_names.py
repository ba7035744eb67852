# SPDX-License-Identifier: MIT
"""Names that would tell of the others: all that anybody ever had, but those that are words of the file anyway."""

from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.operations.telling_names import named_in, names_of_others, telling_among


def test_every_name_that_anybody_ever_had(project):
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    operations.rename_person(project, author=MARA.id, coder=BEN.id, name="Benjamin")
    assert names_of_others(project, {MARA.id, ANNA.id}) == ("Ben", "Benjamin")


def test_a_name_that_stands_in_the_words_tells_nothing():
    assert telling_among(["China", "Ben", "change"], ["China trusts nobody."]) == ("Ben",)


def test_a_name_is_seen_whatever_its_case():
    assert named_in("as BEN has it", ["Anna", "Ben"]) == "Ben"
    assert named_in("as nobody has it", ["Anna", "Ben"]) == ""
