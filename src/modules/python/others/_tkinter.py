"""What tkinter stands on: Tcl, which finds no display here."""
import operator
import os
import _frames

READABLE, WRITABLE, EXCEPTION = 2, 4, 8
DONT_WAIT, WINDOW_EVENTS, FILE_EVENTS, TIMER_EVENTS, IDLE_EVENTS, ALL_EVENTS = 2, 4, 8, 16, 32, -3
TK_VERSION = TCL_VERSION = '8.6'
_interval = 20
_screen = None  # what the process was last told to show its windows on


class TclError(Exception):
    __module__ = '_tkinter'


def _unmade(name):
    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '_tkinter.{name}' instances")
    return type(name, (), {'__module__': '_tkinter', '__new__': __new__})


TkappType, TkttType, Tcl_Obj = map(_unmade, ('tkapp', 'tktimertoken', 'Tcl_Obj'))


def create(screenName=None, baseName='', className='Tk', interactive=False, wantobjects=False, wantTk=True, sync=False, use=None, /):
    """An interpreter of Tcl's."""
    global _screen
    for place, (given, kinds, named) in enumerate(((screenName, (str, type(None)), 'str or None'), (baseName, str, 'str'), (className, str, 'str')), 1):
        if not isinstance(given, kinds):
            raise TypeError(f'create() argument {place} must be {named}, not {type(given).__name__ if given is not None else None}')
    if not wantTk:
        _frames.not_supported('tkinter.Tcl')
    _screen = screenName or _screen
    screen = _screen or os.environ.get('DISPLAY')
    raise TclError(f'couldn\'t connect to display "{screen}"' if screen else 'no display name and no $DISPLAY environment variable')


def getbusywaitinterval():
    """How many milliseconds the main loop sleeps between looks."""
    return _interval


def setbusywaitinterval(new_val, /):
    global _interval
    new_val = operator.index(new_val)
    if new_val < 0:
        raise ValueError('busywaitinterval must be >= 0')
    _interval = new_val


def _flatten(item, /):
    """The parts of sequences within sequences."""
    len(item)
    flat = []
    for one in item:
        flat.extend(_flatten(one) if isinstance(one, (tuple, list)) else () if one is None else (one,))
    return tuple(flat)
