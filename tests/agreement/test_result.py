# SPDX-License-Identifier: MIT
import json
import subprocess
import sys

import pytest

from annotator.agreement import Interval, Result, Status


def result(value: float | None, *, status: Status = Status.OK, reason: str = "") -> Result:
    return Result(
        measure="percent",
        code="trust",
        unit="character",
        coders=("A", "B"),
        documents=("d1",),
        n=300,
        value=value,
        status=status,
        reason=reason,
    )


def test_plain_form_has_the_agreed_fields_and_no_others() -> None:
    assert result(0.5, reason="a remark").as_json() == {
        "measure": "percent",
        "code": "trust",
        "unit": "character",
        "coders": ["A", "B"],
        "documents": ["d1"],
        "n": 300,
        "value": 0.5,
        "status": "ok",
        "reason": "a remark",
        "interval": None,
        "settings": {},
    }


def test_a_missing_value_is_null_in_plain_form() -> None:
    plain = result(None, status=Status.NO_VARIATION, reason="undefined (no variation)").as_json()
    assert json.loads(json.dumps(plain, allow_nan=False))["value"] is None
    assert plain["status"] == "no_variation"


def test_negative_zero_is_written_as_zero() -> None:
    assert json.dumps(result(-0.0).as_json()["value"]) == "0.0"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_no_value_is_not_a_number(value: float) -> None:
    with pytest.raises(ValueError, match="is not a value"):
        result(value)


def test_a_value_stands_with_ok_only() -> None:
    with pytest.raises(ValueError, match="status no_variation with value"):
        result(1.0, status=Status.NO_VARIATION, reason="undefined")
    with pytest.raises(ValueError, match="status ok with value None"):
        result(None)


def test_a_missing_value_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="without a reason"):
        result(None, status=Status.ONE_UNIT)


def test_plain_types_load_no_numpy() -> None:
    look = "import sys, annotator.agreement, annotator.agreement.data, annotator.agreement.result; "
    look += "print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout == "False\n"


def test_an_interval_has_the_agreed_fields_and_hangs_on_a_value() -> None:
    interval = Interval(
        low=-0.0, high=0.5, level=0.95, method="documents", resamples=9, undefined=1, below={0.667: 1.0}
    )
    assert interval.as_json() == {"low": 0.0, "high": 0.5, "level": 0.95, "method": "documents", "resamples": 9}
    with pytest.raises(ValueError, match="an interval from 1"):
        Interval(low=1.0, high=0.5, level=0.95, method="documents")
    with pytest.raises(ValueError, match="an interval around no value"):
        Result("percent", None, "character", (), (), 0, None, Status.NO_UNITS, "undefined (none)", interval)
