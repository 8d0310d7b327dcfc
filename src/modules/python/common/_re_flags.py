"""The flags of `re`, read when a program first asks for one: they are an enumeration."""
import enum as _enum


class RegexFlag(_enum.IntFlag, boundary=_enum.KEEP):
    """Flags of patterns."""
    __module__ = 're'
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__

    def __repr__(self):
        if self.name is None:
            return f're.RegexFlag({self.value})'
        return names_of(self, RegexFlag) or 're.NOFLAG'


def names_of(flags, order):
    value, names = int(flags), []
    for flag in order:
        if value & flag.value:
            names.append(f're.{flag.name}')
            value &= ~flag.value
    return '|'.join(names + [hex(value)] * bool(value))
