"""Which files only stand in for one that a sync program has yet to bring, or took away for room.

An older macOS keeps `.NAME.icloud` for a file that lies in iCloud alone; Nextcloud and ownCloud
keep `NAME.nextcloud` and `NAME.owncloud`. Newer ones keep the name, and bring what is read.
"""

_HIDDEN, _ICLOUD = ".", ".icloud"
_ENDINGS = (".nextcloud", ".owncloud")


def stood_in_for(name: str) -> str | None:
    """Return the name of the file that one with this name stands in for, or None."""
    if name.startswith(_HIDDEN) and name.endswith(_ICLOUD):
        return name[len(_HIDDEN) : -len(_ICLOUD)] or None
    ending = next((one for one in _ENDINGS if name.endswith(one)), None)
    return name.removesuffix(ending) or None if ending else None


def stand_ins_of(name: str) -> tuple[str, ...]:
    """Return the names that a file may have which stands in for one with this name."""
    return (f"{_HIDDEN}{name}{_ICLOUD}", *(f"{name}{ending}" for ending in _ENDINGS))
