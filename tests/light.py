"""A fixed day for programs that must not load the other test builders."""

from datetime import UTC, date, datetime

TODAY = date(2026, 3, 10)


def clock() -> datetime:
    return datetime(2026, 3, 10, 20, 30, tzinfo=UTC)
