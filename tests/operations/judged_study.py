# SPDX-License-Identifier: MIT
"""A study in which Anna and Ben have coded the same article, for the lead to judge."""

from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Span, Verdict
from annotator.merging.adjudication_queue import ClusterRef
from annotator.operations import Judgement

TEXT = "plain.txt"


class Study:
    """The project, and what people do in it, in few words."""

    def __init__(self, project, documents, codes):
        self.project, self.codes = project, codes
        self.document = documents[TEXT].id
        self.other = next(document.id for name, document in documents.items() if name != TEXT)
        for coder in (ANNA, BEN):
            operations.add_coder(project, author=MARA.id, coder=coder)

    def code(self, coder, *places, code="trust"):
        return [
            operations.annotate(
                self.project, coder=coder.id, document=self.document, code=self.codes[code], span=Span.of(*place)
            ).value
            for place in places
        ]

    def finish(self, *coders, document=None):
        for coder in coders:
            operations.finish(self.project, coder=coder.id, document=document or self.document)

    def reopen(self, coder):
        operations.reopen(self.project, coder=coder.id, document=self.document)

    def queue(self, **chosen):
        return operations.adjudication(self.project, **chosen)

    def entries(self, **chosen):
        """Give the entries in the order of the text."""
        return sorted(self.queue(**chosen).entries, key=lambda entry: (entry.start, entry.end, entry.code))

    def states(self):
        return [entry.state.value for entry in self.entries()]

    def decide(self, entry, verdict=Verdict.UNION, judge=MARA, **more):
        ref = entry if isinstance(entry, ClusterRef) else entry.ref
        return operations.decide(self.project, judge=judge.id, ref=ref, judgement=Judgement(verdict, **more)).value

    def undo(self):
        return operations.undo(self.project, coder=MARA.id)

    def redo(self):
        return operations.redo(self.project, coder=MARA.id)
