"""Lists what a frozen program holds, as CycloneDX 1.6 has it, read from the program itself."""

import json
from collections.abc import Iterable, Mapping
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from homejournal import RELEASED

Component = dict[str, Any]
_OURS = "homejournal"
_LONGEST_NAME = 90
"""Some packages tell the whole text of their license where its name belongs."""
_CLASSIFIED = "License :: OSI Approved :: "
_BESIDE = {"Python": "PSF-2.0", "Qt": "LGPL-3.0-only", "ICU": "Unicode-3.0"}
"""What no package tells of itself, and under which license it is."""


def write_list(frozen: Path, versions: Mapping[str, str], to: Path) -> Path:
    """Write the list of a frozen folder's packages, and of the parts in `versions`."""
    told = [_told(file) for file in sorted(frozen.rglob("*.dist-info/METADATA"))]
    (ours,) = [one for one in told if one["name"] == _OURS]
    parts = [one for one in told if one is not ours]
    parts += [_part(name, version) for name, version in sorted(versions.items())]
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, json.dumps([ours, *parts])).urn,
        "version": 1,
        "metadata": {
            "timestamp": f"{RELEASED}T00:00:00Z",
            "component": {**ours, "type": "application"},
        },
        "components": parts,
        "dependencies": _dependencies(ours, parts),
    }
    to.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    return to


def _told(file: Path) -> Component:
    """Return what a package tells of itself."""
    fields = HeaderParser().parsestr(file.read_text("utf-8"))
    name, version = fields["Name"], fields["Version"]
    address = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "licenses": _license(fields),
        "purl": address,
    }


def _license(fields: Message) -> list[dict[str, Any]]:
    expression = fields["License-Expression"]
    if expression:
        return [{"expression": expression}]
    said = fields["License"] or ""
    if said and "\n" not in said and len(said) <= _LONGEST_NAME and "(c)" not in said:
        return [{"license": {"name": said}}]
    kinds = (line.removeprefix(_CLASSIFIED) for line in fields.get_all("Classifier", []))
    return [{"license": {"name": kind}} for kind in kinds if "License" in kind] or [
        {"license": {"name": f"see {fields['Name']}'s dist-info folder"}}
    ]


def _part(name: str, version: str) -> Component:
    return {
        "type": "library",
        "bom-ref": f"pkg:generic/{name.lower()}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"license": {"id": _BESIDE[name]}}],
        "purl": f"pkg:generic/{name.lower()}@{version}",
    }


def _dependencies(ours: Component, parts: Iterable[Component]) -> list[dict[str, Any]]:
    return [{"ref": ours["bom-ref"], "dependsOn": [part["bom-ref"] for part in parts]}]
