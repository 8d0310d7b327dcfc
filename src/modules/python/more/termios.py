"""Settings of terminals: a run has none, so each call fails as it does where input and output are files."""
import os as _os

TCSANOW, TCSADRAIN, TCSAFLUSH = 0, 1, 2
TCIFLUSH, TCOFLUSH, TCIOFLUSH = 0, 1, 2
TCOOFF, TCOON, TCIOFF, TCION = 0, 1, 2, 3
B9600, B19200, B38400, B57600, B115200 = 13, 14, 15, 4097, 4098
IGNBRK, BRKINT, IGNPAR, PARMRK, INPCK, ISTRIP, INLCR, IGNCR, ICRNL = (1 << bit for bit in range(9))
IXON, IXANY, IXOFF = 1024, 2048, 4096
OPOST, ONLCR = 1, 4
CSIZE, CS5, CS6, CS7, CS8 = 48, 0, 16, 32, 48
CSTOPB, CREAD, PARENB, PARODD, HUPCL, CLOCAL, CRTSCTS = 64, 128, 256, 512, 1024, 2048, 1 << 31
ISIG, ICANON, ECHO, ECHOE, ECHOK, ECHONL, NOFLSH, TOSTOP = 1, 2, 8, 16, 32, 64, 128, 256
ECHOCTL, ECHOPRT, ECHOKE, IEXTEN = 512, 1024, 2048, 32768
VINTR, VQUIT, VERASE, VKILL, VEOF, VTIME, VMIN, VSTART, VSTOP, VSUSP, VEOL = 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11
FIONREAD, TIOCGWINSZ, TIOCSWINSZ = 21531, 21523, 21524
TIOCGPGRP, TIOCSPGRP, TIOCSTI, TIOCOUTQ, TIOCSCTTY, TIOCNOTTY, TIOCEXCL = 21519, 21520, 21522, 21521, 21518, 21538, 21516


class error(Exception):
    """What the system says of a terminal."""


def _fail(fd):
    if not isinstance(fd, int):
        fileno = getattr(fd, 'fileno', None)
        if fileno is None:
            raise TypeError('argument must be an int, or have a fileno() method.')
        fd = fileno()
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    if fd > 2:
        try:
            _os.fstat(fd)
        except OSError as exc:
            raise error(*exc.args) from None
    raise error(25, 'Inappropriate ioctl for device')


def tcgetattr(fd, /):
    _fail(fd)


def tcsetattr(fd, when, attributes, /):
    if not isinstance(attributes, list) or len(attributes) != 7:
        raise TypeError('tcsetattr, arg 3: must be 7 element list')
    _fail(fd)


def tcsendbreak(fd, duration, /):
    _fail(fd)


def tcdrain(fd, /):
    _fail(fd)


def tcflush(fd, queue, /):
    _fail(fd)


def tcflow(fd, action, /):
    _fail(fd)


def tcgetwinsize(fd, /):
    _fail(fd)


def tcsetwinsize(fd, winsize, /):
    _fail(fd)


from _frames import native as _native
_native(globals())
