"""Dates and times."""
from _pydatetime import *
from _pydatetime import __all__
