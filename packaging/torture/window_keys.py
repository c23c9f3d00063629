"""The password, the lock, and the recovery sheet, as a family meets them in the window."""

import shutil
from pathlib import Path

from homejournal.domain.safe.passwords import GROUPS
from torture.scenario import files_below
from torture.window_home import (
    FIRST_ANSWER,
    KEPT,
    PASSWORD,
    PASSWORD_KEY,
    Place,
    WindowHome,
    hold,
)

_WRONG = ("not this one", "the way to the lak", "The Way To The Lake", "lake", "x")
_TYPED = "She waited for the second spoon"


def wrong_password_five_times(place: Place) -> int:
    """Type five wrong passwords: each is told, nothing of the family is; the right one opens."""
    home = place.home("wrong")
    home.lock_with_password()
    person = home.start()
    for words in _WRONG:
        person.look("password text", "Password", states=["focused"])
        person.keys("ctrl+a")
        person.letters(words)
        person.heard()
        person.keys("Return")
        person.hears("This is not the password")
    home.picture("five times wrong")
    hold(not {"Mateo", KEPT} & {*person.words()}, "a locked window tells of the family")
    person.keys("ctrl+a")
    person.letters(PASSWORD)
    person.keys("Return")
    person.look("radio button", FIRST_ANSWER)
    home.quit()
    home.looked_into(PASSWORD_KEY)
    return 1


def locked_with_unsaved_words(place: Place) -> int:
    """Lock while words are typed, and kill it: nobody hears them, and they are there after."""
    home = place.home("locked")
    home.lock_with_password()
    person = home.unlocked()
    home.note(_TYPED, save=False)
    person.keys("ctrl+l")
    person.look("password text", "Password", states=["focused"])
    person.unsaid(_TYPED, "Mateo")
    home.picture("locked")
    home.kill()
    hold(not _lies_in(home.folder, _TYPED), "words that were typed lie on the disk")
    home.unlocked()
    home.sees(_TYPED)
    home.picture("unlocked again")
    home.quit()
    stands = home.looked_into(PASSWORD_KEY)
    hold(
        [*stands.notes, *stands.drafts.values()].count(_TYPED) == 1, "the words are gone, or twice"
    )
    return 1


def new_computer_with_the_sheet_alone(place: Place) -> int:
    """Lose the computer: a stick and the letters on paper bring everything to a new one."""
    old, stick = place.home("old"), place.folder / "stick-in-a-drawer"
    stick.mkdir()
    old.started()
    old.note(_TYPED)
    old.keep_safe()
    letters = _set_password(old)
    old.choose_second_place(stick)
    old.quit()
    shutil.rmtree(old.folder)

    new = place.home("new", empty=True)
    person = new.start()
    person.press("button", "We have a journal already")
    person.press("button", "Choose the file…")
    new.choose("Choose a file to add", max(stick.rglob("*.hj")))
    person.hears("This copy is locked")
    new.picture("the copy asks for its key")
    person.focus("password text", "Password or recovery sheet")
    person.letters(letters)
    person.press("button", "Open the copy")
    person.look("button", "Bring it back", states=["focusable", "enabled"])
    person.press("button", "Bring it back")
    person.gone("dialog", "Bring back from a copy")
    new.page("ctrl+3", "Journal")
    new.sees(_TYPED)
    new.sees(KEPT)
    new.picture("on the new computer")
    new.quit()
    return 1


def _set_password(home: WindowHome) -> str:
    """Set a password in the window; return the letters of the sheet, as they are heard."""
    person = home.person
    person.press("button", "Set a password…")
    for name in ("New password", "The same password once more"):
        person.focus("password text", name)
        person.letters(PASSWORD)
    person.press("button", "Continue")
    person.hears("Print the recovery sheet")
    person.press("button", "Look at it and print it…")
    sheet = str(
        person.look("panel", "Preview of the page", about="Recovery sheet: ")["description"]
    )
    groups = sheet.removeprefix("Recovery sheet: ").split()[:GROUPS]
    home.picture("the recovery sheet")
    person.press("button", "Close")
    person.press("button", "Continue")
    person.hears("Check that you have the sheet")
    asked = [one["name"] for one in person.tree() if one["role"] == "text"]
    for name in asked:
        if str(name).split()[-1].isdigit():
            person.type(name, groups[int(str(name).split()[-1]) - 1])
    person.press("button", "Encrypt the journal now")
    person.hears("The journal is encrypted")
    person.keys("Escape")
    person.gone("dialog", "A password for the journal")
    return " ".join(groups)


def _lies_in(folder: Path, words: str) -> bool:
    """Return whether any file below a folder holds these words as they are."""
    files = (file for file in files_below(folder) if file.is_file())
    return any(words.encode() in file.read_bytes() for file in files)
