"""The one sequence of bytes for some fields, so that equal content has equal hashes everywhere."""

import json
from typing import Any

_WHOLE = 2**53


def canonical(value: object) -> bytes:
    """Return the value as canonical JSON in UTF-8: sorted names, no spaces, text as typed.

    Raises TypeError for what has no single form (floats, integers beyond 2^53) and
    UnicodeEncodeError for lone surrogates.
    """
    _refuse_unclear(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _refuse_unclear(value: Any) -> None:
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return
    if isinstance(value, int) and abs(value) < _WHOLE:
        return
    if isinstance(value, list):
        for part in value:
            _refuse_unclear(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if not isinstance(name, str):
                raise TypeError(f"not storable: {name!r}")
            _refuse_unclear(part)
    else:
        raise TypeError(f"not storable: {type(value).__name__}")
