"""Tables of text."""
from prettytable import prettytable as _prettytable
from prettytable.prettytable import HRuleStyle, PrettyTable, TableStyle, VRuleStyle, from_csv, from_db_cursor

__version__ = '3.18.0'


def __getattr__(name):
    return _prettytable.__getattr__(name)
