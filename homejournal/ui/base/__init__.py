"""What all rooms stand on: the desk with journal and words, pages, editing, undo, drafts, actions.

Uses theme. Tests: tests/ui/base.
"""
