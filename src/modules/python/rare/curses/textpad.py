"""Text that is typed into a window."""
import curses
import curses.ascii


def rectangle(win, uly, ulx, lry, lrx):
    """Draws one, by the characters that a terminal has for it."""
    win.vline(uly + 1, ulx, curses.ACS_VLINE, lry - uly - 1)
    win.hline(uly, ulx + 1, curses.ACS_HLINE, lrx - ulx - 1)
    win.hline(lry, ulx + 1, curses.ACS_HLINE, lrx - ulx - 1)
    win.vline(uly + 1, lrx, curses.ACS_VLINE, lry - uly - 1)
    win.addch(uly, ulx, curses.ACS_ULCORNER)
    win.addch(uly, lrx, curses.ACS_URCORNER)
    win.addch(lry, lrx, curses.ACS_LRCORNER)
    win.addch(lry, ulx, curses.ACS_LLCORNER)


class Textbox:
    """A field to type in."""

    def __init__(self, win, insert_mode=False):
        import _frames
        _frames.not_supported('curses.textpad.Textbox')
