"""Another name of re._constants."""
import warnings
warnings.warn(f'module {__name__!r} is deprecated', DeprecationWarning, stacklevel=2)
from re import _constants as _constants
globals().update((_name, _value) for _name, _value in vars(_constants).items() if _name[:2] != '__')
