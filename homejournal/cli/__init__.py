"""The command line `homejournal-cli`: each family of commands in a file, its arguments beside it.

Uses services and what lies below them. Tests: tests/cli.
"""
