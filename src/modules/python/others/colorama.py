"""Colours of a terminal, as escape sequences."""
__version__ = '0.4.6'


def code_to_chars(code):
    return f'\033[{code}m'


class _Codes:
    def __init__(self, **codes):
        for name, code in codes.items():
            setattr(self, name, code_to_chars(code))


_COLOURS = 'BLACK', 'RED', 'GREEN', 'YELLOW', 'BLUE', 'MAGENTA', 'CYAN', 'WHITE'


def _all(first):
    codes = {name: first + n for n, name in enumerate(_COLOURS)}
    return _Codes(**codes, RESET=first + 9, **{f'LIGHT{name}_EX': first + 60 + n for n, name in enumerate(_COLOURS)})


Fore, Back = _all(30), _all(40)
Style = _Codes(BRIGHT=1, DIM=2, NORMAL=22, RESET_ALL=0)


class _Cursor:
    def UP(self, n=1):
        return f'\033[{n}A'

    def DOWN(self, n=1):
        return f'\033[{n}B'

    def FORWARD(self, n=1):
        return f'\033[{n}C'

    def BACK(self, n=1):
        return f'\033[{n}D'

    def POS(self, x=1, y=1):
        return f'\033[{y};{x}H'


Cursor = _Cursor()
_reset, _plain, _before = False, False, None


class _Stream:
    """Resets the style after each write, or leaves the sequences out where there is no terminal."""

    def __init__(self, stream):
        self._stream = stream

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def write(self, text):
        if _plain:
            import re
            text = re.sub('\001?\033\\[((?:\\d|;)*)([a-zA-Z])\002?', '', text)
        self._stream.write(text)
        if _reset and not _plain:
            self._stream.write(Style.RESET_ALL)


def init(autoreset=False, convert=None, strip=None, wrap=True):
    """No terminal shows what a run prints: the sequences are left out, unless strip=False asks for them."""
    global _reset, _plain, _before
    import sys
    if not wrap and any([autoreset, convert, strip]):
        raise ValueError('wrap=False conflicts with any other arg=True')
    _reset, _plain = autoreset, strip or strip is None
    if wrap and (_reset or _plain):
        _before = _before or (sys.stdout, sys.stderr)
        sys.stdout, sys.stderr = _Stream(_before[0]), _Stream(_before[1])


def deinit():
    import sys
    if _before is not None:
        sys.stdout, sys.stderr = _before


def reinit():
    import sys
    if _before is not None:
        sys.stdout, sys.stderr = _Stream(_before[0]), _Stream(_before[1])


def just_fix_windows_console():
    pass


class colorama_text:
    def __init__(self, *args, **kwargs):
        init(*args, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        deinit()
