import hashlib
import sys
import zipfile
from pathlib import Path

import pytest

from console import StopError
from install import failure, install_locked, told

WHEEL = "  Downloading pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl (80.3 MB)"


def test_a_fetched_package_is_told_with_its_size_and_place_in_the_row():
    assert told(WHEEL, 21, 31) == "21 of 31: pyside6-essentials (80.3 MB)"


def test_most_of_what_pip_says_is_not_told():
    assert told("Collecting numpy==2.4.6 (from -r lock-run.txt (line 7))", 3, 31) is None


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "refused"),
        ("ERROR: No matching distribution found for typst==0.15.2", "glibc"),
        ("Connection broken\nERROR: No matching distribution found for typst", "internet"),
    ],
)
def test_each_way_to_fail_has_its_sentence(said, reason):
    sentence = failure(said, Path("install.log"))
    assert reason in sentence
    assert "install.log" in sentence


def wheel(folder, name, version, *needs):
    """Lay a small package into a folder and return the hash of its file."""
    file = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    needed = "".join(f"Requires-Dist: {one}\n" for one in needs)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{name}.py", "")
        archive.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needed}"
        )
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.fixture
def lock(tmp_path):
    """A lock that names one small package, which lies beside it; its hash is yet to be added."""
    wheel(tmp_path, "tiny", "1.0")
    file = tmp_path / "lock.txt"
    file.write_text(f"--no-index\n--find-links {tmp_path}\ntiny==1.0")
    return file


def install_here(lock):
    install_locked(Path(sys.executable), lock, log=lock.with_name("install.log"))


def test_a_file_with_another_hash_is_refused(lock):
    with lock.open("a") as file:
        file.write(f" --hash=sha256:{'0' * 64}\n")
    with pytest.raises(StopError, match="not the one that was expected"):
        install_here(lock)


def test_a_package_without_a_hash_is_refused(lock):
    with pytest.raises(StopError, match="hash"):
        install_here(lock)
    assert "--require-hashes" in lock.with_name("install.log").read_text("utf-8")


def test_the_version_of_the_lock_is_taken_where_there_is_a_newer_one(tmp_path, monkeypatch):
    asks = wheel(tmp_path, "asking", "1.0", "tiny[more]>=1")
    has = wheel(tmp_path, "tiny", "1.0")
    wheel(tmp_path, "tiny", "1.1")
    lock = tmp_path / "lock.txt"
    lock.write_text(
        f"--no-index\n--find-links {tmp_path}\n"
        f"asking==1.0 --hash=sha256:{asks}\ntiny==1.0 --hash=sha256:{has}\n"
    )
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "there"))
    install_here(lock)
    assert (tmp_path / "there" / "tiny-1.0.dist-info").is_dir()
