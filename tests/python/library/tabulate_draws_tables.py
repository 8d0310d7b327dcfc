from tabulate import tabulate, tabulate_formats, simple_separated_format, SEPARATING_LINE
import tabulate as T
from dataclasses import dataclass
from collections import namedtuple, OrderedDict
import datetime, decimal, warnings
warnings.simplefilter('ignore')
print(tabulate_formats, sorted(T.multiline_formats))
rows = [['Sun', 696000, 1989100000], ['Earth', 6371, 5973.6], ['Moon', 1737, 73.5], ['Mars', 3390, 641.85]]
print(tabulate(rows)); print(tabulate(rows, headers=['Planet', 'R (km)', 'mass (x 10^29 kg)']))
for f in tabulate_formats:
    print(f); print(tabulate([['a', 1, 2.5, None], ['bb\nc', 22, -3.25, 'x|y&<']], ['name', 'n', 'f', 'o'], tablefmt=f))
@dataclass
class P: name: str; age: int
N = namedtuple('N', 'a b')
for data, h in [({'a': [1, 2], 'b': [3, 4, 5]}, 'keys'), ([{'a': 1, 'b': 2}, {'b': 3, 'c': 4}], 'keys'), ([{'a': 1}, {'a': 2}], {'a': 'A!'}), ([{'a': 'x'}, {'a': 2}], 'firstrow'), ([P('x', 1), P('yy', 22)], 'keys'), ([N(1, 2)], 'keys'), ([[1, 2], [3, 4]], 'firstrow'), ([[1, 2], [3, 4]], 'keys'), ([], 'keys'), ([], 'firstrow'), ([[1, 2, 3]], ['b', 'c']), ([[1], [2, 3]], ()), (iter([(1, 2)]), ['a', 'b'])]:
    for si in ('default', True):
        print(tabulate(data if not hasattr(data, '__next__') else [(1, 2)], h, showindex=si))
print(tabulate([[1], [2]], showindex=['x', 'y'])); print(tabulate([[1], [2]], showindex=iter('pq')))
for kw in (dict(floatfmt='.3f'), dict(floatfmt=('.1f', '.4f')), dict(intfmt=','), dict(numalign='left', stralign='right'), dict(numalign='center'), dict(numalign=None, stralign=None), dict(missingval='?'), dict(disable_numparse=True), dict(disable_numparse=[0]), dict(colglobalalign='center'), dict(colalign=('right', 'global', 'left')), dict(headersglobalalign='right'), dict(headersalign=('same', 'center')), dict(tablefmt='nope'), dict(tablefmt=simple_separated_format(' || ')), dict(preserve_whitespace=True), dict(maxcolwidths=5), dict(maxcolwidths=[None, 4]), dict(maxheadercolwidths=3), dict(tablefmt='grid', rowalign='center', maxcolwidths=4), dict(tablefmt='grid', rowalign=['bottom', 'top'], maxcolwidths=4), dict(colalign='right'), dict(missingval=('a', 'b'))):
    print(kw if 'tablefmt' not in kw or isinstance(kw['tablefmt'], str) else 'sep'); print(tabulate([['  some text here', 1234567.891, None, '12,345'], ['b', '0.5', 3, '1e3'], [None, 'nan', -7, '1,2.5']] if 'maxcolwidths' not in kw else [['  some text here', 1234567.891, None, '12'], ['b', '0.5', 3, '1e3'], [None, 'word another longerword', -7, '']], ['long header', 'x', 'y y', 'z'], **kw))
print(tabulate([[1, 'True'], [2.5, False], ['3', None]])); print(tabulate([[datetime.date(2020, 1, 2), decimal.Decimal('1.50')], ['x', 2]])); print(tabulate([['1e400', '-inf', '0x10', '1_000']])); print(tabulate([[b'ab', b'12']])); print(tabulate([['\x1b[31mred\x1b[0m', 1], ['blue', '\x1b[32m22\x1b[0m']], ['c', 'n'], tablefmt='grid')); print(tabulate([[True, 1], [False, 2.0]])); print(tabulate([['é', 'ü' * 3]])); print(tabulate([[1.0, 2], [1e10, 123456789]], floatfmt='.2e')); print(tabulate([[0.1, 1e-10, 100.0, 1/3]])); print(tabulate(['abc', 'de'])); print(tabulate([['a\n\nb', 1]], tablefmt='psql')); print(type(tabulate([[1]], tablefmt='html')).__name__)
for f in (lambda: tabulate(5), lambda: tabulate([1, 2]), lambda: tabulate([[1]], showindex=[1, 2]), lambda: tabulate([{'a': 1}], ['x']), lambda: tabulate({'a': 1}), lambda: tabulate(None), lambda: tabulate([[1]], nope=2)):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
