"""Doing something on another thread, as the window has it done."""

from concurrent.futures import ThreadPoolExecutor


def on_another_thread(work):
    """Do it, wait for it, and return or raise what came of it."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(work).result()
