"""The one sentence about a folder that something carries elsewhere."""

import pytest

from homejournal.domain.sharing.cloud_folders import Carrier
from homejournal.texts.safe.backups import carried_said
from homejournal.texts.wording import wording_of


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_each_carrier_is_named_and_a_network_disk_has_its_own_words(language):
    wording = wording_of(language)
    said = {carrier: carried_said(wording, carrier) for carrier in Carrier}
    assert all(
        str(carrier) in said[carrier] for carrier in Carrier if carrier is not Carrier.NETWORK
    )
    assert str(Carrier.NETWORK) not in said[Carrier.NETWORK]
    assert len(set(said.values())) == len(said)
