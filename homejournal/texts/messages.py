"""The sentences of messages to the team, and whole messages in one or two languages."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from homejournal.domain.messages import (
    Letter,
    MeetingAsk,
    Message,
    Opening,
    Purpose,
    Thanks,
    ThankYou,
)
from homejournal.texts.wording import Wording

_Words = Mapping[object, Callable[[Wording], str]]
_BETWEEN_LANGUAGES = "\n\n———\n\n"


def letter(wordings: Sequence[Wording], message: Message) -> Letter:
    """Return a message in each of these languages, one under the other."""
    subjects = [_subject(wording, message) for wording in wordings]
    texts = [_text(wording, message) for wording in wordings]
    return Letter(subject=" · ".join(subjects), text=_BETWEEN_LANGUAGES.join(texts))


def purpose(wording: Wording, what: Purpose) -> str:
    """Return the sentence that says what a meeting is for."""
    return _PURPOSES[what](wording)


def purpose_choice(wording: Wording, what: Purpose) -> str:
    """Return the sentence as a choice; the one with the rule's number is said shorter."""
    if what is Purpose.RIGHT:
        return wording.text("A family may ask for this at any time.")
    return purpose(wording, what)


def opening(wording: Wording, how: Opening) -> str:
    """Return a sentence that begins to tell how it goes."""
    return _OPENINGS[how](wording)


def thanks(wording: Wording, what: Thanks) -> str:
    """Return a sentence of thanks."""
    return _THANKS[what](wording)


def noted(wording: Wording, message: Message) -> str:
    """Return what a contact says of a message that was sent."""
    match message:
        case MeetingAsk():
            return wording.text("Asked for a meeting")
        case ThankYou():
            return wording.text("Said thank you")
        case _:
            assert_never(message)


def _subject(wording: Wording, message: Message) -> str:
    # A subject is read by anybody who sees a list of mails, so it names nobody.
    match message:
        case MeetingAsk():
            return wording.text("A meeting of the team")
        case ThankYou():
            return wording.text("Thank you")
        case _:
            assert_never(message)


def _text(wording: Wording, message: Message) -> str:
    child = wording.own(message.child)
    parts = (
        wording.text("Hello {person},", person=wording.own(message.person)),
        *_paragraphs(wording, message, child),
        wording.text("{child}’s family", child=child),
    )
    return "\n\n".join(part for part in parts if part)


def _paragraphs(wording: Wording, message: Message, child: str) -> tuple[str, ...]:
    match message:
        case MeetingAsk():
            asked = wording.text("We would like a meeting of the team about {child}.", child=child)
            why = (purpose(wording, one) for one in message.purposes)
            return (
                " ".join((asked, *why)),
                wording.text("Could you help us find a day and a time for all of us? Thank you."),
            )
        case ThankYou():
            how = " ".join(opening(wording, one) for one in message.openings)
            return how, " ".join(thanks(wording, one) for one in message.thanks)
        case _:
            assert_never(message)


_PURPOSES: _Words = {
    Purpose.PLAN: lambda w: w.text("We would like to look at our plan again."),
    Purpose.QUESTIONS: lambda w: w.text("We have questions for all of you."),
    Purpose.CHANGED: lambda w: w.text("Something has changed in our days at home."),
    Purpose.LESS: lambda w: w.text("We would like to do fewer things at a time."),
    Purpose.SOONER: lambda w: w.text("We would like to meet before the next review."),
    Purpose.RIGHT: lambda w: w.text(
        "As we know, a family may ask for this at any time (34 CFR 303.342(b))."
    ),
}
_OPENINGS: _Words = {
    Opening.USING: lambda w: w.text("We have been using what you showed us."),
    Opening.PLACE: lambda w: w.text("We found a place for it in our day."),
    Opening.NEWS: lambda w: w.text("We have something new to tell you."),
}
_THANKS: _Words = {
    Thanks.TIME: lambda w: w.text("Thank you for your time."),
    Thanks.LISTENING: lambda w: w.text("Thank you for listening to us."),
    Thanks.SHOWING: lambda w: w.text("Thank you for showing us how to do it."),
    Thanks.ANSWERING: lambda w: w.text("Thank you for answering our questions."),
    Thanks.COMING: lambda w: w.text("Thank you for coming to our home."),
}
