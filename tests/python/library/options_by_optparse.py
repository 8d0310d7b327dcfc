# optparse: usage, help, types, actions, groups, errors, callbacks.
import optparse
import sys


def run(parser, *argv):
    try:
        options, args = parser.parse_args(list(argv))
        print(options, args)
    except SystemExit as e:
        print('exit', e.code)
    sys.stdout.flush()
    sys.stderr.flush()


p = optparse.OptionParser(usage='usage: %prog [options] FILE...', version='%prog 1.0', description='Reads files and does things with them, which takes a while to explain in full and so wraps.', epilog='The end.', prog='tool')
p.add_option('-f', '--file', dest='filename', help='write report to FILE', metavar='FILE')
p.add_option('-q', '--quiet', action='store_false', dest='verbose', default=True, help="don't print status messages to stdout")
p.add_option('-n', type='int', default=3, help='number [default: %default]')
p.add_option('--rate', type=float, dest='rate')
p.add_option('-v', action='count', dest='level', default=0)
p.add_option('-I', '--include', action='append', help='add a folder')
p.add_option('--mode', type='choice', choices=['fast', 'slow'], default='fast')
p.add_option('--pair', nargs=2, type='int')
p.add_option('--const', action='store_const', const=42, dest='c')
p.add_option('--secret', help=optparse.SUPPRESS_HELP)
p.add_option('--a-very-long-option-name-here', action='store_true', help='long help text that should be wrapped onto the next line because the name is long')
g = optparse.OptionGroup(p, 'Dangerous Options', 'Use with care.')
g.add_option('-x', action='store_true', help='explode')
p.add_option_group(g)
run(p, '-f', 'out', 'a', 'b')
run(p, '-fout', '-q', '-vvv', '-n5', '--rate=2.5', '-I', 'x', '--include=y', 'c')
run(p, '--pair', '1', '2', '--const', '--mode', 'slow', '--', '-f')
run(p, '--verb')
run(p, '--a-v', '-x')
run(p, '-n', 'many')
run(p, '--rate', 'x')
run(p, '--mode', 'medium')
run(p, '-f')
run(p, '--quiet=3')
run(p, '-z')
run(p, '--nothing')
run(p, '--pair', '1')
run(p, '--version')
run(p, '-h')
p.print_usage()
p.set_defaults(n=9, extra='e')
o, a = p.parse_args([])
print(o.n, o.extra, o.filename, a, o.ensure_value('filename', 'dflt'), vars(o)['c'], p.defaults['n'], o == p.get_default_values())
print(p.has_option('-f'), p.get_option('--file').dest, p.get_prog_name(), p.get_usage())


def back(option, opt, value, parser, *args, **kwargs):
    print('callback', option, opt, value, args, kwargs, parser.rargs)
    setattr(parser.values, option.dest, (value or 0) * 2)


p = optparse.OptionParser(conflict_handler='resolve', add_help_option=False)
p.add_option('-c', action='callback', callback=back, type='int', dest='c', callback_args=(1,), callback_kwargs={'k': 2})
p.add_option('-d', '--dd', dest='d')
p.add_option('-d', action='store_true', dest='other')
p.disable_interspersed_args()
run(p, '-c', '4', '-d', 'rest', '-c', '5')
run(p, '--dd', 'q')
for bad in (lambda: p.add_option('x'), lambda: p.add_option('-a', type='nope'), lambda: p.add_option('-b', action='nope'), lambda: p.add_option('-e', choices=[1])):
    try:
        bad()
    except optparse.OptParseError as e:
        print(type(e).__name__, e)
p = optparse.OptionParser()
p.add_option('-d')
try:
    p.add_option('-d')
except optparse.OptionConflictError as e:
    print(e)
p.error('custom message') if False else None
values = optparse.Values({'a': 1})
print(values, repr(values).startswith('<Values at'), values.a)
parser = optparse.OptionParser(usage='%prog x', option_list=[optparse.make_option('-k', '--key', default='v', help='key')])
run(parser, '-k', 'z')
try:
    parser.error('went wrong')
except SystemExit as e:
    print(e.code)
values._update_loose({'a': None, 'z': 5})
values._update_careful({'a': 2, 'b': 3})
print(values)
