"""What a batch of a shared folder may tell; whoever has the key can write anything into one."""

from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest

from homejournal.exchange.batch_file import Batch, BatchFault, Signer, read_batch, write_batch
from homejournal.exchange.revision_lines import Incoming

KEY, SIGNER = bytes(range(32)), Signer(bytes(range(1, 33)))
JOURNAL, DEVICE, GONE = UUID(int=1), UUID(int=2), UUID(int=3)


def came(**said):
    told = {"home": None, "through": date(2026, 3, 2), "incoming": Incoming(), **said}
    batch = Batch(journal=JOURNAL, device=DEVICE, number=7, public=SIGNER.public, **told)
    return read_batch(write_batch(batch, KEY, SIGNER), KEY, JOURNAL)


def test_what_it_tells_comes_back():
    told = came(gone={GONE: 1})
    assert (told.device, told.number, told.through) == (DEVICE, 7, date(2026, 3, 2))
    assert told.gone == {GONE: 1}


@pytest.mark.parametrize(
    "said",
    [
        {"gone": {"no computer": 4}},
        {"gone": {GONE: 0}},
        {"gone": {GONE: True}},
        {"gone": {GONE: "4"}},
        {"through": SimpleNamespace(isoformat=lambda: "2026-02-30")},
    ],
)
def test_what_is_no_computer_no_number_and_no_day_makes_it_unreadable(said, caplog):
    assert came(**said) is BatchFault.UNREADABLE
    assert caplog.records == [], "nothing of the program broke"
