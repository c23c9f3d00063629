"""What `package --check` tells: while it goes on, and on the page that it writes."""

import pytest

from console import StopError
from package.telling import BEGINS, Report


def fails():
    raise StopError("no chart came")


@pytest.fixture
def report(capsys):
    made = Report()
    made.at("Debian 12, .deb")
    made.step("a chart", lambda: None)
    made.step("a page", fails)
    made.at("Debian 13, .deb")
    made.step("a chart", lambda: None)
    made.figure(".deb", "99.0 MB", "≤ 120 MB")
    made.size("typst", 68.3)
    return made


def test_each_step_and_figure_is_told_at_once(report, capsys):
    told = capsys.readouterr().out
    assert "Debian 12, .deb:\n  a chart: in order (0 s)\n  NOT: a page\nno chart came\n" in told
    assert "  .deb: 99.0 MB (in order ≤ 120 MB)" in told
    assert report.failed == 1


def test_a_figure_over_its_aim_fails(report, capsys):
    report.figure("unpacked", "301.0 MB", "≤ 300 MB", holds=False)
    assert "unpacked: 301.0 MB (OVER ≤ 300 MB)" in capsys.readouterr().out
    assert report.failed == 2


def test_the_page_keeps_its_words_and_gets_new_tables(report, tmp_path):
    page = tmp_path / "packaging.md"
    page.write_text(f"# Words\n\nThey stay.\n\n{BEGINS}\n\nold tables\n", encoding="utf-8")
    report.write(page)
    told = page.read_text("utf-8")
    assert told.startswith(f"# Words\n\nThey stay.\n\n{BEGINS}\n\nBy `python3")
    assert "old tables" not in told
    assert "| a chart | yes | yes |\n| a page | **no** |  |\n" in told
    assert "| .deb | 99.0 MB | ≤ 120 MB |\n" in told
    assert "| typst | 68.3 |\n" in told
