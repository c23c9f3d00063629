from bench.steps import Effort, Task, table


def test_seconds_follow_the_keystroke_level_model():
    effort = Effort(keys=10, clicks=1, homes=2, thoughts=3)
    # 10 keys of .28, pointing 1.1 and a click .1, 2 moves of the hand of .4, 3 thoughts of 1.35
    assert round(effort.seconds, 2) == 8.85


def test_the_table_tells_keys_clicks_and_both_kinds_of_seconds():
    rows = [
        (Task("Log three strategies", Effort(keys=5, thoughts=3), print), 0.12),
        (Task("A sick week", Effort(keys=12, clicks=1), print), 0.5),
    ]
    assert table(rows).splitlines()[2:] == [
        "| Log three strategies | 5 keys | 5.5 s | 0.1 s |",
        "| A sick week | 12 keys, 1 click | 4.6 s | 0.5 s |",
    ]
