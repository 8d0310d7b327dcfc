# The frames of optparse that its errors have; checks that a class of the program's adds.
import optparse
import sys
import traceback


class Checked(optparse.Option):
    def _check_upper(self):
        if self.metavar is not None and not self.metavar.isupper():
            raise optparse.OptionError('metavar must be upper case', self)
    CHECK_METHODS = optparse.Option.CHECK_METHODS + [_check_upper]


def add(*args, **kwargs):
    return lambda: optparse.OptionParser(option_class=Checked).add_option(*args, **kwargs)


twice = optparse.OptionParser()
twice.add_option('-x', '--long')
for ask in (add('x'), add('-'), add('---x'), add('-abc'), add('--'), add('-x', foo=1), add('-x', type='foo'), add('-x', action='zoo'),
            add('-x', type='int', action='store_true'), add('-x', type='choice'), add('-x', type='choice', choices=5),
            add('-x', choices=[1], type='int'), add('-x', const=1), add('-x', nargs=2, action='store_true'),
            add('-x', action='callback', callback=5), add('-x', callback=print), add('-x', callback_args=()), add(5), add(),
            add(optparse.Option('-x'), dest='y'), optparse.Option, lambda: twice.add_option('-x'), lambda: twice.remove_option('-q'),
            lambda: twice.set_conflict_handler(5), lambda: twice.add_option_group(5), add('-x', metavar='low'),
            add('-x', metavar='LOW')):
    try:
        print(ask())
    except Exception as e:
        traceback.print_exception(e, file=sys.stdout)
print(optparse.Option('-c', action='callback', callback=print).nargs)
