"""Names of re._constants, and what compiles a pattern."""
import re as _re
from re import _parser
from re import _constants as _constants
globals().update((_name, _value) for _name, _value in vars(_constants).items() if _name[:2] != '__')


def isstring(obj):
    return isinstance(obj, (str, bytes))


def compile(p, flags=0):
    if not isstring(p):
        raise NotImplementedError('sre_compile.compile of what sre_parse.parse gives')
    return _re.compile(p, flags)
