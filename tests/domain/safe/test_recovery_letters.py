"""The key on paper: letters that can be typed in again, with slips named by their group."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.safe.passwords import (
    LETTERS,
    SheetTypoError,
    groups_of,
    is_meant_as_sheet,
    place_of_group,
    plain_letters,
    read_letters,
)

SECRET = bytes(range(32))
secrets = st.binary(min_size=32, max_size=32)


def groups_to_look_at(typed: str) -> tuple[int, ...]:
    with pytest.raises(SheetTypoError) as told:
        read_letters(typed)
    return told.value.groups


def test_fourteen_groups_of_four():
    groups = groups_of(SECRET)
    assert len(groups) == 14
    assert all(len(group) == 4 for group in groups)
    assert set("".join(groups)) <= set(LETTERS)


def test_the_letters_of_a_key_stay_the_same_for_ever():
    assert " ".join(groups_of(SECRET)) == (
        "000G 40R4 0M30 E209 185G R38E 1W81 24GK 2GAH C5RR 34D1 P70X 3RFZ A1EF"
    )


@given(secrets)
def test_what_is_printed_reads_again(secret):
    assert read_letters(" ".join(groups_of(secret))) == secret


@given(secrets, st.data())
def test_typing_is_forgiving(secret, data):
    letters = "".join(groups_of(secret))
    alike = {"0": "0oO", "1": "1iIlL", "V": "VvUu"}
    typed = "".join(
        data.draw(st.sampled_from(alike.get(letter, letter + letter.lower())))
        + data.draw(st.sampled_from(["", "", " ", "-", "\n", " – "]))
        for letter in letters
    )
    assert read_letters(typed) == secret


@settings(max_examples=30)
@given(secrets, st.integers(0, 55), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_named_by_its_group(secret, at, other):
    letters = "".join(groups_of(secret))
    if letters[at] == other:
        return
    assert groups_to_look_at(letters[:at] + other + letters[at + 1 :]) == (at // 4 + 1,)


@settings(max_examples=30)
@given(secrets, st.integers(0, 13), st.integers(0, 2))
def test_two_letters_that_changed_places_are_named_by_their_group(secret, group, at):
    groups = list(groups_of(secret))
    one = groups[group]
    groups[group] = one[:at] + one[at + 1] + one[at] + one[at + 2 :]
    if groups[group] != one:
        assert groups_to_look_at("".join(groups)) == (group + 1,)


@settings(max_examples=20)
@given(secrets, st.integers(0, 13), st.permutations(range(4)))
def test_a_group_in_another_order_is_named(secret, group, order):
    groups = list(groups_of(secret))
    one = groups[group]
    groups[group] = "".join(one[at] for at in order)
    if groups[group] != one:
        assert groups_to_look_at("".join(groups)) == (group + 1,)


def test_a_group_turned_round_and_two_that_changed_places_are_named():
    groups = list(groups_of(SECRET))
    turned = [*groups[:9], groups[9][::-1], *groups[10:]]
    assert groups_to_look_at("".join(turned)) == (10,)
    changed = [*groups[:4], groups[5], groups[4], *groups[6:]]
    assert groups_to_look_at("".join(changed)) == (5, 6)


def test_slips_in_several_groups_cannot_be_placed():
    letters = "".join(groups_of(SECRET))
    changed = letters.translate(str.maketrans("0G", "XY"))
    assert groups_to_look_at(changed) == ()


def test_letters_that_are_never_printed_are_named():
    letters = "".join(groups_of(SECRET))
    assert groups_to_look_at("ß" + letters[2:9] + "ñ" + letters[10:]) == (1, 3)


@pytest.mark.parametrize("left_out", [1, 4, 56])
def test_too_few_letters_are_counted(left_out):
    with pytest.raises(SheetTypoError) as told:
        read_letters("".join(groups_of(SECRET))[left_out:])
    assert told.value.letters == 56 - left_out
    assert told.value.groups == ()


def test_more_letters_than_printed_are_counted():
    with pytest.raises(SheetTypoError) as told:
        read_letters("".join(groups_of(SECRET)) + "0")
    assert told.value.letters == 57


def test_look_alikes_are_what_is_meant():
    assert plain_letters(" oO-iIlL uv ٣ ") == "001111VV3"


@given(secrets, st.data())
def test_letters_with_a_slip_are_known_as_those_of_a_sheet(secret, data):
    letters = "".join(groups_of(secret))
    gap = data.draw(st.sampled_from(["", " ", "-", "  "]))
    left_out = data.draw(st.integers(0, 13))
    groups = [letters[at : at + 4] for at in range(0, 56, 4)]
    groups[left_out] = data.draw(st.sampled_from(["", groups[0] * 2, "7h3y"]))
    digits = sum(map(str.isdigit, "".join(groups)))
    assert is_meant_as_sheet(gap.join(groups)) or digits < 8  # as on hardly any sheet


def test_half_of_a_sheet_in_its_groups_is_meant_as_one():
    groups = groups_of(SECRET)
    assert is_meant_as_sheet(" ".join(groups[:8]))
    assert not is_meant_as_sheet("".join(groups[:8]))


@pytest.mark.parametrize(
    "password",
    [
        "",
        "our long word",
        "blanket river seven toast and a house by the sea where it rains 2019",
        "word rain snow moon star lake hill road",
        "correct horse battery staple and many more of them to be sure",
        "x9Kq27Lm44Tz81Pw",
    ],
)
def test_a_password_is_not(password):
    assert not is_meant_as_sheet(password)


@pytest.mark.parametrize("gap", ["", " ", " - ", "\n"])
def test_a_group_is_found_in_what_was_typed(gap):
    groups = [one.lower() for one in groups_of(SECRET)]
    typed = f" {gap.join(groups)} "
    for number, group in enumerate(groups, start=1):
        begin, end = place_of_group(typed, number)
        assert typed[begin:end] == group
