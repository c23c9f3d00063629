"""Photos and hand-outs: added, shown, named, removed.

Uses kit and what lies below it; no other room. Tests: tests/ui/attachments.
"""
