"""Warnings at the program's own line."""
import sys
import warnings

_OURS = ('pydantic', 'pydantic_core', 'pydantic_settings', 'abc', 'typing')


def told(message, category=UserWarning):
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get('__name__', '').partition('.')[0] in _OURS:
        frame = frame.f_back
    warnings.warn_explicit(message, category, frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get('__name__'),
                           frame.f_globals.setdefault('__warningregistry__', {}))
