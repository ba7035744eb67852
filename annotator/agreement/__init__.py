# SPDX-License-Identifier: MIT
"""Agreement between coders: pure functions over plain data.

The plain data and the result types are re-exported here and load nothing heavy. What computes needs
numpy and is imported by name where it is called: ``from annotator.agreement.measuring import measure``.
"""

from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import Question, Rule
from annotator.agreement.result import CoderUsage, CodeUsage, Interval, Result, Status

__all__ = ["CodeUsage", "CoderUsage", "DocumentCodings", "Interval", "Question", "Result", "Rule", "Status"]
