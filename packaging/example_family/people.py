"""Noa, the people around her, and what the family says about her."""

from collections.abc import Iterator
from datetime import date

from names import BEN, CARMEN, CHILD, DAD, DANA, GRANDMA, HOME, MOM, an_id

from homejournal.domain.records.children import About, Child, Pronoun
from homejournal.domain.records.people import (
    Channel,
    Contact,
    Device,
    Helper,
    Home,
    TeamMember,
    Way,
)
from homejournal.domain.records.record import Record


def people() -> Iterator[Record]:
    yield Home(id=HOME, name="Our home")
    yield Device(id=an_id("device"), name="Kitchen laptop", home=HOME)
    yield Child(
        id=CHILD,
        name="Noa",
        born=date(2024, 9, 14),
        due=date(2024, 10, 20),
        words="Noa came five weeks early. We say what she does, not what she does not do yet.",
        communicates=("sounds", "signs", "pointing"),
        pronoun=Pronoun.SHE,
    )
    yield Helper(id=MOM, name="Mom", home=HOME)
    yield Helper(id=DAD, name="Dad", home=HOME)
    yield Helper(id=GRANDMA, name="Grandma Rosa")
    yield TeamMember(
        id=DANA,
        name="Dana",
        discipline="speech-language pathologist",
        ways=(Way(way=Channel.TEXT, value="555-0142", preferred=True), Way(way=Channel.VIDEO)),
    )
    yield TeamMember(
        id=BEN,
        name="Ben",
        discipline="physical therapist",
        interpreter=True,
        ways=(
            Way(way=Channel.PHONE, value="555-0117", preferred=True),
            Way(way=Channel.IN_PERSON),
        ),
    )
    yield TeamMember(
        id=CARMEN,
        name="Carmen",
        role="service coordinator",
        coordinator=True,
        language="es",
        ways=(Way(way=Channel.PHONE, value="555-0163", preferred=True),),
    )


def about() -> Iterator[Record]:
    yield About(
        id=an_id("about"),
        child=CHILD,
        day=date(2026, 6, 7),
        strengths="Noa watches everything and remembers where things are. She makes people laugh.",
        interests="Bananas, dogs, lids that go on and off, the song about the bus.",
        needs="Time. When we wait, she often does it herself.",
        helps="Her hand on the spoon. Knowing what comes next. A quiet room before nap.",
        hard="Many people talking at once. Leaving the park. The sound of the blender.",
        routines="Breakfast is our best time. Bedtime is getting easier.",
    )
    for day, person, way, words in (
        (date(2026, 4, 14), DANA, Channel.TEXT, "Sent the video of the sign for more."),
        (date(2026, 5, 6), CARMEN, Channel.PHONE, "Told her about the baby; visits go on."),
        (date(2026, 6, 4), BEN, Channel.PHONE, "Asked about her shoes. Barefoot at home is good."),
        (date(2026, 6, 22), CARMEN, Channel.PHONE, "Asked for a time to talk about preschool."),
    ):
        yield Contact(id=an_id("contact", day), team=person, day=day, way=way, words=words)
