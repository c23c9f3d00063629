"""The files of a journal folder: connection, encryption, lock, disk errors, and reading damage.

Uses no other room of storage. Tests: tests/storage/file.
"""
