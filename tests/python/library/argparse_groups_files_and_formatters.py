"""argparse: exclusive groups in usage, arguments of a file, deprecated ones, intermixed ones, formatters of one's own."""
import argparse
import os
import sys

sys.stderr = sys.stdout


def told(what):
    try:
        print(what())
    except (Exception, SystemExit) as error:
        print(type(error).__name__, error)


parser = argparse.ArgumentParser(prog='nested')
outer = parser.add_mutually_exclusive_group()
outer.add_argument('--spam')
outer.add_argument('--eggs', action='store_true')
outer.add_argument('place', nargs='?')
parser.add_argument('-x', action='store_true')
parser.print_usage()
told(lambda: parser.parse_args(['--spam', '1', '--eggs']))

parser = argparse.ArgumentParser(prog='apart')
group = parser.add_mutually_exclusive_group(required=True)
parser.add_argument('-x', action='store_true')
group.add_argument('-a', action='store_true', help=argparse.SUPPRESS)
parser.add_argument('-y', action='store_true')
group.add_argument('-b', action='store_true')
parser.print_usage()

with open('/tmp/words', 'w') as file:
    file.write('--count\n3\nname with blanks\n')
parser = argparse.ArgumentParser(prog='file', fromfile_prefix_chars='@')
parser.add_argument('--count', type=int)
parser.add_argument('names', nargs='*')
told(lambda: parser.parse_args(['first', '@/tmp/words']))
told(lambda: parser.parse_args(['@/tmp/missing']))

parser = argparse.ArgumentParser(prog='old')
parser.add_argument('--foo', deprecated=True)
parser.add_argument('place', nargs='?', deprecated=True)
told(lambda: parser.parse_args(['--foo', '1', 'x', '--foo', '2']))
commands = argparse.ArgumentParser(prog='commands')
several = commands.add_subparsers(dest='command', title='what to do')
several.add_parser('run', aliases=['go'], help='runs', deprecated=True).add_argument('-n', type=int)
told(lambda: commands.parse_args(['go', '-n', '2']))
told(lambda: several.add_parser('x', aliases=['go']))
commands.print_help()

parser = argparse.ArgumentParser(prog='mixed')
parser.add_argument('--foo')
parser.add_argument('command')
parser.add_argument('rest', nargs='*', type=int)
told(lambda: parser.parse_intermixed_args('do 1 --foo x 2 3'.split()))
told(lambda: parser.parse_known_intermixed_args('do 1 --bar 2 --foo x 3'.split()))

parser = argparse.ArgumentParser(prog='wrong')
told(lambda: parser.add_argument('--two', nargs=2, metavar=('A',)))
told(lambda: parser.add_argument('--odd', nargs='abc'))
told(lambda: parser.add_argument('--kind', type='mine'))
parser.register('type', 'mine', str.upper)
parser.add_argument('--kind', type='mine')
told(lambda: parser.parse_args(['--kind', 'abc']))
told(lambda: argparse.ArgumentParser(conflict_handler='other'))
told(lambda: argparse.ArgumentParser(parents=[1]))
for kind in argparse.FileType('wb', 1), argparse.FileType('r', encoding='latin-1', errors='ignore'):
    print(kind)
print(argparse.FileType('rb')('-') is sys.stdin.buffer)


class Own(argparse.HelpFormatter):
    def _format_action_invocation(self, action):
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        return ', '.join(action.option_strings) + ' ' + self._format_args(action, action.dest.upper())

    def add_usage(self, usage, actions, groups, prefix=None):
        return super().add_usage(usage, actions, groups, 'Use: ')

    def start_section(self, heading):
        super().start_section(heading.capitalize())


parser = argparse.ArgumentParser(prog='own', formatter_class=lambda prog: Own(prog, max_help_position=40, width=60),
                                 description='What it does, at such a length that the line has to be broken somewhere.')
parser.add_argument('-o', '--output', help='where to\u00a0write')
parser.add_argument('files', nargs='+', help='what to read, with a text that needs more than one line of the help')
parser.print_help()

os.environ['COLUMNS'] = '30'
parser = argparse.ArgumentParser(prog='narrow', parents=[parser], add_help=False, usage=argparse.SUPPRESS)
parser.print_help()
