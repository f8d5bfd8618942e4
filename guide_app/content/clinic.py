"""Read `clinic.yaml` of a content folder: what a clinic adds to the help finder and the state pages, and its logo."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from guide_app.content.files import read_bytes, read_text, shown
from guide_app.content.findings import Findings
from guide_app.content.yaml_reader import Mapping, load_yaml
from guide_app.places.clinic import Clinic
from guide_app.places.clinic_file import clinic_from_mapping
from guide_app.places.errors import PlacesError
from guide_app.places.logo import check_logo

FILE = "clinic.yaml"


@dataclass(frozen=True, slots=True)
class ClinicFile:
    """The file as it is written; what it means depends on the services of the guide that it stands beside."""

    folder: Path
    file: str
    data: Mapping


@dataclass(frozen=True, slots=True)
class ClinicContent:
    """A clinic with the bytes of its logo, which are empty where it has none that can be used."""

    clinic: Clinic
    logo: bytes


def read_clinic(folder: Path, findings: Findings) -> ClinicFile | None:
    """Read the file of a folder, if there is one."""
    path = folder / FILE
    if not path.is_symlink() and not path.exists():
        return None
    text = read_text(folder, path, findings)
    data = load_yaml(text, shown(path), findings) if text is not None else None
    if data is None:
        return None
    if not isinstance(data, Mapping):
        findings.add(shown(path), 1, "the file holds no keys", "write “key: value” lines", unusable=True)
        return None
    return ClinicFile(folder, shown(path), data)


def clinic_of(
    files: Sequence[ClinicFile], known: Collection[str], kept: Collection[str], findings: Findings
) -> ClinicContent | None:
    """Return the clinic of a guide. `known` are the ids of the guide's services, `kept` those that always stay.

    A guide is one clinic's: the file of a second folder is left out.
    """
    if not files:
        return None
    first, *more = files
    for other in more:
        what = f"a guide has one clinic, and {first.file} has it; this one is left out"
        findings.add(other.file, 0, what, "keep one", unusable=True)
    read = clinic_from_mapping(first.data, first.file, known=known, kept=kept)
    for found in read.findings:
        findings.add(found.file, found.line, found.what, found.mend, unusable=found.unusable)
    if read.clinic is None:
        return None
    return ClinicContent(read.clinic, _logo(first, read.clinic.logo, findings))


def _logo(file: ClinicFile, name: str, findings: Findings) -> bytes:
    if not name:
        return b""
    line = file.data.line_of("logo")
    if not (file.folder / name).exists():
        findings.add(file.file, line, f"there is no file {name} beside it", "put the logo there", unusable=True)
        return b""
    data = read_bytes(file.folder, file.folder / name, findings)
    if data is None:
        return b""
    try:
        check_logo(data)
    except PlacesError as error:
        findings.add(file.file, line, f"the logo is left out: {error}", "use another one", unusable=True)
        return b""
    return data
