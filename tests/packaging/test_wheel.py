"""What is built carries the program whole, in every language, also where nobody compiled it."""

import gettext
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import PurePosixPath

import pytest


def in_wheel(file):
    """Where a file of the project lies in the wheel."""
    if file.parts[0] == "resources":
        return "/".join(["homejournal", "_resources", *file.parts[1:]])
    return file.as_posix()


def built(source, target, folder):
    """Build one package of the sources in a folder, and return its file."""
    made = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder],
        cwd=source,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert made.returncode == 0, made.stderr
    (file,) = folder.iterdir()
    return file


@pytest.fixture
def archive(files_of_the_project, root, tmp_path):
    """The sources as an archive of the repository holds them: nothing compiled, and no git."""
    laid = tmp_path / "archive"
    for file in files_of_the_project:
        (laid / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / file, laid / file)
    return laid


def held_in(wheel):
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


def shipped(files):
    ours = {file for file in files if file.parts[0] in {"homejournal", "resources"}}
    return ours | {file.with_suffix(".mo") for file in ours if file.suffix == ".po"}


def test_a_wheel_of_an_archive_holds_the_programs_files_and_no_others(
    archive, files_of_the_project, tmp_path
):
    wheel = built(archive, "wheel", tmp_path / "wheel")
    assert held_in(wheel) == {in_wheel(file) for file in shipped(files_of_the_project)}
    with zipfile.ZipFile(wheel) as opened:
        for name in (name for name in opened.namelist() if name.endswith(".mo")):
            with opened.open(name) as catalogue:
                assert gettext.GNUTranslations(catalogue).gettext("Save") != "Save", name


def test_an_sdist_holds_all_languages_and_builds_the_same_wheel(
    archive, files_of_the_project, tmp_path
):
    sdist = built(archive, "sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as files:
        top = sdist.name.removesuffix(".tar.gz")
        names = {PurePosixPath(name).relative_to(top) for name in files.getnames()}
        files.extractall(tmp_path / "unpacked", filter="data")
    assert {PurePosixPath(file.as_posix()) for file in shipped(files_of_the_project)} <= names
    (source,) = (tmp_path / "unpacked").iterdir()
    wheel = built(source, "wheel", tmp_path / "wheel")
    assert held_in(wheel) == {in_wheel(file) for file in shipped(files_of_the_project)}
