# SPDX-License-Identifier: MIT
"""Identities: what makes two things the same thing, in this project and in others.

Everything a user can point at has a UUID. Most are drawn (version 7, so that they sort by the
time they were made); a few are derived (version 5), so that projects begun apart meet.
"""

import os
import re
import threading
import time
from typing import NewType

ProjectId = NewType("ProjectId", str)
FileId = NewType("FileId", str)
DocumentId = NewType("DocumentId", str)
CodeId = NewType("CodeId", str)
CoderId = NewType("CoderId", str)
AnnotationId = NewType("AnnotationId", str)
RegionId = NewType("RegionId", str)
DecisionId = NewType("DecisionId", str)
MessageId = NewType("MessageId", str)
ActionId = NewType("ActionId", str)
ChangeId = NewType("ChangeId", str)

_NAMESPACE = bytes.fromhex("6f1c2f0e5f0e5f7a9c5b3d1d0a7b8e11")
_NOT_VERSION_OR_VARIANT = ~(0xF << 76 | 0x3 << 62)
_VERSION_5 = 0x5 << 76 | 0x2 << 62
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")


def is_uuid(value: object) -> bool:
    """Whether a value is a UUID as we write them: lower case, with hyphens."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def is_hash(value: object) -> bool:
    """Whether a value is a SHA-256 as we write them: 64 lower-case hexadecimal digits."""
    return isinstance(value, str) and _HASH.fullmatch(value) is not None


_RANDOM_BITS = 74
_latest = (0, 0)
_drawing = threading.Lock()


def new_uuid() -> str:
    """Draw a UUID of version 7 (RFC 9562): 48 bits of UTC milliseconds, then random bits.

    Of two that one process draws within a millisecond the later is the greater.
    """
    global _latest  # noqa: PLW0603  # the latest draw is the process's, whoever draws
    milliseconds = time.time_ns() // 1_000_000 & (2**48 - 1)
    with _drawing:
        drawn = int.from_bytes(os.urandom(10), "big") >> 6
        if milliseconds == _latest[0]:
            # A step of half the bits keeps it unguessable and leaves room for more steps than a millisecond has.
            drawn = _latest[1] + 1 + (drawn >> _RANDOM_BITS // 2)
        else:
            drawn >>= 1
        _latest = (milliseconds, drawn)
    high, low = divmod(drawn & (2**_RANDOM_BITS - 1), 2**62)
    value = milliseconds << 80 | 0x7 << 76 | high << 64 | 0x2 << 62 | low
    return _spelled(value)


def derived_uuid(kind: str, *parts: str) -> str:
    """Derive a UUID of version 5 from a kind and its parts: the same parts give the same UUID anywhere.

    The parts are joined by the unit separator (U+001F), which no identifier and no name may hold.
    """
    import hashlib  # OpenSSL comes with it: not before it is needed

    # As uuid.uuid5 does it, which takes four times as long: an import derives as many as it has articles.
    hashed = hashlib.sha1(_NAMESPACE + "\x1f".join((kind, *parts)).encode(), usedforsecurity=False).digest()
    value = int.from_bytes(hashed[:16], "big") & _NOT_VERSION_OR_VARIANT | _VERSION_5
    return _spelled(value)


def _spelled(value: int) -> str:
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def document_id(text_sha256: str) -> DocumentId:
    """Give the identity of the document with this text; the text alone decides it."""
    return DocumentId(derived_uuid("document", text_sha256))


def completion_id(coder: CoderId, document: DocumentId, round_name: str) -> str:
    """Give the identity of the completion of one coder, document and round."""
    return derived_uuid("completion", coder, document, round_name)


def handed_out_region_id(region: RegionId) -> RegionId:
    """Give the identity under which the lead hands an accepted region out: it does not tell whose it was."""
    return RegionId(derived_uuid("handed_out_region", region))
