# SPDX-License-Identifier: MIT
"""An entry of the history leads to the passages it is about, as they are now."""

from operations.replicas import MARA

from annotator import operations
from annotator.domain import Span


def test_an_entry_leads_to_its_passages_as_they_are_now(project, documents, codes):
    text = documents["plain.txt"].id
    made = [
        operations.annotate(project, coder=MARA.id, document=text, code=codes["trust"], span=Span.of(start, start + 7))
        for start in (0, 8)
    ]
    operations.resize(project, coder=MARA.id, annotation=made[0].value.id, span=Span.of(0, 14))
    newest = operations.history_page(project, most=3).entries
    found = operations.history_passages(project, entry=newest[-1])
    assert [each.span for each in found.annotations] == [Span.of(0, 14)]
    operations.delete(project, coder=MARA.id, annotations=[each.value.id for each in made])
    gone = operations.history_passages(project, entry=operations.history_page(project, most=1).entries[0])
    assert (gone.annotations, gone.gone) == ((), 2)


def test_what_happened_in_this_copy_alone_has_none(project):
    began = list(operations.whole_history(project))[-1]
    assert operations.history_passages(project, entry=began).annotations == ()
