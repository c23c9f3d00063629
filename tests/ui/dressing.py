"""The look is one per application; a test that changes it gives it back as it found it."""

import pytest

from homejournal.ui.theme import Scheme, apply_theme


@pytest.fixture
def dress(qapp):
    """Dress the application, and in plain light again afterwards."""

    def with_look(scheme=Scheme.LIGHT, percent=100):
        return apply_theme(qapp, scheme, percent)

    with_look()
    yield with_look
    with_look()
