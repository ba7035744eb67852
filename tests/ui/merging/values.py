# SPDX-License-Identifier: MIT
"""Plain values of a preview, as the parts of the page are given them."""

from annotator.domain import AnnotationId, CodeId, CoderId, DocumentId
from annotator.merging.preview import CoderPlan, DocumentMatch, FilePlan, Recognised
from annotator.merging.questions import (
    APART,
    LEAVE_OUT,
    SAME,
    TAKE,
    AlarmDetail,
    Choice,
    CodeDetail,
    Question,
    QuestionKind,
)
from annotator.operations import MergePreview, RefusedFile

DROPPED = CoderPlan("a", "Okafor", new=2, changed=5, deleted=83, already_there=429, before=517, after=436)
FINE = CoderPlan("b", "Berg", new=38, changed=0, deleted=0, already_there=0, before=0, after=38)
IDLE = CoderPlan("c", "Novak", new=0, changed=0, deleted=0, already_there=12, before=12, after=12)
SAME_TEXT = DocumentMatch(DocumentId("d1"), "one.txt", Recognised.SAME_TEXT)
OTHER_NAME = DocumentMatch(DocumentId("d2"), "zwei.txt", Recognised.OTHER_NAME, other_names=("two.txt",))
NEARLY = DocumentMatch(
    DocumentId("d3"), "drei.txt", Recognised.NEARLY, near="d4", near_name="three.txt", sure=5, asked=1
)
NEW = DocumentMatch(DocumentId("d5"), "new.txt", Recognised.NEW)

ALARM = Question(
    "alarm:1", QuestionKind.ALARM, ("okafor.annotator",), "fewer", "explained",
    (Choice(TAKE, "Take the file as it is"), Choice(LEAVE_OUT, "Leave this file out")), required=True,
    detail=AlarmDetail(
        CoderId("a"), "Okafor", 517, 436, "2026-03-07T10:00:00Z",
        tuple(AnnotationId(str(number)) for number in range(83)), "2026-03-14T16:40:00Z", "2026-03-14T16:52:00Z",
        ((DocumentId("d1"), "Natural or by Necessity?", 79), (DocumentId("d2"), "Other", 4)),
    ),
)  # fmt: skip
CODE = Question(
    "code:1", QuestionKind.CODE, ("berg.annotator",), "same?", "explained",
    (Choice(SAME, "Yes, count them together"), Choice(APART, "No, keep a second code")), default=APART,
    detail=CodeDetail(CodeId("x"), "Suspicion", "One side doubts.", 117, CodeId("y"), "Mistrust", "Hedging."),
)  # fmt: skip
REFUSED = Question(
    "refused:torn.annotator", QuestionKind.REFUSED, ("torn.annotator",), "cannot be merged", "It ends in the middle.",
    (Choice(LEAVE_OUT, "Merge the others without it"),), required=True,
)  # fmt: skip
PREVIEW = MergePreview(
    (
        FilePlan("okafor.annotator", 9, 0, (DROPPED, IDLE), 24, (), conflicts=2, documents=(SAME_TEXT,)),
        FilePlan("berg.annotator", 3, 0, (FINE,), 23, ("new.txt",), documents=(OTHER_NAME, NEARLY, NEW), sender="Berg",
                 notes=("It was begun as a project of its own.",)),
        FilePlan("codes.annotator", 3, 0, (), 0, ()),
    ),
    (RefusedFile("torn.annotator", "It ends in the middle."),),
    (),
    questions=(REFUSED, ALARM, CODE),
)  # fmt: skip
