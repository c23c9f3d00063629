import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from environment import MUTANTS_LOCK, PACKAGE_LOCK, Part
from locking import TO_MUTATE, TO_PACKAGE, requirements

LOCKS = [*(part.lock for part in Part), MUTANTS_LOCK, PACKAGE_LOCK]

LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+?)(?: ; .*)? \\$", re.MULTILINE)


def locked(lock):
    """The versions in a lock by package; two where Python versions need different ones."""
    versions = {}
    for name, version in LOCKED.findall(lock.read_text("utf-8")):
        versions.setdefault(name, set()).add(Version(version))
    return versions


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes_and_nothing_else_is_in_the_file(lock):
    text = lock.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rest = [line for line in lines if not LOCKED.match(line)]
    assert [
        one for one in rest if not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", one)
    ] == []
    ends = [index for index, line in enumerate(lines) if not line.endswith("\\")]
    assert all("--hash" in lines[index] for index in ends)
    assert len(ends) == len(LOCKED.findall(text))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock):
    text = lock.read_text("utf-8")
    assert not re.search(r"://|\bindex\b|find-links|\.(org|com|net|io)\b|@ ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_is_asked_for(lock):
    versions = locked(lock)
    asked = {part.lock: requirements(part) for part in Part} | {MUTANTS_LOCK: TO_MUTATE}
    asked[PACKAGE_LOCK] = TO_PACKAGE
    for requirement in map(Requirement, asked[lock]):
        found = versions.get(canonicalize_name(requirement.name), set())
        assert found, requirement
        assert all(version in requirement.specifier for version in found), requirement


def test_the_two_locks_agree():
    run, test = locked(Part.RUN.lock), locked(Part.TEST.lock)
    assert {name: test.get(name) for name in run} == run


def test_qt_stays_on_the_line_that_loses_no_references(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert "PySide6-Essentials>=6.11,<6.12" in project["dependencies"]
    for part in Part:
        assert {version.release[:2] for version in locked(part.lock)["pyside6-essentials"]} == {
            (6, 11)
        }


def test_the_license_of_every_package_that_a_family_gets_is_named(root):
    told = (root / "packaging" / "THIRD-PARTY.md").read_text("utf-8").lower()
    named = set(re.findall(r"[a-z0-9-]+", told))
    assert set(locked(Part.RUN.lock)) - named == set()
