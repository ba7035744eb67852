# SPDX-License-Identifier: MIT
import subprocess
import sys

from annotator.agreement.catalogue import MEASURES, NAMES, Family, families_of, head_of, is_asked, measure_named


def test_every_measure_is_there_once_and_explained_in_a_line() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert {measure.family for measure in MEASURES} == set(Family)
    for measure in MEASURES:
        assert measure.explanation.endswith(".")
        assert len(measure.explanation) <= 120
        assert measure.label
        assert any(character.isdigit() for character in measure.reference)


def test_values_of_a_measure_belong_to_it() -> None:
    assert head_of("semeval_strict:recall") == "semeval_strict"
    assert head_of("n_unitary_alignments") == "gamma"
    assert head_of("percent") == "percent"
    found = measure_named("gwet_ac1:se_gwet")
    assert found is not None
    assert found.label == "Gwet's AC1"
    assert measure_named("no such thing") is None


def test_only_the_families_that_are_needed_and_only_what_was_asked() -> None:
    assert families_of(["gamma_k", "percent", "scott_pi"]) == (Family.PER_CODE, Family.GAMMA)
    assert is_asked("semeval_strict:f1", names=["semeval_strict"])
    assert is_asked("semeval_strict:f1", names=["semeval_strict:f1"])
    assert not is_asked("semeval_exact:f1", names=["semeval_strict"])


def test_it_loads_without_numpy() -> None:
    code = "import sys; import annotator.agreement.catalogue; print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
