"""What the tests of deleting for good share: words that stand nowhere else, and the deleting."""

import json

from tests.journals import NOW, note, projection, rebuilt

WORDS = "zqvkxjwphd uncommon mfgrtbnlsq"


def deleted_note(journal, of, words=WORDS):
    said = note(of, text=words, written=NOW)
    journal.notes.write(said)
    journal.records.delete(said.id)
    return said


def purge(journal, leaving, kept=()):
    return journal.safe.purging.carry_out(leaving, kept)


def is_sound(journal):
    return journal.files.check().is_sound and projection(journal.folder) == rebuilt(journal)


def without_history(exported):
    told = json.loads(exported)
    for found in told.values():
        for one in found if isinstance(found, list) else ():
            one.pop("rev", None)
    return json.dumps(told).encode()
