import re

import pytest

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


def test_the_drawing_of_the_house_shows_each_room(root):
    drawing = (root / "CONTRIBUTING.md").read_text("utf-8").split("```")[1]
    layer, shown = "", {}
    for line in drawing.splitlines():
        name, _, rooms = line.partition("│")
        layer = name.strip() or layer
        shown.setdefault(layer, []).extend(re.findall(r"\w+", rooms))
    layers = [folder.parent for folder in (root / "homejournal").glob("*/__init__.py")]
    real = {
        one.name: sorted(room.parent.name for room in one.glob("*/**/__init__.py"))
        for one in layers
    }
    files = {file.stem for file in (root / "homejournal" / "ui").glob("*.py")} - {"__init__"}
    real["ui"] = sorted([*real["ui"], *files])  # a room of the window may be one file
    assert {name: sorted(rooms) for name, rooms in shown.items() if rooms} == {
        name: rooms for name, rooms in real.items() if rooms
    }


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "README.md", "packaging/SAFETY.md"])
def test_every_path_that_the_pages_for_programmers_name_is_there(root, page):
    places = (root, root / "homejournal")
    tops = "|".join(
        re.escape(path.name)
        for place in places
        for path in place.iterdir()
        if path.name != ".venv"  # what is in there is made on each computer
    )
    named = set(re.findall(rf"(?<![\w./-])(?:{tops})/[\w./-]*\w", (root / page).read_text("utf-8")))
    missing = [path for path in named if not any((place / path).exists() for place in places)]
    assert named
    assert missing == []


PAGES = ["README.md", "packaging", "SECURITY.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "docs"]


@pytest.mark.parametrize("named", PAGES)
def test_every_link_of_the_pages_leads_to_a_file(root, named):
    pages = sorted((root / named).glob("*.md")) if (root / named).is_dir() else [root / named]
    links = [
        (page, link.partition("#")[0])
        for page in pages
        for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
        if "://" not in link and not link.startswith("#")
    ]
    assert [link for page, link in links if not (page.parent / link).exists()] == []


def test_who_comes_by_reads_no_more_than_700_words(root):
    assert len((root / "README.md").read_text("utf-8").split()) <= 700
