# SPDX-License-Identifier: MIT
"""The verbs of the tool: one keyword-only function per user action, and what it touched.

A menu item, a dialog's button and a command call the same function. Each writes one action in one
transaction. Importing this room loads none of its files: each is loaded when one of its names is first
asked for, so that the window is painted before the store is needed, and never Qt, numpy or sqlite_utils.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.operations.agreement import AgreementAnswer, compute, measure_agreement, with_names
    from annotator.operations.agreement_by_name import Compared, Piece, Wanted, measure_by_name, measure_compared
    from annotator.operations.agreement_choice import AgreementChoice, BatchBy, Excluded
    from annotator.operations.agreement_gathering import AgreementInput, gather
    from annotator.operations.backups import newest_backup, open_backup, place_for_backup
    from annotator.operations.checking import (
        Finding,
        TellingDamage,
        Weight,
        check,
        check_slice,
        damage_behind_an_error,
    )
    from annotator.operations.code_rules import CodeFault, code_faults, free_keys, proposed_short_name
    from annotator.operations.codebook import add_code, change_code
    from annotator.operations.coding import NO_DETAILS, Details, annotate, delete, describe, recode, resize
    from annotator.operations.completion import finish, reopen
    from annotator.operations.demo import DEMO_READER, Demo, make_demo, open_demo
    from annotator.operations.exporting import (
        ExportedFile,
        ExportReport,
        export_agreement,
        export_annotations,
        export_csv,
        export_regions,
    )
    from annotator.operations.figure_keeping import KeptFigures, keep_figures, kept_figures
    from annotator.operations.folders import config_folder, data_folder, documents_folder, log_folder
    from annotator.operations.history import redo, undo
    from annotator.operations.importing import (
        AnnotationImportReport,
        ImportReport,
        Metadata,
        import_annotations,
        import_texts,
    )
    from annotator.operations.loose_agreement import Drawn, SpanFiles, SpansCodings, matrix_results, spans_codings
    from annotator.operations.merging import (
        MergePreview,
        MergeResult,
        RefusedFile,
        merge,
        preview_merge,
        withdraw_merge,
    )
    from annotator.operations.outcome import EVERYTHING, NOTHING, Outcome, Touched
    from annotator.operations.planning import (
        MINIMUM_ALPHAS,
        NEAR_IDENTICAL,
        STRATA,
        PlanRow,
        ReliabilitySample,
        SampleNeed,
        SamplePlan,
        draw_sample,
        export_sample,
        plan_for_share,
        plan_sample,
    )
    from annotator.operations.projects import (
        SUFFIX,
        Project,
        acting_person,
        add_coder,
        close_project,
        default_codebook,
        new_project,
        open_project,
        remember_reading,
        remember_shown,
        send_copy,
        set_active_coder,
    )
    from annotator.operations.reading import (
        Article,
        CountRow,
        DocumentSummary,
        Info,
        Overview,
        annotation,
        annotations,
        article,
        info,
        overview,
        quotes,
        rounds,
    )
    from annotator.operations.regions import (
        accept_agreed_regions,
        delete_region,
        propose_region,
        resize_region,
        settle_region,
    )
    from annotator.operations.report_writing import (
        REPORT_FORMATS,
        ReportWritten,
        report_page,
        report_pictures,
        write_report,
        write_report_page,
    )
    from annotator.operations.reporting import ReportInput, compute_report, gather_report, report_of
    from annotator.operations.retest import Retest, measure_retest
    from annotator.operations.settings import (
        Settings,
        load_settings,
        me,
        person,
        remember_me,
        remember_project,
        save_settings,
    )
    from annotator.store.slices import CheckProgress

__all__ = [
    "DEMO_READER",
    "EVERYTHING",
    "MINIMUM_ALPHAS",
    "NEAR_IDENTICAL",
    "NOTHING",
    "NO_DETAILS",
    "REPORT_FORMATS",
    "STRATA",
    "SUFFIX",
    "AgreementAnswer",
    "AgreementChoice",
    "AgreementInput",
    "AnnotationImportReport",
    "Article",
    "BatchBy",
    "CheckProgress",
    "CodeFault",
    "Compared",
    "CountRow",
    "Demo",
    "Details",
    "DocumentSummary",
    "Drawn",
    "Excluded",
    "ExportReport",
    "ExportedFile",
    "Finding",
    "ImportReport",
    "Info",
    "KeptFigures",
    "MergePreview",
    "MergeResult",
    "Metadata",
    "Outcome",
    "Overview",
    "Piece",
    "PlanRow",
    "Project",
    "RefusedFile",
    "ReliabilitySample",
    "ReportInput",
    "ReportWritten",
    "Retest",
    "SampleNeed",
    "SamplePlan",
    "Settings",
    "SpanFiles",
    "SpansCodings",
    "TellingDamage",
    "Touched",
    "Wanted",
    "Weight",
    "accept_agreed_regions",
    "acting_person",
    "add_code",
    "add_coder",
    "annotate",
    "annotation",
    "annotations",
    "article",
    "change_code",
    "check",
    "check_slice",
    "close_project",
    "code_faults",
    "compute",
    "compute_report",
    "config_folder",
    "damage_behind_an_error",
    "data_folder",
    "default_codebook",
    "delete",
    "delete_region",
    "describe",
    "documents_folder",
    "draw_sample",
    "export_agreement",
    "export_annotations",
    "export_csv",
    "export_regions",
    "export_sample",
    "finish",
    "free_keys",
    "gather",
    "gather_report",
    "import_annotations",
    "import_texts",
    "info",
    "keep_figures",
    "kept_figures",
    "load_settings",
    "log_folder",
    "make_demo",
    "matrix_results",
    "me",
    "measure_agreement",
    "measure_by_name",
    "measure_compared",
    "measure_retest",
    "merge",
    "new_project",
    "newest_backup",
    "open_backup",
    "open_demo",
    "open_project",
    "overview",
    "person",
    "place_for_backup",
    "plan_for_share",
    "plan_sample",
    "preview_merge",
    "propose_region",
    "proposed_short_name",
    "quotes",
    "recode",
    "redo",
    "remember_me",
    "remember_project",
    "remember_reading",
    "remember_shown",
    "reopen",
    "report_of",
    "report_page",
    "report_pictures",
    "resize",
    "resize_region",
    "rounds",
    "save_settings",
    "send_copy",
    "set_active_coder",
    "settle_region",
    "spans_codings",
    "undo",
    "with_names",
    "withdraw_merge",
    "write_report",
    "write_report_page",
]

_NAMES_BY_FILE = {
    "operations.agreement": ("AgreementAnswer", "compute", "measure_agreement", "with_names"),
    "operations.agreement_by_name": ("Compared", "Piece", "Wanted", "measure_by_name", "measure_compared"),
    "operations.agreement_choice": ("AgreementChoice", "BatchBy", "Excluded"),
    "operations.agreement_gathering": ("AgreementInput", "gather"),
    "operations.backups": ("newest_backup", "open_backup", "place_for_backup"),
    "operations.checking": (
        "Finding",
        "TellingDamage",
        "Weight",
        "check",
        "check_slice",
        "damage_behind_an_error",
    ),
    "operations.code_rules": ("CodeFault", "code_faults", "free_keys", "proposed_short_name"),
    "operations.codebook": ("add_code", "change_code"),
    "operations.coding": ("NO_DETAILS", "Details", "annotate", "delete", "describe", "recode", "resize"),
    "operations.completion": ("finish", "reopen"),
    "operations.demo": ("DEMO_READER", "Demo", "make_demo", "open_demo"),
    "operations.exporting": (
        "ExportedFile",
        "ExportReport",
        "export_agreement",
        "export_annotations",
        "export_csv",
        "export_regions",
    ),
    "operations.folders": ("config_folder", "data_folder", "documents_folder", "log_folder"),
    "operations.history": ("redo", "undo"),
    "operations.importing": (
        "AnnotationImportReport",
        "ImportReport",
        "Metadata",
        "import_annotations",
        "import_texts",
    ),
    "operations.figure_keeping": ("KeptFigures", "keep_figures", "kept_figures"),
    "operations.loose_agreement": ("Drawn", "SpanFiles", "SpansCodings", "matrix_results", "spans_codings"),
    "operations.merging": ("MergePreview", "MergeResult", "RefusedFile", "merge", "preview_merge", "withdraw_merge"),
    "operations.outcome": ("EVERYTHING", "NOTHING", "Outcome", "Touched"),
    "operations.planning": (
        "MINIMUM_ALPHAS",
        "NEAR_IDENTICAL",
        "STRATA",
        "PlanRow",
        "ReliabilitySample",
        "SampleNeed",
        "SamplePlan",
        "draw_sample",
        "export_sample",
        "plan_for_share",
        "plan_sample",
    ),
    "operations.projects": (
        "SUFFIX",
        "Project",
        "acting_person",
        "add_coder",
        "close_project",
        "default_codebook",
        "new_project",
        "open_project",
        "remember_reading",
        "remember_shown",
        "send_copy",
        "set_active_coder",
    ),
    "operations.reading": (
        "Article",
        "CountRow",
        "DocumentSummary",
        "Info",
        "Overview",
        "annotation",
        "annotations",
        "article",
        "info",
        "overview",
        "quotes",
        "rounds",
    ),
    "operations.regions": (
        "accept_agreed_regions",
        "delete_region",
        "propose_region",
        "resize_region",
        "settle_region",
    ),
    "operations.retest": ("Retest", "measure_retest"),
    "operations.report_writing": (
        "REPORT_FORMATS",
        "ReportWritten",
        "report_page",
        "report_pictures",
        "write_report",
        "write_report_page",
    ),
    "operations.reporting": ("ReportInput", "compute_report", "gather_report", "report_of"),
    "operations.settings": (
        "Settings",
        "load_settings",
        "me",
        "person",
        "remember_me",
        "remember_project",
        "save_settings",
    ),
    "store.slices": ("CheckProgress",),
}
_FILE_BY_NAME = {name: file for file, names in _NAMES_BY_FILE.items() for name in names}


if not TYPE_CHECKING:  # a type checker shall go by the imports above and refuse every other name

    def __getattr__(name: str) -> object:
        """Load the file of a name when it is first asked for."""
        file = _FILE_BY_NAME.get(name)
        if file is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"annotator.{file}"), name)
        globals()[name] = value
        return value
