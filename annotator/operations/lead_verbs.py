# SPDX-License-Identifier: MIT
"""The verbs that belong to the lead: one table, by which a coder's file refuses them.

The room of the operations wraps each of them as it is loaded, so that the window and the command line
are refused alike. This keeps a coder from doing by mistake what would only have to be undone. It is no
security boundary: who has the file can change it with any SQLite program, and what comes back is
checked by the merge.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any

from annotator.domain.errors import Refused

_CODEBOOK = "editing the codebook"
_REGIONS = "settling which passages are excluded"
_PEOPLE = "saying who is in the team"
_ROUNDS = "making rounds"
_ASSIGNMENTS = "assigning articles"
_MAPPING = "mapping codes and people"
_DECISIONS = "deciding between coders"
_AGREEMENT = "measuring agreement"
_METADATA = "saying what is known of articles"
_COPIES = "saying which articles are copies of one another"

LEAD_VERBS: Mapping[str, str] = {
    "hand_out": "making coders' files",
    "import_texts": "adding articles",
    "import_articles": "adding articles",
    "import_corpus": "taking in what others coded elsewhere",
    "draw_sample": "drawing samples",
    "answer": "answering questions",
    "add_code": _CODEBOOK,
    "change_code": _CODEBOOK,
    "import_codebook": _CODEBOOK,
    "define_metadata_field": _METADATA,
    "remove_metadata_field": _METADATA,
    "reorder_metadata_fields": _METADATA,
    "set_metadata": _METADATA,
    "set_metadata_of": _METADATA,
    "import_metadata": _METADATA,
    "confirm_duplicates": _COPIES,
    "part_duplicates": _COPIES,
    "settle_region": _REGIONS,
    "accept_agreed_regions": _REGIONS,
    "add_coder": _PEOPLE,
    "add_person": _PEOPLE,
    "rename_person": _PEOPLE,
    "add_round": _ROUNDS,
    "change_round": _ROUNDS,
    "assign": _ASSIGNMENTS,
    "unassign": _ASSIGNMENTS,
    "assign_by_rule": _ASSIGNMENTS,
    "assign_from_csv": _ASSIGNMENTS,
    "map_code": _MAPPING,
    "map_codes": _MAPPING,
    "unmap_code": _MAPPING,
    "same_person": _MAPPING,
    "apart": _MAPPING,
    "adjudication": _DECISIONS,
    "decide": _DECISIONS,
    "defer": _DECISIONS,
    "reject": _DECISIONS,
    "withdraw_decision": _DECISIONS,
    "withdraw_decisions": _DECISIONS,
    "export_consensus": _DECISIONS,
    "split_cluster": _DECISIONS,
    "join_clusters": _DECISIONS,
    "accept_all_of": _DECISIONS,
    "pre_merge": _DECISIONS,
    "begin_blind": _DECISIONS,
    "lift_blind": _DECISIONS,
    "gather": _AGREEMENT,
    "measure_agreement": _AGREEMENT,
    "gather_retest": _AGREEMENT,
    "measure_retest": _AGREEMENT,
    "keep_before_judging": _AGREEMENT,
    "keep_figures": _AGREEMENT,
    "gather_report": _AGREEMENT,
}
"""What each verb does, in the words of the refusal. Every one takes the project first."""


def is_lead_verb(name: str) -> bool:
    """Whether a verb is refused in a coder's file, so that a window need not offer it there."""
    return name in LEAD_VERBS


def as_offered(name: str, value: Any) -> Any:
    """Give what the room offers under a name: a verb of the lead's with the refusal before it, all else as it is."""
    return _for_the_lead(value, LEAD_VERBS[name]) if name in LEAD_VERBS else value


def _for_the_lead(verb: Callable[..., Any], words: str) -> Callable[..., Any]:
    @functools.wraps(verb)
    def refusing(project: Any, *further: Any, **named: Any) -> Any:
        if project.state().is_handed_out:
            raise Refused(f"This is a coder's file, and {words} is for the lead of the project; nothing was done.")
        return verb(project, *further, **named)

    return refusing
