"""What takes the place of the program's streams, and gives it back."""
import contextlib
import sys

from .ansitowin32 import AnsiToWin32

orig_stdout = orig_stderr = wrapped_stdout = wrapped_stderr = None
_STREAMS = 'stdout', 'stderr'


def init(autoreset=False, convert=None, strip=None, wrap=True):
    if not wrap and (autoreset or convert or strip):
        raise ValueError('wrap=False conflicts with any other arg=True')
    for name in _STREAMS:
        before = getattr(sys, name)
        after = None if before is None else wrap_stream(before, convert, strip, autoreset, wrap)
        globals().update({f'orig_{name}': before, f'wrapped_{name}': after})
        setattr(sys, name, after)


def _put(kind):
    for name in _STREAMS:
        stream = globals()[f'{kind}_{name}']
        if stream is not None:
            setattr(sys, name, stream)


def deinit():
    _put('orig')


def reinit():
    _put('wrapped')


def reset_all():
    AnsiToWin32(orig_stdout).reset_all()


def wrap_stream(stream, convert, strip, autoreset, wrap):
    wrapper = AnsiToWin32(stream, convert, strip, autoreset) if wrap else None
    return wrapper.stream if wrapper is not None and wrapper.should_wrap() else stream


def just_fix_windows_console():
    """There is none."""


@contextlib.contextmanager
def colorama_text(*args, **kwargs):
    with contextlib.ExitStack() as after:
        init(*args, **kwargs)
        after.callback(deinit)
        yield
