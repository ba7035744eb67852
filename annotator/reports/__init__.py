# SPDX-License-Identifier: MIT
"""Tables and figures as data, and their renderers."""

from annotator.reports.agreement_table import (
    AGREEMENT_COLUMNS,
    AgreementRow,
    AgreementTable,
    agreement_in_words,
    agreement_records,
    agreement_tables,
    value_in_words,
)
from annotator.reports.terminal import printable

__all__ = [
    "AGREEMENT_COLUMNS",
    "AgreementRow",
    "AgreementTable",
    "agreement_in_words",
    "agreement_records",
    "agreement_tables",
    "printable",
    "value_in_words",
]
