# SPDX-License-Identifier: MIT
"""A small study with all that quotes and counts ask about: outlets, partial dates, copies, an excluded stretch."""

import random

from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import RegionId, document_id
from annotator.domain.identifiers import completion_id, derived_uuid
from annotator.store import queries

TEXTS = (
    "Beijing trusts Moscow. Nobody knows that yet! 北京信任莫斯科。 Really?\n\nA second paragraph, more words.",
    "שלום עולם. הם בוטחים במוסקבה, כך נאמר. 👍🏽 end\n\nAnd one more sentence. The last.",
    "Plain words only; three of them trust. Others do not, they say so.\n\n\nAgain. And again. And so on.",
    "Nobody coded this one at all.",
)
DETAILS = (
    {"outlet": "Times", "date": "2026-03-15"}, {"outlet": "Post", "date": "2026-01"}, {"outlet": "Times", "date": ""},
    {"outlet": "", "date": "2025"},
)  # fmt: skip


def make(path, *, each=12, seed=7):
    """Make the project; the second article counts as a copy of the first."""
    project = operations.new_project(path, lead=MARA, name="Study")
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    with project.action(author=MARA.id, verb="import texts") as action:
        for number, (text, details) in enumerate(zip(TEXTS, DETAILS, strict=True)):
            sha256 = project.texts.add(text)
            action.write("document", document_id(sha256), {
                "name": f"{number}.txt", "title": f"Title {number}", "text_sha256": sha256, "length": len(text),
                "position": number, **details, "duplicate_group": derived_uuid("made", "twins") if number < 2 else "",
            })  # fmt: skip
    chance = random.Random(seed)
    for coder in (ANNA, BEN):
        _code(project, coder, chance, each)
    return project


def _code(project, coder, chance, each):
    codes = [code.id for code in queries.codebook(project.live).codes]
    documents = queries.documents(project.live)
    with project.action(author=coder.id, verb="annotate") as action:
        for document in documents[:3]:
            text = project.texts.body(document.text_sha256)
            for number in range(each):
                start = chance.randrange(len(text) - 1)
                end = min(len(text), start + chance.randrange(1, 30))
                span = {"start": start, "end": end, "quote": text[start:end], "before": "", "after": ""}
                names = {"attribute.speaker": chance.choice(("Ada", "Bo; Cy")), "attribute.target": "China"}
                action.write("annotation", derived_uuid("made", coder.id, document.id, str(number)), {
                    "document": document.id, "coder": coder.id, "code": chance.choice(codes), "span": span,
                    "round": chance.choice(("main", "main", "again")), "codebook_revision": "0" * 64,
                    "certainty": chance.choice(("", "low")), "memo": chance.choice(("", "As in the interview")),
                    **(names if chance.random() < 0.7 else {}),
                })  # fmt: skip
        for document in documents if coder is ANNA else documents[:1]:
            action.write("completion", completion_id(coder.id, document.id, "main"), {
                "coder": coder.id, "document": document.id, "round": "main", "state": "finished", "codes": codes[:3],
            })  # fmt: skip
        if coder is ANNA:
            text = project.texts.body(documents[0].text_sha256)
            span = {"start": 0, "end": 22, "quote": text[:22], "before": "", "after": text[22:54]}
            action.write("region", RegionId(derived_uuid("made", "region")), {
                "document": documents[0].id, "coder": coder.id, "span": span, "state": "accepted",
            })  # fmt: skip
