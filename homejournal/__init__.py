"""homejournal: a home-practice journal for families of a small child in early intervention."""

import time

__version__ = "1.0.0"
RELEASED = "2026-12-01"
"""The day of this version; what else tells of it reads it here, or is tried against it."""

try:
    time.time()
except OverflowError:  # after the year 2262; whatever comes next would break on it
    raise SystemExit("This computer's clock is wrong. Set it, then start homejournal.") from None
