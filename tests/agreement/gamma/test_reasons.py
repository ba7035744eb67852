# SPDX-License-Identifier: MIT
from dataclasses import replace

from annotator.agreement import Status
from annotator.agreement.gamma.reasons import GammaBase

BASE = GammaBase(coders=3, offered=9, shared=6, counting=4, marked=4, annotations=20)


def test_sentences_count() -> None:
    assert BASE.no_shared_documents() == "no shared articles: none of 9 articles was finished by all 3 coders"
    assert BASE.code_not_in_revision().startswith("code not in revision: in none of the 6 shared articles did")
    assert BASE.nobody() == "no variation: nobody used any code in the 4 shared articles"
    assert BASE.one_unit() == "one unit: the 4 shared articles hold only one annotation"
    assert BASE.unused() == "no variation: nobody used this code in the 4 shared articles"


def test_first_thing_lacking() -> None:
    assert BASE.lacking() is None
    lacking = [
        replace(BASE, annotations=1).lacking(),
        replace(BASE, annotations=0).lacking(),
        replace(BASE, annotations=0, counting=0).lacking(),
        replace(BASE, annotations=0, counting=0, shared=0).lacking(),
        replace(BASE, coders=1).lacking(),
    ]
    assert [status for status, _ in filter(None, lacking)] == [
        Status.ONE_UNIT,
        Status.NO_VARIATION,
        Status.CODE_NOT_IN_REVISION,
        Status.NO_SHARED_DOCUMENTS,
        Status.NO_SHARED_DOCUMENTS,
    ]


def test_remark_tells_only_what_is_left_out() -> None:
    assert BASE.remark() == (
        "left out: 3 articles not finished by all 3 coders, 2 articles finished before every code stood in the codebook"
    )
    assert replace(BASE, offered=4, shared=4).remark() == ""
    assert replace(BASE, offered=4, shared=4, marked=1).remark() == "left out: 3 articles without any annotation"
