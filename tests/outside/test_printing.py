"""The page is printed from outside: what the print dialog of Qt tells can be found and used."""

import time

DAY = "2026-06-28"
LONGEST_S = 20


def test_the_visit_page_is_printed_to_a_file_by_names(started, tmp_path):
    reader = started("--example", "--today", DAY)
    reader.look("radio button", "Hard", about="Toy one step away", states=["focused"])
    reader.keys("ctrl+5")
    reader.look("image", "Page 1 of 1")
    reader.keys("ctrl+p")
    reader.look("dialog", "Print")
    file = tmp_path / "printed.pdf"
    reader.type("Output file:", str(file))
    reader.press("button", "Print")
    end = time.monotonic() + LONGEST_S
    while not (file.exists() and file.read_bytes().rstrip().endswith(b"%%EOF")):
        assert time.monotonic() < end, "nothing was printed"
        time.sleep(0.1)
    assert file.read_bytes().startswith(b"%PDF")
