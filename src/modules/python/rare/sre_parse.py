"""Another name of re._parser."""
import warnings
warnings.warn(f'module {__name__!r} is deprecated', DeprecationWarning, stacklevel=2)
from re import _parser as _parser
globals().update((_name, _value) for _name, _value in vars(_parser).items() if _name[:2] != '__')
