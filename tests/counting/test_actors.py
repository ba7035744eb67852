# SPDX-License-Identifier: MIT
import pytest
from exchange.annotated_sample import DOUBT, TRUST, sample

from annotator.counting.actors import Actors, proposed_actors, said
from annotator.domain import Code, Codebook
from annotator.domain.codebook import AttributeDefinition, AttributeKind


def annotation(code=TRUST, **attributes):
    corpus = sample([(0, 7, code, corpus_coder())])
    made = corpus.annotations[corpus.documents[0].id][0]
    return type(made)(**{**{name: getattr(made, name) for name in made.__slots__}, "attributes": attributes})


def corpus_coder():
    return sample().coders[0]


def codebook(*names, codes=("trust", "mistrust", "speculation")):
    attributes = tuple(AttributeDefinition(name, name, AttributeKind.TEXT) for name in names)
    return Codebook(tuple(Code(f"id-{word}", word, word, attributes=attributes) for word in codes))


def test_roles_and_signs_are_proposed_by_name():
    found = proposed_actors(codebook("tone", "Speaker", "holder", "target"))
    assert (found.speaker, found.holder, found.target, found.sign) == ("Speaker", "holder", "target", "")
    assert found.signs == {"id-trust": 1, "id-mistrust": -1}
    assert found.names == ("Speaker", "holder", "target")
    assert not proposed_actors(codebook(codes=("mistake",))).names


def test_a_tie_goes_out_from_the_holder_else_from_the_speaker():
    actors = Actors("speaker", "holder", "target")
    assert actors.sources(annotation(speaker="A", holder="B; C ;B;")) == ("B", "C")
    assert actors.sources(annotation(speaker="A")) == ("A",)
    assert actors.targets(annotation()) == ()
    assert said(annotation(x="A"), "") == ()


@pytest.mark.parametrize(
    ("value", "sign"),
    [("yes", 1), ("no", -1), ("-2.5", -2.5), ("", None), ("much", None), ("nan", None), ("1e999", None)],
)
def test_a_sign_is_said_by_an_attribute(value, sign):
    assert Actors(sign="agreement").sign_of(annotation(agreement=value)) == sign


def test_or_by_the_code():
    actors = Actors(signs={DOUBT.id: -1})
    assert actors.sign_of(annotation(DOUBT)) == -1
    assert actors.sign_of(annotation(TRUST)) is None
