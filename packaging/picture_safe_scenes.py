"""The screens on keeping a journal safe: copies, repair, sharing, files, deleting, a password."""

import picture_locked_copy as locked
import picture_password as password
import picture_sharing as sharing
from picture_safe import (
    be_asked_by_two,
    choose_a_stick,
    copied_to_the_stick,
    emptied,
    find_damage,
    keep_copies,
    keep_what_was_deleted,
    set_its_password,
    want_a_second_place,
)
from picture_scene import Scene

SAFE = (
    Scene("safe", "safe", whole=True),
    Scene("safe-page", "safe", first=keep_copies),
    Scene("safe-restore", "safe", ("Bring back from a copy…",), first=keep_copies),
    Scene("safe-sharing", "safe", at="sharing"),
    Scene("safe-own-computer", "safe", ("Share with my other computer",)),
    Scene("safe-other-home", "safe", ("Share with another home",)),
    Scene("safe-send-once", "safe", ("Send a file once",)),
    Scene("safe-take-in", "safe", ("Add a file from another computer…",)),
    Scene("safe-names", "safe", ("Names…",)),
    Scene("safe-save-all", "safe", ("Save everything…",)),
    Scene("safe-bring-in", "safe", ("Import a file…",)),
    Scene("safe-table", "safe", ("Import an old table…",)),
    Scene("safe-hand-over", "safe", ("Hand over one child’s journal…",)),
    Scene("safe-move", "safe", ("Move to a new computer…",)),
    *(
        Scene(f"safe-{name}", "safe", (pressed,), then=then)
        for name, pressed, then in (
            ("send-once-leaves", "Send a file once", sharing.look_at_leaving),
            ("take-in-looked", "Add a file from another computer…", sharing.look_at_pack),
            ("take-in-joining", "Add a file from another computer…", sharing.look_at_joining),
            ("bring-in-looked", "Import a file…", sharing.look_at_file),
            ("table-columns", "Import an old table…", sharing.look_at_table),
            ("table-looked", "Import an old table…", sharing.look_at_rows),
            ("hand-over-looked", "Hand over one child’s journal…", sharing.look_into_part),
        )
    ),
    Scene(
        "safe-restore-looked",
        "safe",
        ("Bring back from a copy…",),
        first=sharing.lose_a_note,
        then=sharing.look_at_copy,
    ),
    Scene(
        "safe-restore-locked",
        "safe",
        ("Bring back from a copy…",),
        first=keep_copies,
        then=locked.slip_in_the_sheet,
    ),
    Scene("safe-delete-person", "safe", ("Delete a person for good",)),
    Scene("safe-shared", "safe", at="sharing", first=sharing.share),
    Scene("safe-gone-computer", "safe", ("A computer that is gone…",), first=sharing.share),
    Scene("safe-end-sharing", "safe", ("End this sharing…",), first=sharing.share),
    Scene("safe-settle", "safe", ("Look at them…",), first=sharing.two_versions),
    Scene(
        "safe-settle-next",
        "safe",
        ("Look at them…",),
        first=sharing.two_versions,
        then=sharing.settled_to_the_second,
    ),
    Scene("safe-delete-child", "safe", ("Delete a child for good",)),
    Scene("safe-delete-all", "safe", ("Delete the whole journal",)),
    Scene(
        "safe-old-copies",
        "safe",
        ("Empty the bin for good",),
        first=keep_what_was_deleted,
        then=emptied,
    ),
    *(
        Scene(f"password-{name}", "safe", ("Set a password…",), first=password.ours, then=then)
        for name, then in (
            ("set", password.chosen),
            ("too-short", password.too_short),
            ("sheet-step", password.at_the_sheet),
            ("sheet", password.the_sheet_itself),
            ("groups", password.at_the_groups),
            ("done", password.encrypted),
        )
    ),
    Scene("password-card", "safe", at="password", first=password.with_password),
    *(
        Scene(f"password-{name}", "safe", (pressed,), first=password.with_password)
        for name, pressed in (
            ("change", "Another password…"),
            ("off", "Take the password away…"),
        )
    ),
    *(
        Scene(f"password-{name}", "safe", first=password.with_password, then=then)
        for name, then in (
            ("unlock", password.before_the_journal),
            ("wrong", password.wrong),
            ("forgotten", password.with_the_sheet),
            ("new-one", password.after_the_sheet),
            ("locked", password.cover),
            ("locked-wrong", password.wrong_at_the_cover),
            ("locked-helper", password.cover_over_helper),
        )
    ),
    Scene("safe-two-places", "safe", first=choose_a_stick, then=copied_to_the_stick),
    *(
        Scene(f"safe-second-{name}", "safe", first=password.without_password, then=then)
        for name, then in (("place", want_a_second_place), ("password", set_its_password))
    ),
    Scene("safe-asked-by-two", "safe", at="deleting", first=be_asked_by_two),
    Scene("safe-damaged", "safe", at="repair", first=find_damage),
    Scene("safe-repair", "safe", ("Repair the journal…",), first=find_damage),
    Scene(
        "safe-repaired", "safe", ("Repair the journal…",), first=find_damage, then=sharing.repaired
    ),
    Scene("today-only-read", "today", first=find_damage),
)
"""In the journal of the example family; a damaged one is only read, and so comes last."""
