"""What is said before somebody who helps writes on Today."""

from homejournal.texts.wording import Wording


def about_helping(wording: Wording, *, password: bool, rings: bool) -> tuple[str, ...]:
    """Return what a helper sees and can do, and what this does not guard."""
    text = wording.text
    back = (
        text("Coming back asks for the password.")
        if password
        else text(
            "Coming back is one press. It is not a lock: anyone who knows this computer can do it."
        )
    )
    reminded = text("Reminders come there, too. They say no more than the cards do.")
    return (
        text(
            "A helper can write down what was done today. Only Today shows, without notes, photos"
            " and days of before."
        ),
        *((reminded,) if rings else ()),
        back,
        text("When you start homejournal again, it opens as usual."),
    )


def no_name(wording: Wording) -> str:
    """Return what is said where nobody was chosen who writes."""
    return wording.text("What is written here has no name on it.")


def kept_at_lock(wording: Wording, *, helped: bool) -> str:
    """Return what a lock says of what was being typed, to whoever was typing."""
    if helped:
        return wording.text(
            "Today for a helper is closed now. Nothing is lost: what you wrote is kept, and what"
            " you were typing, too. Whoever knows the password can open the journal."
        )
    return wording.text("What you were typing is kept. With the password you go on where you were.")
