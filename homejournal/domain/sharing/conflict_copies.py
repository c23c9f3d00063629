"""Which files beside a journal are copies that a sync program or a file manager made of it.

Dropbox, OneDrive, Syncthing, Nextcloud, Google Drive, iCloud and file managers each have a way to
name a second file where two computers changed one; each writes down what it found, so no words of
a family are lost in them.
"""

import re

_NAMES = (
    r"journal \(.*conflicted copy.*\)\.hj",  # Dropbox, Nextcloud, ownCloud
    r"journal.*\bconflict(ed)?\b.*\.hj",  # also (case conflict), _conf(…), conflict-…
    r"journal\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?\.hj",  # Syncthing
    r"journal_conf\(.*\)\.hj",  # Seafile, pCloud
    r"journal \(SFConflict .*\)\.hj",  # Seafile
    r"journal ?\(\d{1,4}\)\.hj",  # browsers, Windows, Google Drive
    r"journal \d{1,4}\.hj",  # macOS, iCloud
    r"journal[- ]copy(?: ?\(?\d{0,4}\)?)\.hj|journal copy( \d{1,4})?\.hj",  # macOS
    r"journal - copy( \(\d{1,4}\))?\.hj",  # Windows
    r"copy of journal\.hj",  # Google Drive
    r"journal \(copy(?: \d{1,4})?\)\.hj",  # GNOME, KDE
    r"journal-[^/\\]{1,63}\.hj",  # OneDrive puts the computer's name after a hyphen
)
_COPY = re.compile("|".join(f"(?:{name})" for name in _NAMES), re.IGNORECASE)


def is_copy_of_journal(name: str) -> bool:
    """Return whether a file's name is one that a copy of `journal.hj` gets."""
    return _COPY.fullmatch(name) is not None
