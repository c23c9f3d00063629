"""Says once, in the window, that another home brought children who were not here before."""

from typing import TYPE_CHECKING

from homejournal.texts.sharing.sharing_account import children_came

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homejournal.ui.base.desk import Desk


def tell_of_children(desk: "Desk", came: "Iterable[tuple[str | None, Sequence[str]]]") -> None:
    """Say who came from which home, until somebody has read it."""
    said = " ".join(children_came(desk.wording, home, names) for home, names in came)
    if said:
        desk.editing.told.emit(said)
