import subprocess
import sys
import zipfile


def in_wheel(file):
    """Where a file of the project lies in the wheel."""
    if file.parts[0] == "resources":
        return "/".join(["homejournal", "_resources", *file.parts[1:]])
    return file.as_posix()


def test_the_wheel_holds_the_programs_files_and_no_others(files_of_the_project, root, tmp_path):
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=root,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    shipped = {
        file for file in files_of_the_project if file.parts[0] in {"homejournal", "resources"}
    }
    compiled = {file.with_suffix(".mo") for file in shipped if file.suffix == ".po"}
    assert held == {in_wheel(file) for file in shipped | compiled}
