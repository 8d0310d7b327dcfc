import argparse
import sys


def run(parser, argv):
    try:
        print(parser.parse_args(argv))
    except SystemExit as e:
        print('exit', e.code)


p = argparse.ArgumentParser(prog='prog', description='Process some integers.', epilog='bye')
p.add_argument('integers', metavar='N', type=int, nargs='+', help='an integer for the accumulator')
p.add_argument('--sum', dest='accumulate', action='store_const', const=sum, default=max, help='sum the integers (default: find the max)')
p.print_help()
p.print_usage()
try:
    a = p.parse_args(['1', '2', '--sum'])
    print(a.integers, a.accumulate(a.integers))
except SystemExit as e:
    print(e.code)
sys.stderr = sys.stdout
run(p, [])
run(p, ['x'])
p = argparse.ArgumentParser(prog='tool', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument('-n', '--number', type=int, default=10, help='how many requests')
p.add_argument('-u', '--url', default='http://localhost', help='the url to be fetched which has a very long help text that needs wrapping over lines')
p.add_argument('-v', '--verbose', action='store_true')
p.add_argument('-q', action='count', default=0)
p.add_argument('--mode', choices=['fast', 'slow'], default='fast')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
p.add_argument('files', nargs='*')
p.print_help()
for a in [[], ['-n', '5', '-v'], ['-n5', '-qq', 'a', 'b'], ['--number=7'], ['--num', '3'], ['-n', 'x'], ['--mode', 'bad'], ['--zzz'], ['-n'], ['--version'], ['-h'], ['-vq', 'f'], ['--', '-x'], ['--ver']]:
    print(a)
    run(p, a)
p = argparse.ArgumentParser(prog='git')
p.add_argument('--debug', action='store_true')
sp = p.add_subparsers(dest='command', help='sub-command help')
a = sp.add_parser('add', help='add files')
a.add_argument('path')
a.set_defaults(func=lambda a: None)
b = sp.add_parser('commit', help='commit it')
b.add_argument('-m', '--message', required=True)
p.print_help()
for x in [['commit', '-m', 'hi'], ['commit'], ['nope'], [], ['--debug', 'commit', '-m', 'x']]:
    print(x)
    run(p, x)
p = argparse.ArgumentParser(prog='x')
g = p.add_mutually_exclusive_group(required=True)
g.add_argument('--a', action='store_true')
g.add_argument('--b', type=float)
p.add_argument('pos')
p.add_argument('opt', nargs='?', default='D')
p.add_argument('--flag', action=argparse.BooleanOptionalAction)
p.add_argument('--two', nargs=2)
p.add_argument('--ap', action='append')
p.print_help()
for x in [['--a', 'p'], ['--a', '--b', '1', 'p'], ['p'], ['--b', '1.5', 'p', 'q', '--no-flag'], ['--a', 'p', '--two', '1'], ['--a', 'p', '--two', '1', '2', '--ap', 'x', '--ap', 'y']]:
    print(x)
    run(p, x)
print(p.parse_known_args(['--a', 'p', '--unknown', '1']))
print(argparse.Namespace(a=1, b='x'), vars(argparse.Namespace(a=1)))
