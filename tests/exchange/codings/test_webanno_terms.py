# SPDX-License-Identifier: MIT
import re

from annotator.exchange.codings import webanno_terms


def test_our_own_terms_bear_the_prefix_that_the_context_defines() -> None:
    assert webanno_terms.CONTEXT == ("http://www.w3.org/ns/anno.jsonld", {"annotator": webanno_terms.OURS})
    own = [value for value in vars(webanno_terms).values() if isinstance(value, str) and value.startswith("annotator:")]
    assert len(own) == len(set(own)) == 10
    assert all(re.fullmatch("annotator:[a-z0-9_]+", each) for each in own)
    assert webanno_terms.urn("x") == "urn:uuid:x"
