"""Files that the system is to forget are left as they are."""

import pytest

from cold import can_forget, forget


@pytest.mark.skipif(not can_forget(), reason="this system does not forget a file when asked")
def test_what_is_forgotten_reads_as_before_and_links_are_left_alone(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "library").write_bytes(bytes(100_000))
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    forget([tmp_path, tmp_path / "not there"])
    assert (tmp_path / "deep" / "library").read_bytes() == bytes(100_000)
