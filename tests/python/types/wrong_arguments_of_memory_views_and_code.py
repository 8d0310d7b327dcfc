"""What bytes, views of memory, texts, dict views, code objects and operators say of arguments that do not fit."""
import heapq
import operator
import re
import string
import sys
import textwrap
import time
import types


def shown(source):
    try:
        print(source, '->', eval(source))
    except Exception as exc:
        print(source, '->', type(exc).__name__, exc)


def plain():
    return 1


class Missing:
    def __setitem__(self, key, value):
        pass


class Only:
    def __delitem__(self, key):
        pass


for method in ('upper', 'isalpha', 'clear', 'copy', 'reverse', 'join', 'zfill', 'partition', 'removeprefix', 'fromhex'):
    args = '1, 2'
    shown(f'bytearray(b"ab").{method}({args})')
    if hasattr(bytes, method):
        shown(f'b"ab".{method}({args})')
for method in ('release', 'tolist', 'toreadonly', 'tobytes'):
    shown(f'memoryview(b"ab").{method}(1, 2)')
for source in ('memoryview(b"ab").tobytes(1)', 'memoryview(b"ab").tobytes("X")', 'memoryview(b"ab").cast(None)',
               'memoryview(b"ab") % "a"', 'b"ab" % b"c"', 'b"ab".hex(None, None)', 'bytes.maketrans(a=1)',
               'float(bytearray(b"x"))', 'float(memoryview(b"1"))', 'str.maketrans(1, 2)', 'str.maketrans("a", None)',
               'str.maketrans("a", "b", 1)', '(1j).conjugate(1)', '{}.keys().isdisjoint()', '{}.items().isdisjoint(1, 2)',
               '"a".__dir__(1)', '"a".__sizeof__(1)', '"a".__format__()', 'object().__format__(1, 2)',
               '[].sort(1, 2, 3)', '[].sort(key=len, reverse=1, x=2)', 'dict.fromkeys(a=1)',
               'object().__init_subclass__(1)', 'object().__subclasshook__()'):
    shown(source)
for source in ('format(1, None)', 'int.from_bytes(b"", None)', 'type(None, (), {})', 'type("A", None, {})',
               'ExceptionGroup(None, [])', 'types.ModuleType(None)', 'sys.intern(None)', 'sys.stdout.write(None)',
               'time.strftime(None)', 'heapq.heappush(None, 1)', 'heapq.heapify(None)'):
    shown(source)
for source in ('operator.concat({}, {})', 'operator.concat(1, 2)', 'operator.concat([1], (2,))',
               'operator.concat(range(2), range(2))', 'operator.countOf(types.SimpleNamespace(), 1)',
               'operator.indexOf(re.match("a", "a"), 1)', 're.match([1], "a")', 'string.Template(1).substitute()',
               'textwrap.dedent(None)', 'textwrap.dedent(b"a")'):
    shown(source)
for target in ('...', '(i for i in [])', '{}.keys()', '{}.items()', 'zip()', 'slice(1)', '(1,)', 'range(2)', 'plain',
               'types.MappingProxyType({})', 'types.SimpleNamespace()', 'Missing()', 'Only()'):
    for statement in (f'del ({target})[0]', f'del ({target})["a"]', f'({target})[0] = 1'):
        try:
            exec(statement)
        except Exception as exc:
            print(statement, '->', type(exc).__name__, exc)
        else:
            print(statement, '-> done')
code = plain.__code__
print([name for name in dir(code) if name.startswith('co_')])
print(code.co_stacksize > 0, type(code.co_linetable), type(code.co_exceptiontable))
print(sorted({line for *_, line in code.co_lines()}), sorted({row[0] for row in code.co_positions()}))
for source in ('code.replace(1)', 'code.replace(foo=1)', 'code.replace(co_name=None)', 'code.replace(co_argcount="a")',
               'code.replace(co_consts=[])', 'code.replace(co_firstlineno=-1)', 'code.co_lines(1)'):
    shown(source)
print(help, type(help).__name__, repr(license), type(copyright).__module__)
print(credits)
