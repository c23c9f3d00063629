"""What a check says of pictures and hand-outs."""

from homejournal.domain.records.media_and_papers import MediaFault, MediaTrouble
from homejournal.texts.safe.backups import media_faults, media_sound
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def faults(what, *names):
    return [MediaFault(name, what) for name in names]


def test_pictures_that_are_as_they_were_kept_are_counted():
    assert media_sound(EN, 1) == "1 picture or hand-out was read, too. It is as it was kept."
    assert media_sound(EN, 2) == (
        "2 pictures and hand-outs were read, too. They are as they were kept."
    )


def test_each_kind_of_trouble_has_a_sentence_with_its_names():
    told = faults(MediaTrouble.UNREADABLE, "zoo.jpg", "cup.pdf")
    missing, unreadable = media_faults(EN, [*told, *faults(MediaTrouble.MISSING, "sea.jpg")])
    assert missing.startswith(
        "1 picture or hand-out is not in the journal’s folder: sea.jpg. A copy on a stick"
    )
    assert unreadable == (
        "2 pictures and hand-outs cannot be read: zoo.jpg, cup.pdf. Check that you may read the"
        " folder, and that the disk is well."
    )


def test_of_many_pictures_the_first_are_named_and_the_others_counted():
    names = [f"{n}.jpg" for n in range(12)]
    (ten,) = media_faults(EN, faults(MediaTrouble.CHANGED, *names[:10]))
    assert ten.startswith(f"10 pictures and hand-outs are damaged: {', '.join(names[:10])}. They")
    (more,) = media_faults(EN, faults(MediaTrouble.CHANGED, *names))
    assert more.startswith(
        f"12 pictures and hand-outs are damaged: {', '.join(names[:10])} and 2 more. They"
    )
