"""What the Progress page says of its filter, so that nobody believes that something is lost."""

from homejournal.domain.looking_back.progress_filter import ProgressFilter
from homejournal.domain.names.paper_names import said_alone
from homejournal.domain.names.same_names import routines_apart, team_apart
from homejournal.domain.records.family import Family
from homejournal.texts.names.helper_names import name_said
from homejournal.texts.wording import Wording


def filter_said(wording: Wording, asked: ProgressFilter, family: Family) -> str:
    """Return plainly what the filter leaves away, or nothing where it hides nothing."""
    text, said = wording.text, []
    team = team_apart(family.team)
    by = team.get(asked.suggested_by) if asked.suggested_by else None
    routine, helper = _narrowing(wording, asked, family)
    if by is not None:
        name = wording.own(said_alone(by, team.values()))
        said.append(text("Only strategies that {name} suggested are shown.", name=name))
    if routine:
        said.append(text("Only what was done in the routine “{name}” counts here.", name=routine))
    if helper:
        said.append(text("Only what {name} did counts here.", name=helper))
    if routine or helper:
        said.append(text("Nothing can be said of planned days then."))
    if said:
        said.append(text("The rest is hidden, not lost."))
    # Translators: the joint between two sentences
    return text(" ").join(said)


def filtered_name(wording: Wording, strategy: str, asked: ProgressFilter, family: Family) -> str:
    """Return a strategy's name for what leaves the page alone: "Wait (only: Bath, Mom)"."""
    names = [name for name in _narrowing(wording, asked, family) if name]
    if not names:
        return strategy
    told = wording.text(", ").join(names)
    return wording.text("{strategy} (only: {names})", strategy=strategy, names=told)


def _narrowing(wording: Wording, asked: ProgressFilter, family: Family) -> tuple[str, str]:
    named = routines_apart(family.routines, asked.child)
    routine = named.get(asked.routine) if asked.routine else None
    done_in = wording.own(routine.name) if routine else ""
    return done_in, name_said(wording, family, asked.helper)
