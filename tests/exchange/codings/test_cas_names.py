# SPDX-License-Identifier: MIT
from annotator.exchange.codings import cas_names


def test_names_of_features_are_names_that_cassis_can_make_attributes_of() -> None:
    for name in (*cas_names.CODING_FEATURES, *cas_names.SOURCE_FEATURES, *cas_names.META_DATA_FEATURES):
        assert name.isidentifier()
