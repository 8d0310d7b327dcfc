"""Another name of re._parser."""
from re import _parser as _parser
globals().update((_name, _value) for _name, _value in vars(_parser).items() if _name[:2] != '__')
