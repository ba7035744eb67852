# SPDX-License-Identifier: MIT
from annotator.exchange.codings.dna_choice import STATEMENT_TYPES, DnaChoice


def test_the_type_is_the_code_unless_a_variable_is_named():
    assert DnaChoice() == STATEMENT_TYPES
    assert not any((STATEMENT_TYPES.variable, STATEMENT_TYPES.sign, STATEMENT_TYPES.statement_type))
