"""The window of these tests opens at a page that is made soon."""

import pytest


@pytest.fixture
def first_page():
    return "visits"
