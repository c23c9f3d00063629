"""The window of these tests opens at the page that keeps the journal safe."""

import pytest


@pytest.fixture
def first_page():
    return "safe"
