"""Names of re._constants, and what compiles a pattern."""
import re as _re
from re import _constants, _parser
globals().update((_name, _value) for _name, _value in vars(_constants).items() if _name[:2] != '__')


def isstring(obj):
    return isinstance(obj, (str, bytes))


def compile(p, flags=0):
    if not isstring(p):
        import _frames
        _frames.not_supported('sre_compile.compile(sre_parse.parse())', 're.compile(pattern)')
    return _re.compile(p, flags)
