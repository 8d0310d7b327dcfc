"""What curses does by itself: this machine has no terminal, so nothing of it can begin."""
import os as _os
from types import FunctionType as _FunctionType
from _struct_sequence import make as _struct_sequence

OK, ERR, version = 0, -1, b'2.2'
A_NORMAL, A_CHARTEXT, A_COLOR, A_ATTRIBUTES = 0, 255, 65280, 4294967040
(A_STANDOUT, A_UNDERLINE, A_REVERSE, A_BLINK, A_DIM, A_BOLD, A_ALTCHARSET, A_INVIS, A_PROTECT, A_HORIZONTAL, A_LEFT, A_LOW, A_RIGHT,
 A_TOP, A_VERTICAL, A_ITALIC) = (1 << bit for bit in range(16, 32))
COLOR_BLACK, COLOR_RED, COLOR_GREEN, COLOR_YELLOW, COLOR_BLUE, COLOR_MAGENTA, COLOR_CYAN, COLOR_WHITE = range(8)
BUTTON_CTRL, BUTTON_SHIFT, BUTTON_ALT, REPORT_MOUSE_POSITION, ALL_MOUSE_EVENTS = 1 << 25, 1 << 26, 1 << 27, 1 << 28, (1 << 28) - 1
globals().update({f'BUTTON{button}_{what}': 1 << 5 * (button - 1) + bit for button in range(1, 6) for bit, what in enumerate(
    ('RELEASED', 'PRESSED', 'CLICKED', 'DOUBLE_CLICKED', 'TRIPLE_CLICKED'))})
globals().update({f'KEY_F{number}': 264 + number for number in range(64)})
KEY_MIN, KEY_MAX = 257, 511
KEY_BREAK, KEY_DOWN, KEY_UP, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_BACKSPACE = range(257, 264)
globals().update({f'KEY_{name}': 328 + at for at, name in enumerate('''
DL IL DC IC EIC CLEAR EOS EOL SF SR NPAGE PPAGE STAB CTAB CATAB ENTER SRESET RESET PRINT LL A1 A3 B2 C1 C3 BTAB BEG CANCEL CLOSE COMMAND
COPY CREATE END EXIT FIND HELP MARK MESSAGE MOVE NEXT OPEN OPTIONS PREVIOUS REDO REFERENCE REFRESH REPLACE RESTART RESUME SAVE SBEG SCANCEL
SCOMMAND SCOPY SCREATE SDC SDL SELECT SEND SEOL SEXIT SFIND SHELP SHOME SIC SLEFT SMESSAGE SMOVE SNEXT SOPTIONS SPREVIOUS SPRINT SREDO
SREPLACE SRIGHT SRSUME SSAVE SSUSPEND SUNDO SUSPEND UNDO MOUSE RESIZE
'''.split())})
ncurses_version = _struct_sequence('curses.ncurses_version', ('major', 'minor', 'patch'), 'The version of ncurses.')((6, 4, 20221231))
_begun = False


class error(Exception):
    """What curses says."""


class window:
    """A part of the screen."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_curses.window' instances")


def setupterm(term=None, fd=-1):
    """Looks a terminal up by its name: none is known here."""
    known = term is not None or 'TERM' in _os.environ
    raise error(f'setupterm: could not find {"terminal" if known else "terminfo database"}')


def initscr():
    """Takes the screen; without one it ends the process."""
    _os.write(2, f'Error opening terminal: {_os.environ.get("TERM") or "unknown"}.\n'.encode())
    _os._exit(1)


def filter():
    pass


def update_lines_cols():
    pass


def use_env(flag, /):
    pass


def has_extended_color_support():
    return True


def get_escdelay():
    return _settings['escdelay']


def set_escdelay(ms, /):
    _set('escdelay', ms)


def get_tabsize():
    return _settings['tabsize']


def set_tabsize(size, /):
    _set('tabsize', size)


def putp(string, /):
    _os.write(1, string)


def napms(ms, /):
    import time
    time.sleep(ms / 1000)
    return 0


def newwin(*args):
    if len(args) not in (2, 4):
        raise TypeError('_curses.newwin requires 2 to 4 arguments')
    raise error('must call initscr() first')


_settings = {'escdelay': 1000, 'tabsize': 8}


def _set(name, value):
    if value <= 0:
        raise ValueError(f'set_{name} {"delay" if name == "escdelay" else "size"} must be > 0')
    _settings[name] = value


# What needs the screen, or a terminal: a function of each kind of arguments, and the names of all of the kind.


def _need(first='initscr()'):
    raise error(f'must call {first} first')


def _no_arguments():
    _need()


def _flag(flag=True, /):
    _need()


def _number(number, /):
    if not hasattr(type(number), '__index__'):
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")
    _need()


def _any(value, /):
    _need()


def _place(nlines, ncols, /):
    _need()


def _pair(pair_number, fg, bg, /):
    _need()


def _color(color_number, r, g, b, /):
    _need()


def _event(id, x, y, z, bstate, /):
    _need()


def _capability(capname, /):
    _need('(at least) setupterm()')


def _text(str, i1=0, i2=0, i3=0, i4=0, i5=0, i6=0, i7=0, i8=0, i9=0, /):
    _need('(at least) setupterm()')


_KINDS = (
    (_no_arguments, 'baudrate beep can_change_color def_prog_mode def_shell_mode doupdate endwin erasechar flash flushinp getmouse getsyx '
     'has_colors has_ic has_il isendwin killchar longname nocbreak noecho nonl noqiflush noraw reset_prog_mode reset_shell_mode resetty '
     'savetty start_color termattrs termname use_default_colors'),
    (_flag, 'cbreak echo nl qiflush raw'),
    (_number, 'color_content color_pair pair_content curs_set delay_output halfdelay has_key keyname mouseinterval mousemask pair_number typeahead'),
    (_any, 'getwin intrflush meta unctrl unget_wch ungetch'),
    (_place, 'is_term_resized newpad resize_term resizeterm setsyx'),
    (_pair, 'init_pair'), (_color, 'init_color'), (_event, 'ungetmouse'),
    (_capability, 'tigetflag tigetnum tigetstr'), (_text, 'tparm'))
for _kind, _names in _KINDS:
    for _name in _names.split():
        globals()[_name] = _made = _FunctionType(_kind.__code__, globals(), _name, _kind.__defaults__)
        _made.__qualname__ = _name

from _frames import native as _native
_native(globals())
