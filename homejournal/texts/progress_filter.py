"""What the Progress page says of its filter, so that nobody believes that something is lost."""

from homejournal.domain.family import Family
from homejournal.domain.people import Helper
from homejournal.domain.plan import Routine
from homejournal.domain.progress_filter import ProgressFilter
from homejournal.texts.wording import Wording


def filter_said(wording: Wording, asked: ProgressFilter, family: Family) -> str:
    """Return plainly what the filter leaves away, or nothing where it hides nothing."""
    text, said = wording.text, []
    by = family.team.get(asked.suggested_by) if asked.suggested_by else None
    routine, helper = _narrowing(asked, family)
    if by is not None:
        name = wording.own(by.name)
        said.append(text("Only strategies that {name} suggested are shown.", name=name))
    if routine is not None:
        name = wording.own(routine.name)
        said.append(text("Only what was done in the routine “{name}” counts here.", name=name))
    if helper is not None:
        name = wording.own(helper.name)
        said.append(text("Only what {name} wrote down counts here.", name=name))
    if routine is not None or helper is not None:
        said.append(text("Nothing can be said of planned days then."))
    if said:
        said.append(text("The rest is hidden, not lost."))
    # Translators: the joint between two sentences
    return text(" ").join(said)


def filtered_name(wording: Wording, strategy: str, asked: ProgressFilter, family: Family) -> str:
    """Return a strategy's name for what leaves the page alone: "Wait (only: Bath, Mom)"."""
    names = [wording.own(one.name) for one in _narrowing(asked, family) if one is not None]
    if not names:
        return strategy
    told = wording.text(", ").join(names)
    return wording.text("{strategy} (only: {names})", strategy=strategy, names=told)


def _narrowing(asked: ProgressFilter, family: Family) -> tuple[Routine | None, Helper | None]:
    routine = family.routines.get(asked.routine) if asked.routine else None
    return routine, family.helpers.get(asked.helper) if asked.helper else None
