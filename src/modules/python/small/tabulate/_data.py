"""Tables of many kinds as rows and headers."""
import dataclasses
from collections.abc import Iterable, Sized
from itertools import zip_longest

SEPARATING_LINE = '\001'
_WRONG = ('\n\nTo build a table python-tabulate requires two-dimensional data like a list of lists or similar.'
          '\nDid you forget a pair of extra [] or \',\' in ()?')


def is_separating(row):
    return type(row) in (list, str) and any(type(cell) is str and cell.strip() == SEPARATING_LINE for cell in row[:2])


def _columns(table, headers):
    """A dict of columns."""
    try:
        rows = list(zip_longest(*table.values()))
    except TypeError:
        raise TypeError(_WRONG) from None
    return rows, list(map(str, table)) if headers == 'keys' else headers


def _dicts(rows, headers):
    keys, first = {}, {}
    if headers == 'firstrow':
        first, rows = rows[0], rows[1:]
        keys.update(dict.fromkeys(first))
    for row in rows:
        keys.update(dict.fromkeys(row))
    if headers == 'keys':
        headers = list(keys)
    elif isinstance(headers, dict):
        headers = [headers.get(key, key) for key in keys]
    elif headers == 'firstrow':
        headers = [str(first.get(key, key)) for key in keys] if rows else []
    elif headers:
        raise ValueError('headers for a list of dicts is not a dict or a keyword')
    return [[row.get(key) for key in keys] for row in rows], headers


def _rows(table, headers):
    try:
        rows = list(table)
    except TypeError:
        raise TypeError(_WRONG) from None
    first = rows[0] if rows else None
    if not rows:
        headers = [] if headers == 'keys' else headers
    elif headers == 'keys' and isinstance(first, tuple) and hasattr(first, '_fields'):
        headers = first._fields
    elif hasattr(first, 'keys') and hasattr(first, 'values'):
        rows, headers = _dicts(rows, headers)
    elif headers == 'keys' and all(hasattr(table, name) for name in ('description', 'fetchone', 'rowcount')):
        headers = [column[0] for column in table.description]
    elif dataclasses.is_dataclass(first):
        names = [field.name for field in dataclasses.fields(first)]
        headers = names if headers == 'keys' else headers
        rows = [row if is_separating(row) else [getattr(row, name) for name in names] for row in rows]
    elif headers == 'keys':
        headers = range(len(first))
    return rows, headers


def _with_index(rows, index):
    if isinstance(index, Sized) and len(index) != len(rows):
        raise ValueError(f'index must be as long as the number of data rows: len(index)={len(index)} len(rows)={len(rows)}')
    numbers = iter(index)
    return [row if is_separating(row) else [next(numbers), *row] for row in rows]


def table_of(table, headers, showindex):
    """The rows, the headers, and how many of these are empty ones in front."""
    if hasattr(table, 'keys') and hasattr(table, 'values'):
        rows, headers = _columns(table, headers)
    else:
        rows, headers = _rows(table, headers)
    if headers == 'firstrow':
        headers, rows = (rows[0], rows[1:]) if rows else ([], rows)
    headers = list(map(str, headers))
    rows = [row if is_separating(row) else list(row) for row in rows]
    if isinstance(showindex, str):
        if showindex == 'always':
            rows = _with_index(rows, range(len(rows)))
    elif isinstance(showindex, Iterable):
        rows = _with_index(rows, list(showindex) if isinstance(showindex, Sized) else showindex)
    elif showindex:
        rows = _with_index(rows, range(len(rows)))
    pad = max(0, len(rows[0]) - len(headers)) if headers and rows else 0
    return rows, [''] * pad + headers, pad
