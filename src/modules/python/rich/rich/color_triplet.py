"""A colour as three numbers."""
from collections import namedtuple


class ColorTriplet(namedtuple('ColorTriplet', 'red green blue')):
    """Red, green and blue, 0 to 255."""
    __slots__ = ()

    @property
    def hex(self):
        return '#%02x%02x%02x' % self

    @property
    def rgb(self):
        return 'rgb(%d,%d,%d)' % self

    @property
    def normalized(self):
        return tuple(part / 255.0 for part in self)
