# Options, groups and nodes that do not fit are refused; help's default tag, width and empty list of options.
import optparse, os, sys
from graphlib import TopologicalSorter


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print('-- graphlib')
order = TopologicalSorter({'end': ['left', 'right'], 'left': ['start'], 'right': ['start']})
tried(order.done, 'start')
order.prepare()
for nodes in (['nowhere'], ['start']):
    tried(order.done, *nodes)
print(order.get_ready())
tried(order.done, 'end')
order.done('start')
tried(order.done, 'start')
print(sorted(order.get_ready()), order.is_active())
order.done('left', 'right')
print(order.get_ready())
order.done('end')
print(order.is_active(), bool(order))

print('-- options')
parser = optparse.OptionParser(prog='tool', usage='%prog words', add_help_option=False)
print(repr(parser.format_help()))
for args in ((None,), (3, 4)):
    tried(parser.add_option, *args)
    tried(parser.add_option_group, *args)
tried(parser.add_option_group, optparse.OptionGroup(optparse.OptionParser(), 'Of another'))
for attributes in ({'action': 'callback', 'callback': print, 'callback_args': [1]},
                   {'action': 'callback', 'callback': print, 'callback_kwargs': [1]}, {'callback': 'f'},
                   {'callback_args': (1,)}, {'action': 'count', 'callback_kwargs': {}}):
    tried(optparse.Option, '-b', **attributes)
parser.add_option('-n', '--number', type='int', default='12', help='of %default, or @')
group = optparse.OptionGroup(parser, 'More')
group.set_title('Further')
group.add_option('-x', action='store_true', help='x')
parser.add_option_group(group)
for tag in ('%default', None, '@'):
    parser.formatter.default_tag = tag
    print(parser.format_help())
print(parser.get_default_values().number + 1)
parser.set_process_default_values(False)
print(repr(parser.get_default_values().number))
for columns in ('30', '60', '12'):
    os.environ['COLUMNS'] = columns
    narrow = optparse.OptionParser(prog='narrow', description='what it does, in more words than fit')
    narrow.add_option('-l', '--long-option', metavar='WORD', help='help that has to be wrapped somewhere')
    print(narrow.format_help())
parser.destroy()
