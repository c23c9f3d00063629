"""A photo that goes and comes again: what is added anew has its bytes on every computer."""

import pytest

from tests.sharing.test_media_in_folder import bytes_of, keep_photo, sealed
from tests.sharing.test_shared_folder import in_step, two
from tests.sharing.test_under_a_new_id import forget

__all__ = ["two"]


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("looks", ["between", "at the end", "late"])
def test_it_lies_wherever_it_is_named(two, looks, for_good):
    laptop, desk, folder = two
    first = keep_photo(laptop)
    laptop.run()
    if looks == "between":
        desk.run()
    laptop.journal.records.delete(first.id)
    if for_good:
        forget(laptop, first.id)
    laptop.run()
    if looks == "between":
        desk.run()
    again = keep_photo(laptop)
    assert again.sha256 == first.sha256
    laptop.run()
    if looks == "late":
        laptop.again()
        laptop.run()
    for _ in range(2):
        desk.run(), laptop.run()
        desk.again()
    assert bytes_of(desk, again) == bytes_of(laptop, again)
    assert len(sealed(folder)) == 1
    assert in_step(laptop, desk)
