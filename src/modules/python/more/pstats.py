"""Tables of what profilers have counted."""
import os as _os
import re as _re
import sys as _sys
import time as _time
from dataclasses import dataclass as _dataclass
from enum import StrEnum as _StrEnum
from functools import cmp_to_key as _cmp_to_key
from typing import Dict as _Dict

__all__ = ['Stats', 'SortKey', 'FunctionProfile', 'StatsProfile']


class SortKey(_StrEnum):
    """What tables can be sorted by; some have two names."""
    CALLS = 'calls', 'ncalls'
    CUMULATIVE = 'cumulative', 'cumtime'
    FILENAME = 'filename', 'module'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time', 'tottime'

    def __new__(cls, *names):
        self = str.__new__(cls, names[0])
        self._value_ = names[0]
        for name in names[1:]:
            cls._value2member_map_[name] = self
        self._all_values = names
        return self


@_dataclass(unsafe_hash=True)
class FunctionProfile:
    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@_dataclass(unsafe_hash=True)
class StatsProfile:
    total_tt: float
    func_profiles: _Dict[str, FunctionProfile]


# Rows to sort are: primitive calls, calls, own time, cumulative time, file, line, name, as shown.
_CALLS, _CUMULATIVE = (((1, -1),), 'call count'), (((3, -1),), 'cumulative time')
_FILE, _TIME = (((4, 1),), 'file name'), (((2, -1),), 'internal time')
_NUMBERS = {-1: 'stdname', 0: 'calls', 1: 'time', 2: 'cumulative'}
_PROFILER = ('jprofile', 0, 'profiler')


class Stats:
    """What profilers or files of theirs say, to be sorted and printed."""

    sort_arg_dict_default = {
        'calls': _CALLS, 'ncalls': _CALLS, 'cumtime': _CUMULATIVE, 'cumulative': _CUMULATIVE, 'filename': _FILE,
        'line': (((5, 1),), 'line number'), 'module': _FILE, 'name': (((6, 1),), 'function name'),
        'nfl': (((6, 1), (4, 1), (5, 1)), 'name/file/line'), 'pcalls': (((0, -1),), 'primitive call count'),
        'stdname': (((7, 1),), 'standard name'), 'time': _TIME, 'tottime': _TIME}

    def __init__(self, *args, stream=None):
        self.stream = stream or _sys.stdout
        first, *others = args or (None,)
        self.init(first)
        self.add(*others)

    def init(self, arg):
        self.all_callees = self.fcn_list = None
        self.files = []
        self.total_tt = self.total_calls = self.prim_calls = self.max_name_len = 0
        self.top_level = set()
        self.stats, self.sort_arg_dict = {}, {}
        self.load_stats(arg)
        try:
            self.get_top_level_stats()
        except Exception:
            print(f'Invalid timing data {self.files[-1] if self.files else ""}', file=self.stream)
            raise

    def load_stats(self, arg):
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            import pickle
            with open(arg, 'rb') as file:
                self.stats = pickle.load(file)
            try:
                arg = f'{_time.ctime(_os.stat(arg).st_mtime)}    {arg}'
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        if not self.stats:
            raise TypeError(f'Cannot create or construct a {self.__class__!r} object from {arg!r}')

    def get_top_level_stats(self):
        for function, (primitive, calls, own, total, callers) in self.stats.items():
            self.total_calls += calls
            self.prim_calls += primitive
            self.total_tt += own
            if _PROFILER in callers:
                self.top_level.add(function)
            self.max_name_len = max(self.max_name_len, len(func_std_string(function)))

    def add(self, *arg_list):
        for item in arg_list:
            if type(self) is not type(item):
                item = type(self)(item)
            self.files += item.files
            self.total_calls += item.total_calls
            self.prim_calls += item.prim_calls
            self.total_tt += item.total_tt
            self.top_level |= item.top_level
            self.max_name_len = max(self.max_name_len, item.max_name_len)
            self.fcn_list = None
            for function, numbers in item.stats.items():
                self.stats[function] = add_func_stats(self.stats.get(function, (0, 0, 0, 0, {})), numbers)
        return self

    def dump_stats(self, filename):
        import pickle
        with open(filename, 'wb') as file:
            pickle.dump(self.stats, file)

    def get_sort_arg_defs(self):
        """The keys and each beginning of one by which it can be told."""
        if not self.sort_arg_dict:
            taken = set()
            for word, keys in self.sort_arg_dict_default.items():
                for end in range(len(word), 0, -1):
                    part = word[:end]
                    if part in self.sort_arg_dict and self.sort_arg_dict[part] is not keys:
                        taken.add(part)
                    self.sort_arg_dict[part] = keys
            for part in taken - set(self.sort_arg_dict_default):
                del self.sort_arg_dict[part]
            self.sort_arg_dict.update(self.sort_arg_dict_default)
        return self.sort_arg_dict

    def sort_stats(self, *field):
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [_NUMBERS[field[0]]]
        elif len(field) >= 2:
            for argument in field[1:]:
                if type(argument) is not type(field[0]):
                    raise TypeError("Can't have mixed argument type")
        known = self.get_sort_arg_defs()
        keys, names = (), []
        for word in field:
            if isinstance(word, SortKey):
                word = word.value
            keys += known[word][0]
            names.append(known[word][1])
        self.sort_type = ', '.join(names)

        def order(a, b):
            for place, direction in keys:
                if a[place] != b[place]:
                    return direction if a[place] > b[place] else -direction
            return 0

        rows = [numbers[:4] + function + (func_std_string(function), function)
                for function, numbers in self.stats.items()]
        self.fcn_list = [row[-1] for row in sorted(rows, key=_cmp_to_key(order))]
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        """Leaves out the folders of files; what is then one function is added up."""
        stripped = {}
        for function, (primitive, calls, own, total, callers) in self.stats.items():
            shorter = {}
            for caller, value in callers.items():
                caller = func_strip_path(caller)
                shorter[caller] = _sum(shorter[caller], value) if caller in shorter else value
            name = func_strip_path(function)
            numbers = primitive, calls, own, total, shorter
            stripped[name] = add_func_stats(stripped[name], numbers) if name in stripped else numbers
        self.stats = stripped
        self.max_name_len = max((len(func_std_string(name)) for name in stripped), default=0)
        self.top_level = {func_strip_path(function) for function in self.top_level}
        self.fcn_list = self.all_callees = None
        return self

    def calc_callees(self):
        if not self.all_callees:
            self.all_callees = {}
            for function, numbers in self.stats.items():
                self.all_callees.setdefault(function, {})
                for caller, value in numbers[4].items():
                    self.all_callees.setdefault(caller, {})[function] = value

    def eval_print_amount(self, sel, list, msg):
        """Those of the list that a restriction leaves: a part, a number of rows, or the names that match."""
        left, count = list, len(list)
        if isinstance(sel, str):
            try:
                pattern = _re.compile(sel)
            except _re.PatternError:
                return list, msg + f'   <Invalid regular expression {sel!r}>\n'
            left = [function for function in list if pattern.search(func_std_string(function))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            left = list[:int(count * sel + .5)]
        elif isinstance(sel, int) and 0 <= sel < count:
            left = list[:sel]
        if len(left) != count:
            msg += f'   List reduced from {count!r} to {len(left)!r} due to restriction <{sel!r}>\n'
        return left, msg

    def get_print_list(self, sel_list):
        width = self.max_name_len
        if self.fcn_list:
            rows, message = self.fcn_list[:], f'   Ordered by: {self.sort_type}\n'
        else:
            rows, message = list(self.stats), '   Random listing order was used\n'
        for restriction in sel_list:
            rows, message = self.eval_print_amount(restriction, rows, message)
        if not rows:
            return 0, rows
        print(message, file=self.stream)
        if len(rows) < len(self.stats):
            width = max(len(func_std_string(function)) for function in rows)
        return width + 2, rows

    def get_stats_profile(self):
        functions = {}
        for function in self.fcn_list[:] if self.fcn_list else list(self.stats):
            primitive, calls, own, total, _ = self.stats[function]
            file, line, name = function
            functions[name] = FunctionProfile(
                str(calls) if calls == primitive else f'{calls}/{primitive}', float(f8(own)),
                -1 if calls == 0 else float(f8(own / calls)), float(f8(total)),
                -1 if primitive == 0 else float(f8(total / primitive)), file, line)
        return StatsProfile(float(f8(self.total_tt)), functions)

    def print_stats(self, *amount):
        def put(*words, end='\n'):
            print(*words, end=end, file=self.stream)

        for file in self.files:
            put(file)
        if self.files:
            put()
        indent = ' ' * 8
        for function in self.top_level:
            put(indent, func_get_function_name(function))
        put(indent, self.total_calls, 'function calls', end=' ')
        if self.total_calls != self.prim_calls:
            put(f'({self.prim_calls:d} primitive calls)', end=' ')
        put(f'in {self.total_tt:.3f} seconds')
        put()
        _, rows = self.get_print_list(amount)
        if rows:
            self.print_title()
            for function in rows:
                self.print_line(function)
            put()
            put()
        return self

    def print_callees(self, *amount):
        width, rows = self.get_print_list(amount)
        if rows:
            self.calc_callees()
            self.print_call_heading(width, 'called...')
            for function in rows:
                self.print_call_line(width, function, self.all_callees.get(function, {}))
            print('\n', file=self.stream)
        return self

    def print_callers(self, *amount):
        width, rows = self.get_print_list(amount)
        if rows:
            self.print_call_heading(width, 'was called by...')
            for function in rows:
                self.print_call_line(width, function, self.stats[function][4], '<-')
            print('\n', file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        print('Function '.ljust(name_size) + column_title, file=self.stream)
        for numbers in self.stats.values():
            if numbers[4]:
                if isinstance(next(iter(numbers[4].values())), tuple):
                    print(' ' * name_size + '    ncalls  tottime  cumtime', file=self.stream)
                break

    def print_call_line(self, name_size, source, call_dict, arrow='->'):
        print(func_std_string(source).ljust(name_size) + arrow, end=' ', file=self.stream)
        if not call_dict:
            print(file=self.stream)
        further = 0
        for function in sorted(call_dict):
            name, value = func_std_string(function), call_dict[function]
            if isinstance(value, tuple):
                calls, primitive, own, total = value
                count = f'{calls:d}' if calls == primitive else f'{calls:d}/{primitive:d}'
                text, left = f'{count.rjust(7 + 2 * further)} {f8(own)} {f8(total)}  {name}', name_size + 1
            else:
                text, left = f'{name}({value!r}) {f8(self.stats[function][3])}', name_size + 3
            print(' ' * (further * left) + text, file=self.stream)
            further = 1

    def print_line(self, func):
        primitive, calls, own, total, _ = self.stats[func]
        count = str(calls) if calls == primitive else f'{calls}/{primitive}'
        each = ' ' * 8 if calls == 0 else f8(own / calls)
        each_primitive = ' ' * 8 if primitive == 0 else f8(total / primitive)
        print(count.rjust(9), f8(own), each, f8(total), each_primitive, func_std_string(func), file=self.stream)

    def print_title(self):
        print('   ncalls  tottime  percall  cumtime  percall', 'filename:lineno(function)', file=self.stream)


def _sum(a, b):
    return tuple(x + y for x, y in zip(a, b)) if isinstance(a, tuple) else a + b


def func_strip_path(func_name):
    file, line, name = func_name
    return _os.path.basename(file), line, name


def func_get_function_name(func):
    return func[2]


def func_std_string(func_name):
    """A function as tables show it; native ones have no file."""
    file, line, name = func_name
    if (file, line) != ('~', 0):
        return f'{file}:{line:d}({name})'
    return '{%s}' % name[1:-1] if name.startswith('<') and name.endswith('>') else name


def add_func_stats(target, source):
    callers = add_callers(target[4], source[4])
    return *(a + b for a, b in zip(target[:4], source[:4])), callers


def add_callers(target, source):
    both = dict(target)
    for caller, value in source.items():
        both[caller] = _sum(both[caller], value) if caller in both else value
    return both


def count_calls(callers):
    return sum(callers.values())


def f8(x):
    return f'{x:8.3f}'
