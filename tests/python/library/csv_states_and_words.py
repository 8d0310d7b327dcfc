"""csv: every state of the reader, each way of quoting of the writer, what is wrong with a dialect."""
import copy
import csv
import io
import itertools
import pickle


def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def read(*lines, **options):
    told(lambda: list(csv.reader(lines, **options)))


def write(row, **options):
    def text():
        out = io.StringIO()
        csv.writer(out, **options).writerow(row)
        return repr(out.getvalue())
    told(text)


read('a,b\\', 'c', escapechar='\\')
read('a,\\', 'b,c', escapechar='\\')
read('"a\\', 'b",c', escapechar='\\')
read('"a', 'b"c,"d""e"', '"x"y', '', ' ')
read('"x"y', strict=True)
read('"a', strict=True)
read('"a')
read('a\rb')
read('a b  c', '  a ', delimiter=' ', skipinitialspace=True)
read('1,,"2",a', quoting=csv.QUOTE_STRINGS)
read('1,,"2",a', quoting=csv.QUOTE_NOTNULL)
read('1,,"2"', quoting=csv.QUOTE_NONNUMERIC)
read('a', quoting=csv.QUOTE_NONNUMERIC)
read('"a,b"', quoting=csv.QUOTE_NONE)
before = csv.field_size_limit(3)
read('abc,ab')
read('abcd,ab')
told(lambda: csv.field_size_limit(None))
csv.field_size_limit(before)

for row, quoting in itertools.product((['a', 1, 2.5, None, ''], ['a"b', 'c,d', 'e\nf'], [''], [None], [' x', (1, 2)]), range(6)):
    write(row, quoting=quoting)
    write(row, quoting=quoting, doublequote=False, escapechar='\\')
    write(row, quoting=quoting, delimiter=' ', skipinitialspace=True)
write([''], lineterminator='x')
write(['x'], lineterminator='x')

for name in 'delimiter', 'quotechar', 'escapechar', 'lineterminator':
    for value in '', 'ab', 3, None, '\n', ' ':
        read('a', **{name: value})
for options in ({'delimiter': 'x', 'quotechar': 'x'}, {'quotechar': 'x', 'lineterminator': 'x'}, {'quoting': 9},
                {'quoting': 'a'}, {'quotechar': ' ', 'skipinitialspace': True}, {'quotechar': None, 'quoting': 0}, {'odd': 1}):
    read('a', **options)
for wrong in (lambda: csv.reader(3), lambda: csv.writer(3), lambda: csv.reader([], 'none'), lambda: csv.register_dialect(3),
              lambda: csv.writer(io.StringIO()).writerow(3), lambda: csv.get_dialect('none')):
    told(wrong)
known = csv.get_dialect('excel')
told(lambda: setattr(known, 'delimiter', ';'))
told(lambda: delattr(csv.reader([]), 'line_num'))
told(lambda: copy.copy(known))
told(lambda: pickle.dumps(known))
told(lambda: type('Half', (csv.Dialect,), {'delimiter': ','})())
told(lambda: csv.DictWriter(io.StringIO(), iter('ab')).fieldnames)
