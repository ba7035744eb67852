# SPDX-License-Identifier: MIT
"""What a foreign file leaves to be chosen."""

import json

from exchange import dna_database, foreign_cas

from annotator import operations
from annotator.operations import CorpusKind, CorpusOffers


def test_a_cas_offers_its_types_with_examples(tmp_path):
    (tmp_path / "TypeSystem.xml").write_bytes(foreign_cas.TYPES)
    (tmp_path / "one.xmi").write_bytes(foreign_cas.xmi(foreign_cas.TEXT, *foreign_cas.SPANS))
    offers = operations.corpus_offers(tmp_path, kind=CorpusKind.CAS)
    assert ("webanno.custom.Frame", "label") in {(each.type_name, each.feature) for each in offers.cas_types}
    assert any({"loss", "gain"} <= set(each.examples) for each in offers.cas_types)


def test_a_database_of_dna_offers_types_and_variables(tmp_path):
    path = tmp_path / "a.dna"
    dna_database.sample(path)
    offers = operations.corpus_offers(path, kind=CorpusKind.DNA)
    assert offers.dna_types == ("DNA Statement",)
    assert "concept" in offers.dna_variables
    assert "agreement" in offers.dna_signs
    assert not set(offers.dna_variables) & set(offers.dna_signs)


def test_labels_whose_unit_is_not_proven_are_asked_about(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "\U0001f600 abcdef", "label": [[3, 6, "x"]]}) + "\n", encoding="utf-8")
    offers = operations.corpus_offers(path, kind=CorpusKind.LABELLED)
    assert offers.unit is not None
    assert offers.unit.samples[0].in_code_points != offers.unit.samples[0].in_utf_16


def test_other_formats_leave_nothing_open(tmp_path):
    assert operations.corpus_offers(tmp_path, kind=CorpusKind.QDPX) == CorpusOffers()
