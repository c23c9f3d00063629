"""What a screen reader knows of the window: one JSON command a line in, one JSON answer a line out.

It runs under the system's own Python, which alone has the bindings of AT-SPI (python3-gi and
gir1.2-atspi-2.0), and knows nothing of homejournal but what the desktop's interface tells anybody.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any, TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 (the version comes first)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Command = dict[str, Any]
    Told = dict[str, Any]

T = TypeVar("T")

HEARD = (
    "object:announcement",
    "object:state-changed:focused",
    "object:active-descendant-changed",
    "window:activate",
)
TOLD_STATES = (
    "focusable",
    "focused",
    "checkable",
    "checked",
    "editable",
    "enabled",
    "expandable",
    "expanded",
    "has_popup",
    "active",
    "selected",
)
ACTIONS = ("Press", "Toggle", "ShowMenu", "Show Menu")
LONGEST_WAIT = 20.0
# An answer may be late on a busy computer: the usual 0.8 s would end a test that only had to wait.
Atspi.set_timeout(int(LONGEST_WAIT * 1000), int(LONGEST_WAIT * 1000))
MOST_ROWS = 40
heard: list[Told] = []


def on_event(event: Atspi.Event) -> None:
    """Keep an event with what its source is called at that moment."""
    try:
        told = {"role": event.source.get_role_name(), "name": event.source.get_name()}
    except GLib.Error:  # the source is gone already
        told = {"role": "", "name": ""}
    kind = event.type.rpartition(":")[2] if event.type.startswith("object:") else event.type
    words = event.any_data if isinstance(event.any_data, str) else ""
    heard.append({"kind": kind, "on": event.detail1, "words": words, **told})


def spin(seconds: float) -> None:
    """Let events come in for some seconds."""
    context, end = GLib.MainContext.default(), time.monotonic() + seconds
    while True:
        while context.pending():
            context.iteration(may_block=False)
        if time.monotonic() >= end:
            return
        time.sleep(0.004)


def until(found: Callable[[], T | None], what: str) -> T:
    """Ask until there is an answer; LookupError with the words of what was wanted."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            answer = found()
        except GLib.Error:  # a part went away while it was looked at
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise LookupError(what)
        spin(0.02)


def children(part: Atspi.Accessible) -> list[Atspi.Accessible]:
    """Return what stands directly below a part."""
    below = (part.get_child_at_index(place) for place in range(part.get_child_count()))
    return [one for one in below if one is not None]


def windows(command: Command) -> list[Atspi.Accessible]:
    """Return the windows of the program, the newest first: a dialog comes before its page."""
    for child in children(Atspi.get_desktop(0)):
        if child.get_process_id() == command["pid"]:
            return [window for window in reversed(children(child)) if is_showing(window)]
    return []


def is_showing(part: Atspi.Accessible) -> bool:
    """Return whether a part stands on the screen."""
    states = part.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and not states.contains(Atspi.StateType.DEFUNCT)


def walk(part: Atspi.Accessible, depth: int = 0) -> Iterator[tuple[Atspi.Accessible, int]]:
    """Yield the parts that stand on the screen, as one reads them, with their depth."""
    yield part, depth
    for child in children(part):
        if is_showing(child):
            yield from walk(child, depth + 1)


def parts(command: Command) -> Iterator[tuple[Atspi.Accessible, int]]:
    """Yield all parts of all windows."""
    for window in windows(command):
        yield from walk(window)


def states_of(part: Atspi.Accessible) -> list[str]:
    """Return the states that a person is told of."""
    found = part.get_state_set()
    return [name for name in TOLD_STATES if found.contains(getattr(Atspi.StateType, name.upper()))]


def told_of(part: Atspi.Accessible) -> Told:
    """Return what a screen reader says of a part."""
    return {
        "role": part.get_role_name(),
        "name": part.get_name() or "",
        "description": part.get_description() or "",
        "states": states_of(part),
    }


def is_wanted(part: Atspi.Accessible, wanted: Command) -> bool:
    """Return whether a part is one that is looked for."""
    if part.get_role_name() != wanted["role"] or (part.get_name() or "") != wanted["name"]:
        return False
    if wanted.get("about", "") not in (part.get_description() or ""):
        return False
    return set(wanted.get("states", ())) <= set(states_of(part))


def look(command: Command) -> Atspi.Accessible | None:
    """Return the part that a command names, or None."""
    wanted = command["wanted"]
    skipped = wanted.get("nth", 0)
    for part, _depth in parts(command):
        if is_wanted(part, wanted):
            if not skipped:
                return part
            skipped -= 1
    return None


def find(command: Command) -> Atspi.Accessible:
    """Return the part that a command names as soon as it is there."""
    return until(lambda: look(command), f"nothing like {command['wanted']} is on the screen")


def do_tree(command: Command) -> list[Told]:
    """Return everything that stands on the screen."""
    return until(
        lambda: [{**told_of(part), "depth": depth} for part, depth in parts(command)],
        "the program shows no window",
    )


def do_words(command: Command) -> list[str]:
    """Return every name and description that the program tells, also of what is not shown."""

    def of(part: Atspi.Accessible) -> Iterator[str]:
        yield from (part.get_name() or "", part.get_description() or "")
        for child in children(part):
            yield from of(child)

    programs = children(Atspi.get_desktop(0))
    mine = [program for program in programs if program.get_process_id() == command["pid"]]
    return [words for one in mine for words in of(one) if words]


def do_sees(command: Command) -> bool:
    """Wait until words stand on the screen, in a name, a description or a field."""

    def said(part: Atspi.Accessible) -> str:
        field = part.get_text_iface()
        typed = "" if field is None else Atspi.Text.get_text(field, 0, -1)
        return f"{part.get_name()} {part.get_description()} {typed}"

    words = command["words"]
    return until(
        lambda: any(words in said(part) for part, _depth in parts(command)),
        f"{words!r} is not on the screen",
    )


def do_unsaid(command: Command) -> bool:
    """Wait until none of these words is told any more, also of what is not shown."""
    words = command["words"]
    still = f"one of {words} is still told"
    return until(
        lambda: not any(word in told for told in do_words(command) for word in words), still
    )


def do_windows(command: Command) -> list[Told]:
    """Return the windows."""
    return [told_of(window) for window in windows(command)]


def do_there(command: Command) -> bool:
    """Return whether a part is there now."""
    return look(command) is not None


def do_look(command: Command) -> Told:
    """Return what is told of a part."""
    return told_of(find(command))


def do_gone(command: Command) -> bool:
    """Wait until a part is gone."""
    return until(lambda: look(command) is None, f"{command['wanted']} is still there")


def do_press(command: Command) -> bool:
    """Do the first action that means a press and that the part offers."""
    offered = find(command).get_action_iface()
    count = 0 if offered is None else offered.get_n_actions()
    names = [Atspi.Action.get_action_name(offered, place) for place in range(count)]
    for name in ACTIONS:
        if name in names:
            return bool(Atspi.Action.do_action(offered, names.index(name)))
    raise LookupError(f"{command['wanted']} offers only {names}")


def do_type(command: Command) -> bool:
    """Put a text into a field."""
    return bool(find(command).get_editable_text_iface().set_text_contents(command["text"]))


def do_text(command: Command) -> str:
    """Return the text of a field."""
    text = find(command).get_text_iface()
    return str(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))


def do_focus(command: Command) -> bool:
    """Put the keyboard on a part."""
    return bool(find(command).get_component_iface().grab_focus())


def do_cells(command: Command) -> list[list[str]]:
    """Return the names of a table's cells, row by row."""
    table = find(command).get_table_iface()
    rows, columns = min(MOST_ROWS, table.get_n_rows()), range(table.get_n_columns())
    return [
        [table.get_accessible_at(row, column).get_name() or "" for column in columns]
        for row in range(rows)
    ]


def do_heads(command: Command) -> list[str]:
    """Return the names of the heads of the row and of the column in which a cell stands."""
    table = find(command).get_table_iface()
    cell = table.get_accessible_at(command["row"], command["column"]).get_table_cell()
    heads = [*cell.get_row_header_cells(), *cell.get_column_header_cells()]
    return [head.get_name() or "" for head in heads]


def do_heard(command: Command) -> list[Told]:
    """Return what was heard until now, and forget it."""
    spin(command["wait"])
    told, heard[:] = heard[:], []
    return told


def do_await(command: Command) -> Told:
    """Wait until an event was heard whose kind and words are as wanted.

    It is forgotten with those of its kind before it; focus and announcements keep no order.
    """
    kind, words = command["kind"], command["words"]

    def found() -> Told | None:
        for place, event in enumerate(heard):
            said = event["words"] if kind == "announcement" else event["name"]
            if event["kind"] == kind and event["on"] and words in (said or ""):
                later = heard[place + 1 :]
                heard[:] = [one for one in heard[:place] if one["kind"] != kind] + later
                return event
        return None

    return until(found, f"no {kind} of {words!r}; heard was {heard}")


def say(answer: object) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


COMMANDS = {name[3:]: one for name, one in list(globals().items()) if name.startswith("do_")}


def main() -> None:
    """Answer commands until there are no more."""
    Atspi.init()
    listener = Atspi.EventListener.new(on_event)
    for kind in HEARD:
        listener.register(kind)
    say("listening")
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = {"ok": COMMANDS[command["op"]](command)}
        except (LookupError, GLib.Error, AttributeError) as failure:
            answer = {"error": f"{type(failure).__name__}: {failure}"}
        say(answer)


if __name__ == "__main__":
    main()
