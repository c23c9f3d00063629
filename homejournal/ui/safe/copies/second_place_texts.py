"""What is said of the second place for copies, and of recovery sheets that lie where copies do."""

from contextlib import suppress
from typing import TYPE_CHECKING

from homejournal.domain.visit_page.typed_choices import in_file_names
from homejournal.services.safe.copies.cloud_folders import lie_on_one_stick
from homejournal.texts.keys.password import gets_one_first
from homejournal.texts.keys.recovery_sheet import lies_with_copies_said, sheet_title
from homejournal.texts.safe.backups import needs_none_said, no_second_said, second_said
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.local_settings.second_place import own_places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.ui.base.desk import Desk


def state_said(desk: "Desk", place: "SecondPlace | None") -> str:
    """Return which place is chosen, what lies there, and a sheet that is better kept elsewhere."""
    wording = desk.wording
    if place is None:
        return " ".join((no_second_said(wording), *_asks_first(desk)))
    newest = next(iter(place.copies()), None)
    said = second_said(wording, str(place.chosen), newest, there=place.is_there)
    sheets = sheets_at(place.chosen, own_places(desk))
    # A line of its own: what is said of the place ends with a time and no full stop.
    return "\n".join((said, *(lies_with_copies_said(wording, one) for one in sheets[:1])))


def sheets_at(folder: "Path", own: "Iterable[Path]") -> list[str]:
    """Return the names of saved recovery sheets in a folder, or above it on the same stick.

    A sheet is known by its name in any language; nothing is opened. The disks of the `own` files
    of this computer are no sticks.
    """
    titles = tuple(in_file_names(sheet_title(wording_of(one))) for one in languages())
    own, found = tuple(own), list[str]()
    for one in (folder, *(up for up in folder.parents if lie_on_one_stick(up, folder, own))):
        with suppress(OSError):
            found += [file.name for file in sorted(one.glob("*.pdf"))]
    return [name for name in found if name.startswith(titles)]


def _asks_first(desk: "Desk") -> tuple[str, ...]:
    if desk.journal.settings.example:
        return (needs_none_said(desk.wording),)
    is_set = desk.journal.safe.password.is_set
    return () if is_set else (gets_one_first(desk.wording),)
