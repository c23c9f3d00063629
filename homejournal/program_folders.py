"""Where this program keeps the journal, its settings and its log on this computer."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one start; none of them needs to exist."""

    data: Path
    settings: Path
    log: Path

    @property
    def journal(self) -> Path:
        """Return the folder of the family's journal where no other is named."""
        return self.data / "journal"

    @property
    def preferences(self) -> Path:
        """Return the file of the window's own settings."""
        return self.settings / "window.ini"


def folders(data: Path | None) -> Folders:
    """Return the platform's folders, or all of them below one folder of choice."""
    if data is not None:
        data = data.absolute()
        return Folders(data, data / "settings", data / "log")
    from platformdirs import PlatformDirs

    places = PlatformDirs("homejournal", appauthor=False)
    return Folders(places.user_data_path, places.user_config_path, places.user_log_path)
