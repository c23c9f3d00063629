"""The notes of the example family."""

from datetime import date

from names import BED, BITE, DAD, TOY, WAIT, an_id

from homejournal.domain.records.notes import Flag

CELEBRATION, CONCERN, QUESTION = Flag.CELEBRATION, Flag.CONCERN, Flag.QUESTION

NOTES = (
    (
        date(2026, 4, 2),
        "She watched my face the whole time I waited. I counted to five and it felt very long.",
        {"strategy": WAIT},
    ),
    (
        date(2026, 4, 5),
        "At the park she followed a dog with her eyes and said “da”. Nobody had asked her to.",
        {},
    ),
    (
        date(2026, 4, 11),
        "First reach for the cup before I moved it!",
        {
            "practice": an_id("practice", WAIT, date(2026, 4, 11), "breakfast"),
            "strategy": WAIT,
            "flags": (CELEBRATION,),
        },
    ),
    (
        date(2026, 4, 17),
        "Dio tres pasos pegada al sofá para llegar a la pelota. ¡Qué contenta estaba!",
        {
            "practice": an_id("practice", TOY, date(2026, 4, 17), None),
            "strategy": TOY,
            "flags": (CELEBRATION,),
        },
    ),
    (
        date(2026, 4, 24),
        "After the cold she wants to be held at dinner. Is it fine to wait while she is on my lap?",
        {"strategy": WAIT, "flags": (QUESTION,), "answered": date(2026, 5, 13)},
    ),
    (
        date(2026, 4, 28),
        "She gagged on the carrot twice. We stopped and gave her water.",
        {
            "practice": an_id("practice", BITE, date(2026, 4, 28), None),
            "strategy": BITE,
            "flags": (CONCERN,),
        },
    ),
    (
        date(2026, 5, 3),
        "Dad read the same book four times. She turned the pages.",
        {"strategy": BED},
    ),
    (
        date(2026, 5, 9),
        "Bedtime is long since the baby came. She calls until one of us sits down.",
        {"strategy": BED, "flags": (CONCERN,)},
    ),
    (
        date(2026, 5, 16),
        "Two cups, two names, and she pointed at the blue one.",
        {
            "practice": an_id("practice", WAIT, date(2026, 5, 16), "breakfast"),
            "strategy": WAIT,
            "flags": (CELEBRATION,),
        },
    ),
    (
        date(2026, 5, 21),
        "She brought her brother a lid. Then she took it back.",
        {"helper": DAD},
    ),
    (
        date(2026, 5, 28),
        "Around the corner of the sofa, all by herself.",
        {
            "practice": an_id("practice", TOY, date(2026, 5, 28), None),
            "strategy": TOY,
            "flags": (CELEBRATION,),
        },
    ),
    (
        date(2026, 6, 3),
        "Hearing test: both ears are fine. They want to see her again in six months.",
        {"helper": DAD},
    ),
    (
        date(2026, 6, 6),
        "She signs “more” for everything now, also for the bus song. Do we go on giving each time?",
        {"strategy": WAIT, "flags": (QUESTION,)},
    ),
    (
        date(2026, 6, 10),
        "Dana showed us how to say the two names slowly. It is easier than it looks.",
        {"visit": an_id("visit", date(2026, 6, 10))},
    ),
    (
        date(2026, 6, 16),
        "Ate the whole bite of egg and looked for another one.",
        {
            "practice": an_id("practice", BITE, date(2026, 6, 16), None),
            "strategy": BITE,
            "flags": (CELEBRATION,),
        },
    ),
    (
        date(2026, 6, 20),
        "She said “nana” and waited for the banana. A word at the table!",
        {
            "practice": an_id("practice", WAIT, date(2026, 6, 20), "breakfast"),
            "strategy": WAIT,
            "flags": (CELEBRATION,),
        },
    ),
    (
        date(2026, 6, 23),
        "She still covers her ears at the blender. Is that something to look at?",
        {"flags": (CONCERN, QUESTION)},
    ),
    (
        date(2026, 6, 27),
        "Fourteen minutes, and she hummed the song with us.",
        {
            "practice": an_id("practice", BED, date(2026, 6, 27), None),
            "strategy": BED,
            "flags": (CELEBRATION,),
        },
    ),
)

PRIVATE_NOTES = (
    (
        date(2026, 5, 8),
        "I cried in the kitchen today. Four hours of sleep. Tomorrow my sister comes.",
        {},
    ),
    (
        date(2026, 6, 21),
        "I am proud of us.",
        {"strategy": WAIT},
    ),
)
