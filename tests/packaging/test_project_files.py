import re

# In two halves each, since this file is one of those that are read.
NOT_IN_THE_PROJECT = [
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js",
    "deb." + "debian",
    "/wo" + "rk/",
    "/ro" + "ot/",
    "/var/" + "tmp",
]


def test_no_file_names_a_package_registry_or_a_folder_of_one_machine(files_of_the_project, root):
    pattern = re.compile("|".join(map(re.escape, NOT_IN_THE_PROJECT)).encode())
    found = {
        str(file): match[0]
        for file in files_of_the_project
        if (match := pattern.search((root / file).read_bytes()))
    }
    assert found == {}


def test_no_file_is_larger_than_a_font(files_of_the_project, root):
    large = [file for file in files_of_the_project if (root / file).stat().st_size > 3_000_000]
    assert large == []
