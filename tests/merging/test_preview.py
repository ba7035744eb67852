# SPDX-License-Identifier: MIT
import pytest

from annotator.merging.preview import ALARM_NUMBER, CoderPlan


@pytest.mark.parametrize(
    ("deleted", "before", "alarms"),
    [(ALARM_NUMBER - 1, 4, False), (ALARM_NUMBER, 5, True), (5, 50, True), (5, 51, False), (83, 517, True)],
)
def test_many_of_few_and_a_tenth_of_many_are_an_alarm(deleted, before, alarms):
    plan = CoderPlan("id", "Anna", 0, 0, deleted, 0, before, before - deleted)
    assert plan.has_dropped is alarms
