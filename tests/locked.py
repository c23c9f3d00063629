"""Passwords that take a moment to try, and a journal that one of them opens."""

from homejournal.storage.keys.keys_file import Costs, key_of, new_slots, write_keys

KEY = key_of(bytes(range(32)))
QUICK = Costs(memory=64, passes=1, lanes=1)


def lay_keys(journal, key, password: str) -> None:
    """Lay the keys file of a locked journal into its folder."""
    slots = new_slots(journal.settings.id, key, password, QUICK)
    write_keys(journal.folder / "keys.json", slots)
