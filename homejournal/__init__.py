"""homejournal: a home-practice journal for families of a small child in early intervention."""

import time

__version__ = "0.1.0"
RELEASED = "2026-11-25"
"""The day of this version."""

try:
    time.time()
except OverflowError:  # after the year 2262; whatever comes next would break on it
    raise SystemExit("This computer's clock is wrong. Set it, then start homejournal.") from None
