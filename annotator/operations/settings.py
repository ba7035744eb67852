# SPDX-License-Identifier: MIT
"""What this computer remembers of its user: the name, the people it knows, how the window looks."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from annotator.domain import Coder, CoderId, Json, NotSaved, ProjectId, UsageError, new_uuid
from annotator.domain.identifiers import is_uuid
from annotator.operations.folders import config_folder

_RECENT = 12
_EXPORTS = 50
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of this user on this computer; every field has a default that works.

    ``me`` is the name in use, ``people`` gives each name that was used here its UUID, ``recent`` are
    the paths of projects, newest first, ``exports`` is what was last chosen for the export of each
    project. Sizes are in pixels of the interface at 100 %.
    """

    me: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    exports: Mapping[str, Json] = field(default_factory=dict)
    theme: str = "system"
    text_size: int = 17
    lanes: int = 3
    serif: bool = True
    window: str = ""


def load_settings() -> Settings:
    """Read the settings; what is missing, damaged or of another type falls back to its default."""
    try:
        read = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError, NotSaved):
        return Settings()
    if not isinstance(read, dict):
        return Settings()
    defaults = Settings()
    kept = {each.name: read[each.name] for each in fields(Settings) if each.name in read}
    people = kept.get("people", {})
    kept["people"] = {
        str(name): identity
        for name, identity in (people.items() if isinstance(people, dict) else ())
        if is_uuid(identity)
    }
    recent = kept.get("recent", [])
    kept["recent"] = tuple(str(path) for path in recent) if isinstance(recent, list) else ()
    right = {name: value for name, value in kept.items() if type(value) is type(getattr(defaults, name))}
    return replace(defaults, **right)


def save_settings(settings: Settings) -> None:
    """Write the settings whole, by way of a part file; raises NotSaved where that fails."""
    path = _path()
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            json.dump(asdict(settings), stream, ensure_ascii=False, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise NotSaved(f"The settings could not be kept: {error.strerror}.", where=str(path)) from error


def remember_project(path: Path) -> Settings:
    """Put a project at the head of the recent ones."""
    settings = load_settings()
    word = str(path.resolve())
    recent = (word, *(each for each in settings.recent if each != word))[:_RECENT]
    changed = replace(settings, recent=recent)
    save_settings(changed)
    return changed


def remember_export(project: ProjectId, *, chosen: Json) -> None:
    """Keep what was chosen for the export of a project on this computer; raises NotSaved where that fails."""
    settings = load_settings()
    others = {name: value for name, value in settings.exports.items() if name != project}
    newest = dict(list(others.items())[-(_EXPORTS - 1) :])
    save_settings(replace(settings, exports={**newest, project: chosen}))


def remembered_export(project: ProjectId) -> "Json | None":
    """Give what was chosen last for a project, as it was kept; None where nothing was."""
    return load_settings().exports.get(project)


def me() -> Coder | None:
    """Give the person whose name is set on this computer, or None where nobody has said it yet."""
    settings = load_settings()
    return _known(settings, settings.me) if settings.me else None


def remember_me(name: str) -> Coder:
    """Set the name of this computer's user; the same name keeps the same identity here."""
    coder = person(name)
    save_settings(replace(load_settings(), me=coder.name))
    return coder


def know_me_as(coder: Coder) -> None:
    """Let a person who confirmed a name be known here under the identity that the lead gave; nobody is replaced."""
    settings = load_settings()
    known = replace(settings, me=settings.me or coder.name, people={coder.name: coder.id, **settings.people})
    if known != settings:
        save_settings(known)


def cleaned_name(name: str) -> str:
    """Give a name as it is kept, however it was typed: composed letters, single spaces, none outside."""
    from unicodedata import normalize

    return " ".join(normalize("NFC", name).split())


def checked_name(name: str) -> str:
    """Give a name that can be kept, cleaned; raises UsageError for what is no name."""
    cleaned = cleaned_name(name)
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable():
        raise UsageError(f"A name has 1 to {LONGEST_NAME} characters and no control characters.")
    if cleaned.casefold() == "default":
        raise UsageError("A name must tell the coders apart; “default” does not.")
    return cleaned


def person(name: str) -> Coder:
    """Give the person of this name, known on this computer or new; raises UsageError for what is no name."""
    cleaned = checked_name(name)
    settings = load_settings()
    known = _known(settings, cleaned)
    if known is not None:
        return known
    made = Coder(CoderId(new_uuid()), cleaned)
    save_settings(replace(settings, people={**settings.people, cleaned: made.id}))
    return made


def _known(settings: Settings, name: str) -> Coder | None:
    identity = settings.people.get(name)
    return None if identity is None else Coder(CoderId(identity), name)


def _path() -> Path:
    return config_folder() / "settings.json"
