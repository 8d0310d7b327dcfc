"""What argparse, itertools, heapq, enum, secrets and doctest say of wrong uses."""
import argparse, sys
p = argparse.ArgumentParser(prog='tool', description='A tool.', epilog='bye')
p.add_argument('file', help='the file'); p.add_argument('-n', '--num', type=int, default=3, help='number (default: %(default)s)'); p.add_argument('-v', '--verbose', action='store_true'); p.add_argument('--mode', choices=['a', 'b']); p.add_argument('rest', nargs='*'); g = p.add_mutually_exclusive_group(); g.add_argument('--x', action='count', default=0); g.add_argument('--y', action='append')
def t(*a):
    try: print(p.parse_args(a))
    except SystemExit as e: print('exit', e.code)
t('f'); t('f', '-n', '5', '-v', 'r1', 'r2'); t(); t('f', '-n', 'x'); t('f', '--mode', 'c'); t('f', '--bogus'); t('f', '--x', '--y', '1'); t('-h'); t('f', '--verb'); t('f', '-n'); t('f', '--num=7'); t('f', '-n5v'); t('--', '-f')
sp = argparse.ArgumentParser(prog='git'); subs = sp.add_subparsers(dest='cmd', required=True, help='commands'); a = subs.add_parser('add', help='add it'); a.add_argument('what', nargs='+'); b = subs.add_parser('commit', aliases=['ci']); b.add_argument('-m', required=True, metavar='MSG'); b.set_defaults(func=lambda ns: 'committed ' + ns.m)
for args in (['add', 'x', 'y'], ['ci', '-m', 'hi'], [], ['nope'], ['commit'], ['add'], ['-h'], ['commit', '-h']):
    try: ns = sp.parse_args(args); print(ns.cmd, getattr(ns, 'what', None), ns.func(ns) if hasattr(ns, 'func') else '')
    except SystemExit as e: print('exit', e.code)
print(p.parse_known_args(['f', '--zzz', '1'])); print(p.format_usage())
for bad in (lambda: p.add_argument('--num'), lambda: p.add_argument('x y', dest='q', action='nope'), lambda: p.add_argument('-1', type='int'), lambda: p.add_argument(), lambda: p.add_argument('pos', dest='d')):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
import heapq, enum, itertools, secrets, doctest
class Color(enum.Enum): RED = 1
for f in (lambda: heapq.heapify(5), lambda: heapq.heappop(()), lambda: heapq.heappush(5, 1), lambda: heapq.heappush([]), lambda: Color(), lambda: itertools.repeat(), lambda: secrets.compare_digest('a', b'a'), lambda: secrets.compare_digest(1, 2), lambda: secrets.compare_digest('é', 'é'), lambda: secrets.compare_digest(b'a', b'a')):
    try: print(f())
    except TypeError as e: print(e)
def example():
    """
    >>> 1 / 0
    Traceback (most recent call last):
    ...
    ZeroDivisionError: division by zero
    """
print(doctest.testmod())
