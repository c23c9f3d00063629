"""What was promised to families, tried until it breaks: the table of promises.

Saves and crashes: `story.py` makes a row of real saves through the services, each known by its
number alone, so that after a crash `looking.py` knows what must stand there and that nothing else
may. A power cut is worked out from the real system calls, which `system_calls.py` reads from
strace: `disk.py` keeps what was synced and, of the rest, any sectors and any names, as little as
POSIX promises. `images.py` pulls the plug of real ext4 and xfs (root and loop devices).

Files that come in: `doors.py` lists every way in. `mutating.py` spoils files, knowing how they are
built; `grammar.py` and `odd_doors.py` make files that are whole outside and odd inside, sealed and
signed by a real key; `nasty.py` has the texts. `border.py` looks at whatever comes to another home.
`scenario.py` plays an evening with the real window, whose words stand nowhere else.

The robot: `robot_chooses.py` draws what is done next, also what often follows on something;
`robot_hands.py` does one step in the real window; `robot_eyes.py` looks at the screen and the
journal; `robot_means.py` tells what the step means to whoever does it; `robot_expects.py` and
`robot_answers.py` compare. Nothing typed vanishes or comes twice, no answer that nobody gave,
private stays private, Undo takes back the last thing said. What goes wrong is told with the fewest
steps that lead there.

Mutants: `mutants.py` changes the program a little, by chance, `nearest_tests.py` knows which tests
run a line, and `mutant_run.py` tries whether one of them, or a promise, notices the change.

The window from outside: `promise_28_window.py` has the table of bad evenings, and `window_*.py` the
walks through them. `window_home.py` is a computer with the real program on it, driven by `outside`.

`ten_years.py` lives a family's years in the services, with a model beside it. `safety_page.py`
makes docs/safety.md from `results.json`.
"""
