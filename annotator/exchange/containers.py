# SPDX-License-Identifier: MIT
"""ZIP containers: those of others read within limits, our own written so that the same content gives the same bytes.

Nothing is ever unpacked onto the disk: a member is read into memory or as a stream, under the name that the list of
members gives it. What the container says of itself is checked before anything is read, and a member may never give
more than it says. Only the two methods of every ordinary ZIP are read (stored, deflated): what they unpack to stays
within known bounds.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO, BinaryIO
from unicodedata import normalize

from annotator.domain.errors import Refused
from annotator.exchange.incoming_files import opened, shown_name
from annotator.exchange.outgoing_files import replacing

MAXIMUM_MEMBERS = 50_000
MAXIMUM_PACKED_BYTES = 4_000_000_000
MAXIMUM_UNPACKED_BYTES = 4_000_000_000
MAXIMUM_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 1_000_000
MAXIMUM_MEMBER_BYTES = 200_000_000
"""The most that :meth:`Container.read` takes into memory unless it is told otherwise."""
MAXIMUM_NESTING = 3
"""A folder in a ZIP in a ZIP is common; a DOCX there is the third container."""

_LONGEST_LIST_BYTES = 16_000_000
_CHUNK_BYTES = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED, _NAMED_IN_UTF_8 = 0x1, 0x800
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DRIVE = re.compile("[A-Za-z]:")
_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
_UNREADABLE_PLACE = (*_UNREADABLE, ValueError, OverflowError, RuntimeError, OSError, struct.error)
_NOTHING = "nothing was taken from it"


class Container:
    """A container that is open. ``members`` are the names of its files, sorted; folders are not listed."""

    def __init__(self, archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], *, name: str) -> None:
        self._archive = archive
        self._entries = entries
        self.name = name

    @property
    def members(self) -> tuple[str, ...]:
        """The names of the files in it, with ``/`` between folders, sorted."""
        return tuple(sorted(self._entries))

    def __contains__(self, member: object) -> bool:
        return member in self._entries

    def size(self, member: str) -> int:
        """Give the unpacked size that a member says it has; it cannot give more. KeyError where there is none."""
        return self._entries[member].file_size

    def read(self, member: str, *, maximum_bytes: int = MAXIMUM_MEMBER_BYTES) -> bytes:
        """Read one member whole; raises Refused for one that is larger, damaged or not there."""
        with self.stream(member, maximum_bytes=maximum_bytes) as file:
            data = file.read(maximum_bytes + 1)
        if len(data) != self.size(member):
            raise self._damaged(member)
        return data

    @contextmanager
    def stream(self, member: str, *, maximum_bytes: int = MAXIMUM_UNPACKED_BYTES) -> Iterator[IO[bytes]]:
        """Open one member to be read piece by piece; what is damaged in it is Refused when it is reached."""
        entry = self._entries.get(member)
        if entry is None:
            raise Refused(f"There is no member {member[:80]!a} in the container; {_NOTHING}.", where=self.name)
        if entry.file_size > maximum_bytes:
            raise Refused(
                f"The member {member[:80]!a} is larger than {maximum_bytes // 1_000_000} MB; {_NOTHING}.",
                where=self.name,
            )
        try:
            file = self._archive.open(entry)
        except _UNREADABLE_PLACE as error:
            raise self._damaged(member) from error
        with file:
            try:
                yield file
            except _UNREADABLE as error:
                raise self._damaged(member) from error

    def _damaged(self, member: str) -> Refused:
        sentence = f"The member {member[:80]!a} is damaged; {_NOTHING}: ask for the file again."
        return Refused(sentence, where=self.name)


@contextmanager
def opened_container(source: Path | bytes, *, name: str = "", nesting: int = 1) -> Iterator[Container]:
    """Open a ZIP to read from it; raises Refused, one sentence with ``name``, for what breaks a limit or a rule.

    ``nesting`` is 1 for a file, 2 for a container that is a member of a container, and so on. Refused are: more than
    50,000 members, 4 GB unpacked, a member over 1 MB packed to less than a 200th, names that lead out of a folder or
    that some system cannot tell apart, links, encryption, and other methods of packing than stored and deflated.
    """
    if isinstance(source, Path):
        name = name or shown_name(source)
    if nesting > MAXIMUM_NESTING:
        raise Refused(f"Containers are nested deeper than {MAXIMUM_NESTING} levels in it; {_NOTHING}.", where=name)
    with _bytes_of(source) as file, _listed(file, name) as archive:
        yield Container(archive, _checked(archive, file, name), name=name)


def _bytes_of(source: Path | bytes) -> AbstractContextManager[BinaryIO]:
    if isinstance(source, Path):
        return opened(source, maximum_bytes=MAXIMUM_PACKED_BYTES)
    return nullcontext(io.BytesIO(source))


class _BoundedList:
    """The bytes of a container as ZipFile reads them: the list of members in one go, however long it claims to be."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.is_listed = False
        self.seek = file.seek
        self.tell = file.tell

    def read(self, size: int = -1) -> bytes:
        """Read; a list that is longer than one of ours can be is not read at all."""
        if not self.is_listed and size > _LONGEST_LIST_BYTES:
            raise zipfile.BadZipFile("a list of members longer than any we read")
        return self._file.read(size)

    def seekable(self) -> bool:
        """Whether one can go back in it: always."""
        return True


@contextmanager
def _listed(file: BinaryIO, name: str) -> Iterator[zipfile.ZipFile]:
    bounded = _BoundedList(file)
    try:
        archive = zipfile.ZipFile(bounded)  # it asks for read, seek and tell alone
    except _UNREADABLE_PLACE as error:
        raise Refused(
            f"The file is no ZIP container, or it was cut short or damaged; {_NOTHING}: ask for it again.", where=name
        ) from error
    bounded.is_listed = True
    with archive:
        yield archive


def _checked(archive: zipfile.ZipFile, file: BinaryIO, name: str) -> dict[str, zipfile.ZipInfo]:
    """Give the files by name; raises Refused where the list as a whole, or one entry of it, may not be."""
    listed = archive.infolist()
    if len(listed) > MAXIMUM_MEMBERS:
        raise Refused(f"There are more than {MAXIMUM_MEMBERS:,} members in the container; {_NOTHING}.", where=name)
    if sum(entry.file_size for entry in listed) > MAXIMUM_UNPACKED_BYTES:
        raise Refused(
            f"The container unpacks to more than {MAXIMUM_UNPACKED_BYTES // 1_000_000_000} GB; {_NOTHING}.", where=name
        )
    if sum(entry.compress_size for entry in listed) > file.seek(0, io.SEEK_END):
        raise Refused(f"Members of the container overlap, as in a trap; {_NOTHING}.", where=name)
    entries: dict[str, zipfile.ZipInfo] = {}
    folded: set[str] = set()
    for entry in listed:
        member = _name_of(entry)
        fault = name_fault(member) or _entry_fault(entry)
        if not fault and normalize("NFC", member).casefold() in folded:
            fault = "has the name of another one, or one that some systems cannot tell from it"
        if fault:
            raise Refused(f"The member {member[:80]!a} of the container {fault}; {_NOTHING}.", where=name)
        folded.add(normalize("NFC", member).casefold())
        if not member.endswith("/"):
            entries[member] = entry
    return entries


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Give a member's name. Where it is not said to be UTF-8 it often is all the same; else it is of code page 437."""
    name = entry.orig_filename
    if not entry.flag_bits & _NAMED_IN_UTF_8:
        try:
            name = name.encode("cp437").decode()
        except UnicodeError:
            name = entry.orig_filename
    return name.replace("\\", "/")


def name_fault(member: str) -> str:
    """Say what is wrong with the name of a member ("leads out of its folder"); the empty string where nothing is."""
    parts = member.removesuffix("/").split("/")
    if _CONTROL.search(member):
        return "has control characters in its name"
    if member.startswith("/") or _DRIVE.match(member):
        return "has an absolute name"
    if ".." in parts:
        return "leads out of its folder"
    return "has a name with an empty part" if "" in parts or "." in parts else ""


def _entry_fault(entry: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted: save the file without a password"
    if entry.compress_type not in _METHODS:
        return "is packed in a way that is not read here: pack it as an ordinary ZIP"
    if entry.file_size > RATIO_COUNTS_FROM_BYTES and entry.file_size > MAXIMUM_RATIO * entry.compress_size:
        return f"unpacks to more than {MAXIMUM_RATIO} times its size"
    return ""


def write_container(path: Path, members: Mapping[str, bytes | Iterable[bytes]]) -> None:
    """Write a ZIP, whole or not at all: sorted by name, dated 1980-01-01, mode 644, deflated at one level.

    A member is its bytes, or pieces of them that are asked for one after the other. Raises NotSaved where the disk
    refuses, ValueError for a name that we would not read back, RuntimeError for a member over 2 GB.
    """
    with replacing(path) as file:
        _write(file, members)


def packed(members: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """Give the bytes that :func:`write_container` would write."""
    file = io.BytesIO()
    _write(file, members)
    return file.getvalue()


def _write(file: BinaryIO, members: Mapping[str, bytes | Iterable[bytes]]) -> None:
    faults = [f"{name!a} {fault}" for name in members if (fault := name_fault(name) or "/" * name.endswith("/"))]
    if faults or len({normalize("NFC", name).casefold() for name in members}) < len(members):
        raise ValueError(f"no names for members: {', '.join(faults) or 'two that differ by case only'}")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever this is: the mode below is meant so
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            content = members[name]
            with archive.open(entry, "w") as member:
                for piece in (content,) if isinstance(content, bytes) else content:
                    member.write(piece)
