"""Windows one above the other: without a screen there are none."""
version = '2.1'


class error(Exception):
    __module__ = '_curses_panel'


class panel:
    """A window in a pile."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_curses_panel.panel' instances")


def bottom_panel():
    _fail()


def new_panel(win, /):
    raise TypeError(f'new_panel() argument must be _curses.window, not {type(win).__name__}')


def top_panel():
    _fail()


def update_panels():
    _fail()


def _fail():
    import _curses
    raise _curses.error('must call initscr() first')


from _frames import native as _native
_native(globals())
