"""A visit page as JSON and back: the form in which it is kept once it was handed over."""

from collections.abc import Mapping
from typing import Any

from homejournal.domain.visit_page.page import VisitPage
from homejournal.exchange.json.value_json import value_from_dict, value_to_dict


def page_to_dict(page: VisitPage) -> dict[str, Any]:
    """Return the page as JSON can hold it."""
    return value_to_dict(page)


def page_from_dict(stored: Mapping[str, Any]) -> VisitPage:
    """Return the page that was stored.

    Raises InvalidValueError where the fields are not those of a page.
    """
    return value_from_dict(VisitPage, stored, "page")
