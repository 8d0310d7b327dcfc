"""Options of a command line, as programs wrote them before argparse."""
import os
import sys
import textwrap

from _option_errors import (AmbiguousOptionError, BadOptionError, OptParseError, OptionConflictError, OptionError,
                            OptionValueError)
from _option_help import HelpFormatter, IndentedHelpFormatter, NO_DEFAULT, TitledHelpFormatter

__all__ = ['Option', 'make_option', 'SUPPRESS_HELP', 'SUPPRESS_USAGE', 'Values', 'OptionContainer', 'OptionGroup',
           'OptionParser', 'HelpFormatter', 'IndentedHelpFormatter', 'TitledHelpFormatter', 'OptParseError',
           'OptionError', 'OptionConflictError', 'OptionValueError', 'BadOptionError', 'check_choice']
SUPPRESS_HELP, SUPPRESS_USAGE = 'SUPPRESSHELP', 'SUPPRESSUSAGE'


def _int(text):
    kind = text[:2].lower()
    return int(text, 16 if kind == '0x' else 2 if kind == '0b' else 8 if text[:1] == '0' and text[1:] else 10)


def check_builtin(option, opt, value):
    convert, what = {'int': (_int, 'integer'), 'long': (_int, 'integer'), 'float': (float, 'floating-point'),
                     'complex': (complex, 'complex')}[option.type]
    try:
        return convert(value)
    except ValueError:
        raise OptionValueError(f'option {opt}: invalid {what} value: {value!r}')


def check_choice(option, opt, value):
    if value in option.choices:
        return value
    raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {', '.join(map(repr, option.choices))})")


class Option:
    """One option: its names, what it does, where its value goes."""
    ATTRS = ['action', 'type', 'dest', 'default', 'nargs', 'const', 'choices', 'callback', 'callback_args',
             'callback_kwargs', 'help', 'metavar']
    ACTIONS = ('store', 'store_const', 'store_true', 'store_false', 'append', 'append_const', 'count', 'callback', 'help',
               'version')
    STORE_ACTIONS = ACTIONS[:7]
    TYPED_ACTIONS = ('store', 'append', 'callback')
    ALWAYS_TYPED_ACTIONS = ('store', 'append')
    CONST_ACTIONS = ('store_const', 'append_const')
    TYPES = ('string', 'int', 'long', 'float', 'complex', 'choice')
    TYPE_CHECKER = {'int': check_builtin, 'long': check_builtin, 'float': check_builtin, 'complex': check_builtin,
                    'choice': check_choice}

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts, self.container = [], [], None
        opts = self._check_opt_strings(opts)  #: 569
        self._set_opt_strings(opts)  #: 570
        self._set_attrs(attrs)  #: 573
        for check in self.CHECK_METHODS:
            check(self)  #: 581 checker(self)

    def _check_opt_strings(self, opts):
        opts = [opt for opt in opts if opt]
        if not opts:
            raise TypeError('at least one option string must be supplied')  #: 589 raise TypeError("at least one option string must be supplied")
        return opts

    def _set_opt_strings(self, opts):
        for opt in opts:
            if len(opt) < 2:
                raise OptionError(f'invalid option string {opt!r}: must be at least two characters long', self)  #: 595 raise OptionError(⏎    "invalid option string %r: "⏎    "must be at least two characters long" % opt, self)
            if len(opt) == 2:
                if opt[0] != '-' or opt[1] == '-':
                    raise OptionError(f'invalid short option string {opt!r}: must be of the form -x, (x any non-dash char)', self)  #: 600 raise OptionError(⏎    "invalid short option string %r: "⏎    "must be of the form -x, (x any non-dash char)" % opt,⏎    self)
                self._short_opts.append(opt)
            else:
                if opt[:2] != '--' or opt[2] == '-':
                    raise OptionError(f'invalid long option string {opt!r}: must start with --, followed by non-dash', self)  #: 607 raise OptionError(⏎    "invalid long option string %r: "⏎    "must start with --, followed by non-dash" % opt,⏎    self)
                self._long_opts.append(opt)

    def _set_attrs(self, attrs):
        for name in self.ATTRS:
            setattr(self, name, attrs.pop(name, NO_DEFAULT if name == 'default' else None))
        if attrs:
            raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)  #: 625 raise OptionError(⏎    "invalid keyword arguments: %s" % ", ".join(attrs),⏎    self)

    def _check_action(self):
        self.action = 'store' if self.action is None else self.action
        if self.action not in self.ACTIONS:
            raise OptionError(f'invalid action: {self.action!r}', self)  #: 636 raise OptionError("invalid action: %r" % self.action, self)

    def _check_type(self):
        if self.type is None:
            if self.action in self.ALWAYS_TYPED_ACTIONS:
                self.type = 'string' if self.choices is None else 'choice'
            return
        if isinstance(self.type, type):
            self.type = self.type.__name__
        self.type = 'string' if self.type == 'str' else self.type
        if self.type not in self.TYPES:
            raise OptionError(f'invalid option type: {self.type!r}', self)  #: 657 raise OptionError("invalid option type: %r" % self.type, self)
        if self.action not in self.TYPED_ACTIONS:
            raise OptionError(f'must not supply a type for action {self.action!r}', self)  #: 659 raise OptionError(⏎    "must not supply a type for action %r" % self.action, self)

    def _check_choice(self):
        if self.type == 'choice':
            if self.choices is None:
                raise OptionError("must supply a list of choices for type 'choice'", self)  #: 665 raise OptionError(⏎    "must supply a list of choices for type 'choice'", self)
            if not isinstance(self.choices, (tuple, list)):
                raise OptionError(f"choices must be a list of strings ({str(type(self.choices)).split(chr(39))[1]!r} supplied)", self)  #: 668 raise OptionError(⏎    "choices must be a list of strings ('%s' supplied)"⏎    % str(type(self.choices)).split("'")[1], self)
        elif self.choices is not None:
            raise OptionError(f'must not supply choices for type {self.type!r}', self)  #: 672 raise OptionError(⏎    "must not supply choices for type %r" % self.type, self)

    def _check_dest(self):
        if self.dest is None and (self.action in self.STORE_ACTIONS or self.type is not None):
            self.dest = self._long_opts[0][2:].replace('-', '_') if self._long_opts else self._short_opts[0][1]

    def _check_const(self):
        if self.const is not None and self.action not in self.CONST_ACTIONS:
            raise OptionError(f"'const' must not be supplied for action {self.action!r}", self)  #: 692 raise OptionError(⏎    "'const' must not be supplied for action %r" % self.action,⏎    self)

    def _check_nargs(self):
        if self.action in self.TYPED_ACTIONS:
            self.nargs = 1 if self.nargs is None else self.nargs
        elif self.nargs is not None:
            raise OptionError(f"'nargs' must not be supplied for action {self.action!r}", self)  #: 701 raise OptionError(⏎    "'nargs' must not be supplied for action %r" % self.action,⏎    self)

    def _check_callback(self):
        if self.action == 'callback':
            if not callable(self.callback):
                raise OptionError(f'callback not callable: {self.callback!r}', self)  #: 708 raise OptionError(⏎    "callback not callable: %r" % self.callback, self)
            if self.callback_args is not None and not isinstance(self.callback_args, tuple):
                raise OptionError(f'callback_args, if supplied, must be a tuple: not {self.callback_args!r}', self)  #: 712 raise OptionError(⏎    "callback_args, if supplied, must be a tuple: not %r"⏎    % self.callback_args, self)
            if self.callback_kwargs is not None and not isinstance(self.callback_kwargs, dict):
                raise OptionError(f'callback_kwargs, if supplied, must be a dict: not {self.callback_kwargs!r}', self)  #: 717 raise OptionError(⏎    "callback_kwargs, if supplied, must be a dict: not %r"⏎    % self.callback_kwargs, self)
            return
        if self.callback is not None:
            raise OptionError(f'callback supplied ({self.callback!r}) for non-callback option', self)  #: 722 raise OptionError(⏎    "callback supplied (%r) for non-callback option"⏎    % self.callback, self)
        if self.callback_args is not None:
            raise OptionError('callback_args supplied for non-callback option', self)  #: 726 raise OptionError(⏎    "callback_args supplied for non-callback option", self)
        if self.callback_kwargs is not None:
            raise OptionError('callback_kwargs supplied for non-callback option', self)  #: 729 raise OptionError(⏎    "callback_kwargs supplied for non-callback option", self)

    CHECK_METHODS = [_check_action, _check_type, _check_choice, _check_dest, _check_const, _check_nargs, _check_callback]

    def __str__(self):
        return '/'.join(self._short_opts + self._long_opts)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}: {self}>'

    def takes_value(self):
        return self.type is not None

    def get_opt_string(self):
        return (self._long_opts or self._short_opts)[0]

    def check_value(self, opt, value):
        checker = self.TYPE_CHECKER.get(self.type)
        return value if checker is None else checker(self, opt, value)

    def convert_value(self, opt, value):
        if value is not None:
            return self.check_value(opt, value) if self.nargs == 1 else tuple(self.check_value(opt, v) for v in value)

    def process(self, opt, value, values, parser):
        return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

    def take_action(self, action, dest, opt, value, values, parser):
        if action in ('store', 'store_const', 'store_true', 'store_false'):
            setattr(values, dest, {'store': value, 'store_const': self.const}.get(action, action == 'store_true'))
        elif action in ('append', 'append_const'):
            values.ensure_value(dest, []).append(value if action == 'append' else self.const)
        elif action == 'count':
            setattr(values, dest, values.ensure_value(dest, 0) + 1)  #: 801
        elif action == 'callback':
            self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
        else:
            parser.print_help() if action == 'help' else parser.print_version()
            parser.exit()
        return 1


make_option = Option


class Values:
    """What has been given, as attributes."""

    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def __str__(self):
        return str(self.__dict__)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}: {self}>'

    def __eq__(self, other):
        return self.__dict__ == (other.__dict__ if isinstance(other, Values) else other)

    def ensure_value(self, attr, value):
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)

    def _update_loose(self, options):
        self.__dict__.update(options)

    def _update_careful(self, options):
        self.__dict__.update((name, options[name]) for name in dir(self) if options.get(name) is not None)


class OptionContainer:
    """Options that stand together."""

    def __init__(self, option_class, conflict_handler, description):
        self.option_list, self._by_name, self.defaults = [], {}, {}
        self.option_class, self.conflict_handler, self.description = option_class, conflict_handler, description

    def set_description(self, description):
        self.description = description

    def destroy(self):
        """Leaves the options to themselves."""
        self.option_list, self._by_name, self.defaults = [], {}, {}

    def get_description(self):
        return self.description

    def set_conflict_handler(self, handler):
        if handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value {handler!r}')  #: 949 raise ValueError("invalid conflict_resolution value %r" % handler)
        self.conflict_handler = handler

    def _check_conflict(self, option):
        taken = [name for name in option._short_opts + option._long_opts if name in self._by_name]
        if taken and self.conflict_handler == 'error':
            raise OptionConflictError(f"conflicting option string(s): {', '.join(taken)}", option)  #: 980 raise OptionConflictError(⏎    "conflicting option string(s): %s"⏎    % ", ".join([co[0] for co in conflict_opts]),⏎    option)
        for name in taken:
            other = self._by_name.pop(name)
            (other._long_opts if name[:2] == '--' else other._short_opts).remove(name)
            if not other._short_opts and not other._long_opts:
                other.container.option_list.remove(other)

    def add_option(self, *args, **kwargs):
        if isinstance(args[0], str):  #: 999
            option = self.option_class(*args, **kwargs)  #: 1000
        elif len(args) == 1 and not kwargs:
            option = args[0]
            if not isinstance(option, Option):
                raise TypeError(f'not an Option instance: {option!r}')  #: 1004 raise TypeError("not an Option instance: %r" % option)
        else:
            raise TypeError('invalid arguments')  #: 1006 raise TypeError("invalid arguments")
        self._check_conflict(option)  #: 1008
        self.option_list.append(option)
        option.container = self
        self._by_name.update(dict.fromkeys(option._short_opts + option._long_opts, option))
        if option.dest is not None:
            if option.default is not NO_DEFAULT:
                self.defaults[option.dest] = option.default
            else:
                self.defaults.setdefault(option.dest, None)
        return option

    def add_options(self, option_list):
        for option in option_list:
            self.add_option(option)  #: 1027

    def get_option(self, opt_str):
        return self._by_name.get(opt_str)

    def has_option(self, opt_str):
        return opt_str in self._by_name

    def remove_option(self, opt_str):
        option = self._by_name.get(opt_str)
        if option is None:
            raise ValueError(f'no such option {opt_str!r}')  #: 1044 raise ValueError("no such option %r" % opt_str)
        for name in option._short_opts + option._long_opts:
            del self._by_name[name]
        option.container.option_list.remove(option)


class OptionGroup(OptionContainer):
    """Options under a heading of their own."""

    def __init__(self, parser, title, description=None):
        self.parser, self.title = parser, title
        super().__init__(parser.option_class, parser.conflict_handler, description)
        self._by_name, self.defaults = parser._by_name, parser.defaults

    def set_title(self, title):
        self.title = title


class OptionParser(OptionContainer):
    """Takes a command line apart."""
    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler='error',
                 description=None, formatter=None, add_help_option=True, prog=None, epilog=None):
        super().__init__(option_class, conflict_handler, description)
        self.prog, self.version, self.epilog, self.option_groups = prog, version, epilog, []
        self.allow_interspersed_args, self.formatter = True, formatter or HelpFormatter()
        self.process_default_values = True
        self.rargs = self.largs = self.values = None
        self.set_usage(usage)  #: 1191
        self.add_options(self.standard_option_list)
        self.add_options(option_list or ())
        if version:
            self.add_option('--version', action='version', help="show program's version number and exit")
        if add_help_option:
            self.add_option('-h', '--help', action='help', help='show this help message and exit')

    def set_usage(self, usage):
        usage = '%prog [options]' if usage is None else None if usage is SUPPRESS_USAGE else usage
        self.usage = usage[7:] if usage and usage.lower().startswith('usage: ') else usage

    def enable_interspersed_args(self):
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        self.allow_interspersed_args = False

    def set_process_default_values(self, process):
        self.process_default_values = process

    def set_default(self, dest, value):
        self.defaults[dest] = value

    def set_defaults(self, **kwargs):
        self.defaults.update(kwargs)

    def get_default_values(self):
        if not self.process_default_values:
            return Values(self.defaults)
        defaults, groups = dict(self.defaults), [self, *self.option_groups]
        for option in (option for group in groups for option in group.option_list):
            if isinstance(value := defaults.get(option.dest), str):
                defaults[option.dest] = option.check_value(option.get_opt_string(), value)
        return Values(defaults)

    def add_option_group(self, *args, **kwargs):
        if isinstance(args[0], str):
            group = OptionGroup(self, *args, **kwargs)
        elif len(args) == 1 and not kwargs:
            group = args[0]
            if not isinstance(group, OptionGroup):
                raise TypeError(f'not an OptionGroup instance: {group!r}')  #: 1330 raise TypeError("not an OptionGroup instance: %r" % group)
        else:
            raise TypeError('invalid arguments')
        if group.parser is not self:
            raise ValueError('invalid OptionGroup (wrong parser)')
        self.option_groups.append(group)
        return group

    def get_option_group(self, opt_str):
        option = self._by_name.get(opt_str)
        return option.container if option and option.container is not self else None

    def parse_args(self, args=None, values=None):
        self.rargs, self.largs = list(sys.argv[1:] if args is None else args), []
        self.values = self.get_default_values() if values is None else values
        try:
            self._process_args(self.largs, self.rargs, self.values)
        except (BadOptionError, OptionValueError) as err:
            self.error(str(err))  #: 1389
        return self.check_values(self.values, self.largs + self.rargs)

    def check_values(self, values, args):
        return values, args

    def _process_args(self, largs, rargs, values):
        while rargs:
            arg = rargs[0]
            if arg == '--':
                del rargs[0]
                return
            if arg[:2] == '--':
                del rargs[0]
                name, given, value = arg.partition('=')
                name = self._match_long_opt(name)
                self._process(name, rargs, values, [value] if given else None)
            elif arg[:1] == '-' and len(arg) > 1:
                del rargs[0]
                self._process_short_opts(arg, rargs, values)
            elif self.allow_interspersed_args:
                largs.append(rargs.pop(0))
            else:
                return

    def _match_long_opt(self, opt):
        if opt in self._by_name:
            return opt
        found = sorted(name for name in self._by_name if name.startswith(opt))
        if len(found) == 1:
            return found[0]
        raise AmbiguousOptionError(opt, found) if found else BadOptionError(opt)

    def _process_short_opts(self, arg, rargs, values):
        for at, letter in enumerate(arg[1:], 2):
            option = self._by_name.get('-' + letter)
            if option is None:
                raise BadOptionError('-' + letter)
            if option.takes_value():  #: 1514
                self._process('-' + letter, rargs, values, [arg[at:]] if arg[at:] else None)
                return
            self._process('-' + letter, rargs, values, None)

    def _process(self, opt, rargs, values, given):
        option = self._by_name[opt]
        if not option.takes_value():
            if given:
                self.error(f'{opt} option does not take a value')
            value = None
        else:
            rargs[:0] = given or ()
            count = option.nargs
            if len(rargs) < count:
                self.error(f'{opt} option requires {count} argument{"s" if count != 1 else ""}')
            value = rargs[0] if count == 1 else tuple(rargs[:count])
            del rargs[:count]
        option.process(opt, value, values, self)

    def get_prog_name(self):
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, s):
        return s.replace('%prog', self.get_prog_name())

    def exit(self, status=0, msg=None):
        if msg:
            sys.stderr.write(msg)
        sys.exit(status)  #: 1559

    def error(self, msg):
        self.print_usage(sys.stderr)  #: 1568
        self.exit(2, f'{self.get_prog_name()}: error: {msg}\n')

    def get_usage(self):
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ''

    def print_usage(self, file=None):
        if self.usage:
            print(self.get_usage(), file=file)  #: 1588

    def get_version(self):
        return self.expand_prog_name(self.version) if self.version else ''

    def print_version(self, file=None):
        if self.version:
            print(self.get_version(), file=file)  #: 1605

    def _options_help(self, group, position):
        return ''.join(self.formatter.format_option(option, position, self) for option in group.option_list
                       if option.help is not SUPPRESS_HELP)

    def format_option_help(self, formatter=None):
        formatter = self.formatter
        groups = [self, *self.option_groups]
        widths = [len(formatter.strings(option)) + formatter.indent_increment * (1 + (group is not self)) for group in groups
                  for option in group.option_list if option.help is not SUPPRESS_HELP]
        position = min(max(widths, default=0) + 2, formatter.help_position)
        text = formatter.format_heading('Options')
        formatter.indent()
        parts = [self._options_help(self, position) + '\n'] if self.option_list else []
        for group in self.option_groups:
            heading = formatter.format_heading(group.title)
            formatter.indent()
            description = formatter.format_description(group.description)
            parts.append(heading + (description + '\n' if description else '') + self._options_help(group, position) + '\n')
            formatter.dedent()
        formatter.dedent()
        return text + ''.join(parts)[:-1] if parts else ''

    def format_help(self, formatter=None):
        usage = self.get_usage() + '\n' if self.usage else ''
        description = self.formatter.format_description(self.expand_prog_name(self.description or ''))
        return (usage + (description + '\n' if description else '') + self.format_option_help()
                + self.formatter.format_epilog(self.epilog))

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())
