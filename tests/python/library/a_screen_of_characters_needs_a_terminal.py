import os

os.environ.pop("TERM", None)
import curses
import curses.ascii
import _curses

for make in (curses.setupterm, lambda: curses.setupterm("xterm-that-nobody-has"), curses.cbreak, lambda: curses.echo(1, 2), lambda: curses.noecho(1),
             curses.beep, lambda: curses.newwin(5), lambda: curses.newwin(5, 5), lambda: curses.color_pair("red"), lambda: curses.init_pair(1, 2),
             lambda: curses.newpad(1, 2), curses.doupdate, lambda: curses.window(), lambda: curses.curs_set(0), lambda: curses.tigetstr("cup")):
    try:
        print(make())
    except (curses.error, TypeError) as error:
        print(type(error).__module__, type(error).__name__, error)
print(curses.KEY_UP, curses.KEY_F1, curses.KEY_F12, curses.KEY_RESIZE, curses.KEY_ENTER, curses.KEY_MAX, curses.A_BOLD, curses.A_REVERSE)
print(curses.COLOR_RED, curses.BUTTON1_CLICKED, curses.BUTTON4_PRESSED, curses.ALL_MOUSE_EVENTS, curses.ncurses_version.major, curses.version)
print(hasattr(curses, "LINES"), hasattr(curses, "ACS_HLINE"), curses.error is _curses.error, curses.get_escdelay())
print([curses.ascii.unctrl(c) for c in "\x01a\x7f\xe1"], curses.ascii.ctrl("a"), curses.ascii.alt("a"), curses.ascii.ESC, curses.ascii.controlnames[27])
print([name for name in dir(curses.ascii) if name.startswith("is") and getattr(curses.ascii, name)("A")])


def main(screen):
    screen.addstr(0, 0, "Hello")


curses.wrapper(main)
