# SPDX-License-Identifier: MIT
"""The names of types and features in UIMA CAS files: DKPro's for sentences and tokens, ours for codings."""

CODING = "discourse.annotator.Coding"
SOURCE = "discourse.annotator.Source"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
META_DATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
ANNOTATION, DOCUMENT_ANNOTATION = "uima.tcas.Annotation", "uima.tcas.DocumentAnnotation"
STRING, BOOLEAN, TOP = "uima.cas.String", "uima.cas.Boolean", "uima.cas.TOP"
TYPE_SYSTEM_FILE = "TypeSystem.xml"
OFFSET_UNIT = "utf-16-code-unit"

CODING_FEATURES = (
    "code", "code_name", "code_id", "coder", "coder_id", "annotation_id", "quote", "certainty", "memo", "ask_lead",
    "round", "codebook_revision", "created",
)  # fmt: skip
SOURCE_FEATURES = (
    "document", "document_id", "text_sha256", "offset_unit", "coder", "coder_id", "segmenter_version",
)  # fmt: skip
META_DATA_FEATURES = ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")
ATTRIBUTE_PREFIX = "attribute_"
CURATION_USER = "CURATION_USER"
"""Whose name the curated version bears in INCEpTION: a coder like others here, never our consensus."""
INITIAL_STATE = "INITIAL_CAS"
"""An article before anyone coded it, among INCEpTION's files."""
