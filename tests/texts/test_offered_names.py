"""What the program itself calls routines and times of day is said in the second language, too."""

from homejournal.domain.records.plan import Often
from homejournal.domain.sentences.values import Planned
from homejournal.texts.offered_names import in_second_language
from homejournal.texts.sentences import say
from homejournal.texts.wording import wording_of

EN, ES = wording_of("en"), wording_of("es")


def test_names_of_the_program_change_and_those_of_a_family_stay():
    often = Often(times=3, slots=("breakfast", "after the park", "dinner"))
    planned = Planned(often, ("Bath", "Our pizza night"))
    assert say(ES, in_second_language(planned, ES)) == (
        "3 veces al día (desayuno, after the park, cena) · Baño, Our pizza night"
    )


def test_they_are_found_from_each_language():
    planned = Planned(Often(), ("Baño",))
    assert say(EN, in_second_language(planned, EN)) == "once a day · Bath"
    assert in_second_language(planned, ES) == planned
