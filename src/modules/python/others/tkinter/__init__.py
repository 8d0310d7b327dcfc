"""Windows, on a machine that has no display: the first one that a program opens fails as it does there."""
import enum as _enum
import _tkinter
from _tkinter import EXCEPTION, READABLE, TclError, WRITABLE, _flatten
from tkinter.constants import *
import sys

TkVersion = TclVersion = 8.6
wantobjects = 1
_support_default_root, _default_root = True, None


class EventType(_enum.StrEnum):
    KeyPress = Key = '2'
    KeyRelease = '3'
    ButtonPress = Button = '4'
    ButtonRelease = '5'
    Motion = '6'
    Enter = '7'
    Leave = '8'
    FocusIn = '9'
    FocusOut = '10'
    Expose = '12'
    Destroy = '17'
    Unmap = '18'
    Map = '19'
    Configure = '22'
    Activate = '36'
    Deactivate = '37'
    MouseWheel = '38'


class Event:
    """What happened."""


def NoDefaultRoot():
    global _support_default_root
    _support_default_root = False


def _root(what=None):
    if not _support_default_root:
        raise RuntimeError('No master specified and tkinter is configured to not support default root')
    if what:
        raise RuntimeError(f'Too early to {what}: no default root window')
    return Tk()


class Misc:
    """What all widgets do."""


class Wm:
    """What windows do."""


class Pack:
    """Placing in rows."""


class Place:
    """Placing at points."""


class Grid:
    """Placing in a table."""


class XView:
    """Scrolling sideways."""


class YView:
    """Scrolling up and down."""


class Tk(Misc, Wm):
    """The main window."""

    def __init__(self, screenName=None, baseName=None, className='Tk', useTk=True, sync=False, use=None):
        self.master, self.children, self.tk = None, {}, None
        interactive = False
        if baseName is None:
            baseName = ''
        self.tk = _tkinter.create(screenName, baseName, className, interactive, wantobjects, useTk, sync, use)  #: 2459 self.tk = «_tkinter.create(screenName, baseName, className, interactive, wantobjects, useTk, sync, use)»


def Tcl(screenName=None, baseName=None, className='Tk', useTk=False):
    return Tk(screenName, baseName, className, useTk)


class BaseWidget(Misc):
    """A part of a window."""

    def __init__(self, master=None, *args, **kw):
        if master is None:
            master = _root()
        self.master, self.tk = master, master.tk


class Widget(BaseWidget, Pack, Place, Grid):
    """A part of a window that can be placed."""


class Toplevel(BaseWidget, Wm):
    """Another window."""


class Variable:
    """A value that widgets show."""

    def __init__(self, master=None, value=None, name=None):
        if name is not None and not isinstance(name, str):
            raise TypeError('name must be a string')
        if master is None:
            master = _root('create variable')
        self._root = master._root()


class StringVar(Variable):
    pass


class IntVar(Variable):
    pass


class DoubleVar(Variable):
    pass


class BooleanVar(Variable):
    pass


class Image:
    def __init__(self, imgtype, name=None, cnf={}, master=None, **kw):
        master = _root('create image') if master is None else master
        self.tk = getattr(master, 'tk', master)


class PhotoImage(Image):
    def __init__(self, name=None, cnf={}, master=None, **kw):
        Image.__init__(self, 'photo', name, cnf, master, **kw)


class BitmapImage(Image):
    def __init__(self, name=None, cnf={}, master=None, **kw):
        Image.__init__(self, 'bitmap', name, cnf, master, **kw)


for _name in ('Button Canvas Checkbutton Entry Frame Label Listbox Menu Menubutton Message Radiobutton Scale Scrollbar '
              'Text OptionMenu Spinbox LabelFrame PanedWindow').split():
    globals()[_name] = type(_name, (Widget,), {'__module__': 'tkinter'})
del _name


def mainloop(n=0):
    _root('run the main loop')


def image_names():
    _root('use image_names()')


def image_types():
    _root('use image_types()')


getint, getdouble = int, float


def getboolean(s):
    _root('use getboolean()')


def _temporary_root():
    """The window of a dialog."""
    if not _support_default_root:
        _root()
    NoDefaultRoot()
    Tk()
