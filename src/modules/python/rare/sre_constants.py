"""Another name of re._constants."""
from re import _constants as _constants
globals().update((_name, _value) for _name, _value in vars(_constants).items() if _name[:2] != '__')
