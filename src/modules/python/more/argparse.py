"""Words of the command line as options and arguments."""
import os as _os
import sys as _sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = '==SUPPRESS==', '?', '*', '+'
PARSER, REMAINDER = 'A...', '...'
_UNRECOGNIZED = '_unrecognized_args'


class Namespace:
    """What has been parsed, as attributes."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        parts, odd = [], {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append(f'{name}={value!r}')
            else:
                odd[name] = value
        if odd:
            parts.append(f'**{odd!r}')
        return f'{type(self).__name__}({", ".join(parts)})'

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class ArgumentError(Exception):
    """An argument is wrong."""

    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        if self.argument_name is None:
            return str(self.message)
        return f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):
    """A word cannot be converted."""


def _name_of(action):
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if not isinstance(action.metavar, tuple) else '/'.join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if action.choices:
        return '{' + ','.join(map(str, action.choices)) + '}'
    return None


class _Given(str):
    """What stands behind = in an option."""


class Action:
    """What an argument does."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const = option_strings, dest, nargs, const
        self.default, self.type, self.choices, self.required = default, type, choices, required
        self.help, self.metavar, self.deprecated = help, metavar, deprecated

    def __repr__(self):
        names = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help',
                 'metavar', 'deprecated')
        return f'{type(self).__name__}({", ".join(f"{n}={getattr(self, n)!r}" for n in names)})'

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        if nargs == 0:
            text = 'if you have nothing to store, actions such as store true or store const may be more appropriate'
            raise ValueError(f'nargs for store actions must be != 0; {text}')  #: 920 raise ValueError('nargs for store actions must be != 0; if you '⏎                 'have nothing to store, actions such as store '⏎                 'true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be '?' to supply const")  #: 924 raise ValueError('nargs must be %r to supply const' % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar,
                         deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, deprecated=deprecated)


class BooleanOptionalAction(Action):
    """--x and --no-x."""

    def __init__(self, option_strings, dest, default=None, type=SUPPRESS, choices=SUPPRESS, required=False, help=None,
                 metavar=SUPPRESS, deprecated=False):
        rest = {'type': type, 'choices': choices, 'metavar': metavar}
        rest = {name: value for name, value in rest.items() if value is not SUPPRESS}
        for name in rest:
            import warnings
            warnings._warn_at(f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.',
                              DeprecationWarning, '<stdlib>/argparse.py', 1459, 'argparse')  # where it is made
        names = []
        for option in option_strings:
            names.append(option)
            if option.startswith('--'):
                names.append('--no-' + option[2:])
        super().__init__(names, dest, 0, None, default, required=required, help=help, deprecated=deprecated, **rest)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or ()), values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or ()), *values])


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or ()), self.const])


class _CountAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, None, default, required, help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        help = "show program's version number and exit" if help is None else help
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None and hasattr(parser, 'version') else self.version
        formatter = parser._get_formatter()
        formatter.add_text(version)
        parser._print_message(formatter.format_help(), _sys.stdout)
        parser.exit()


class _Choice(Action):
    """A subcommand's line in the help."""

    def __init__(self, name, aliases, help):
        shown = name + (f' ({", ".join(aliases)})' if aliases else '')
        super().__init__([], shown, help=help, metavar=shown)


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._parser_class, self._choices_actions = prog, parser_class, []
        self._name_parser_map, self._deprecated = {}, set()
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, *, aliases=(), deprecated=False, **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        if name in self._name_parser_map:
            raise ArgumentError(self, f'conflicting subparser: {name}')
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ArgumentError(self, f'conflicting subparser alias: {alias}')
        if 'help' in kwargs:
            self._choices_actions.append(_Choice(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)  #: 1206
        for each in (name, *aliases):
            self._name_parser_map[each] = parser
            if deprecated:
                self._deprecated.add(each)
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *words = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            chosen = self._name_parser_map[name]
        except KeyError:
            raise ArgumentError(self, f'unknown parser {name!r} (choices: {", ".join(self._name_parser_map)})') from None
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        found, rest = chosen.parse_known_args(words, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if rest:
            vars(namespace).setdefault(_UNRECOGNIZED, []).extend(rest)


_ACTIONS = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
            'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction, 'count': _CountAction,
            'help': _HelpAction, 'version': _VersionAction, 'extend': _ExtendAction, 'parsers': _SubParsersAction}


class FileType:
    """Opens the file named."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                return _sys.stdin.buffer if 'b' in self._mode else _sys.stdin
            if set(self._mode) & set('wax'):
                return _sys.stdout.buffer if 'b' in self._mode else _sys.stdout
            raise ValueError(f'argument "-" with mode {self._mode!r}')
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}") from None

    def __repr__(self):
        parts = [repr(self._mode)] + ([repr(self._bufsize)] if self._bufsize != -1 else [])
        parts += [f'{name}={value!r}' for name, value in (('encoding', self._encoding), ('errors', self._errors))
                  if value is not None]
        return f'{type(self).__name__}({", ".join(parts)})'


class _Section:
    """A heading, and what makes the text below it."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter, self.parent, self.heading, self.items = formatter, parent, heading, []

    def format_help(self):
        formatter = self.formatter
        if self.parent is None:
            return ''.join([make(*given) or '' for make, given in self.items])  #: 215 item_help = join([«func(*args)» for func, args in self.items])
        formatter._indent()
        body = ''.join([make(*given) or '' for make, given in self.items])
        formatter._dedent()
        if not body:
            return ''
        shown = self.heading is not None and self.heading is not SUPPRESS
        return '\n' + (f'{" " * formatter._current_indent}{self.heading}:\n' if shown else '') + body + '\n'


def _squeezed(text):
    """The text with one blank where there was white space; one that does not break stays."""
    return b' '.join(text.encode('utf-8', 'surrogatepass').split()).decode('utf-8', 'surrogatepass')


class HelpFormatter:
    """Lays out usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            columns = _os.environ.get('COLUMNS', '')
            width = (int(columns) if columns.isdigit() and int(columns) else 80) - 2
        self._prog, self._width, self._indent_increment = prog, width, indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = self._level = self._action_max_length = 0
        self._root_section = self._current_section = _Section(self, None)

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    def _add_item(self, make, given):
        self._current_section.items.append((make, given))

    def start_section(self, heading):
        self._indent()
        section = _Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is not SUPPRESS:
            lengths = [len(self._format_action_invocation(action)) + self._current_indent]  #: 264 invocation_lengths = [«len(get_invocation(action))» + self._current_indent]
            for line in self._iter_indented_subactions(action):
                lengths.append(len(self._format_action_invocation(line)) + self._current_indent)
            self._action_max_length = max(self._action_max_length, *lengths)
            self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)  #: 278

    def format_help(self):
        text = self._root_section.format_help()  #: 284 help = «self._root_section.format_help()»
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text.strip('\n') + '\n' if text else text

    # Words of one action

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            found = action.metavar
        elif action.choices is not None:
            choices = iter(action.choices)  #: 551 choice_strs = [str(choice) for choice in «action.choices»]
            found = '{' + ','.join(map(str, choices)) + '}'
        else:
            found = default_metavar
        return lambda size: found if isinstance(found, tuple) else (found,) * size

    def _format_args(self, action, default_metavar):
        metavar = self._metavar_formatter(action, default_metavar)  #: 564 get_metavar = «self._metavar_formatter(action, default_metavar)»
        nargs = action.nargs
        if nargs is None:
            return '%s' % metavar(1)
        if nargs == OPTIONAL:
            return '[%s]' % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return ('[%s [%s ...]]' if len(names) == 2 else '[%s ...]') % names
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % metavar(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % metavar(1)
        if nargs == SUPPRESS:
            return ''
        if not hasattr(nargs, '__index__'):
            raise ValueError('invalid nargs value')  #: 587 raise ValueError("invalid nargs value") from None
        return ' '.join(['%s'] * nargs) % metavar(nargs)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        words = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join(action.option_strings) + ' ' + words

    def _get_help_string(self, action):
        return action.help

    def _expand_help(self, action):
        values = {**vars(action), 'prog': self._prog}
        for name, value in list(values.items()):
            if value is SUPPRESS:
                del values[name]
            elif hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action):
        if hasattr(action, '_get_subactions'):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    # Text

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(_squeezed(text), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(_squeezed(text), width, initial_indent=indent, subsequent_indent=indent)

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        place = min(self._action_max_length + 2, self._max_help_position)
        indent, room = ' ' * self._current_indent, max(self._width - place, 11)
        width, head = place - self._current_indent - 2, self._format_action_invocation(action)
        short = len(head) <= width
        if not action.help:
            text = f'{indent}{head}\n'
        else:
            text = f'{indent}{head:<{width}}  ' if short else f'{indent}{head}\n'
            help = self._expand_help(action) if action.help.strip() else ''
            if help:
                lines = self._split_lines(help, room)
                text += ('' if short else ' ' * place) + lines[0] + '\n'
                text += ''.join([' ' * place + line + '\n' for line in lines[1:]])
            elif not text.endswith('\n'):
                text += '\n'
        return text + ''.join([self._format_action(line) for line in self._iter_indented_subactions(action)])

    # Usage

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            return prefix + usage % {'prog': self._prog} + '\n\n'  #: 301 usage = «usage % dict(prog=self._prog)»
        optional, positional = [a for a in actions if a.option_strings], [a for a in actions if not a.option_strings]
        prog = '%(prog)s' % {'prog': self._prog}
        usage = ' '.join([prog, *self._usage_parts(optional + positional, groups)])
        room = max(self._width - self._current_indent, 11)
        if len(prefix) + len(usage) > room:
            optional, positional = self._usage_parts(optional, groups), self._usage_parts(positional, groups)
            if len(prefix) + len(prog) <= 0.75 * room:
                indent = ' ' * (len(prefix) + len(prog) + 1)
                if optional:
                    made = _lines([prog, *optional], indent, room, prefix) + _lines(positional, indent, room)
                else:
                    made = _lines([prog, *positional], indent, room, prefix) if positional else [prog]
            else:
                indent = ' ' * len(prefix)
                made = _lines(optional + positional, indent, room)
                if len(made) > 1:
                    made = _lines(optional, indent, room) + _lines(positional, indent, room)
                made = [prog, *made]
            usage = '\n'.join(made)
        return f'{prefix}{usage}\n\n'

    def _format_actions_usage(self, actions, groups):
        return ' '.join(self._usage_parts(actions, groups))

    def _usage_parts(self, actions, groups):
        together, grouped = [], set()
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            if any(a.help is not SUPPRESS for a in members) and members[0] in actions:
                start = actions.index(members[0])
                if actions[start:start + len(members)] == members:
                    together.append((start, start + len(members), group.required))
                    grouped.update(members)
        parts = [None if a.help is SUPPRESS else self._usage_part(a, a in grouped) for a in actions]
        parted = set()
        for start, end, required in sorted(together, reverse=True):
            shown = [n for n in range(start, end) if parts[n] is not None]
            open, close = '[]' if not required else '()' if len(shown) > 1 else ('', '')
            parts[shown[0]] = open + parts[shown[0]]
            parts[shown[-1]] += close
            for n in shown[:-1]:
                if n not in parted:
                    parts[n] += ' |'
                    parted.add(n)
        return [part for part in parts if part is not None]

    def _usage_part(self, action, in_group):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            return part[1:-1] if in_group and part[:1] == '[' and part[-1:] == ']' else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            words = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = f'{action.option_strings[0]} {words}'
        return part if action.required or in_group else f'[{part}]'


def _lines(parts, indent, room, start=None):
    """The parts of a usage in lines; `start` is what stands before the first."""
    made, line = [], []
    length = (len(start) if start is not None else len(indent)) - 1
    for part in parts:
        if length + 1 + len(part) > room and line:
            made.append(indent + ' '.join(line))
            line, length = [], len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        made.append(indent + ' '.join(line))
    if start is not None and made:
        made[0] = made[0][len(indent):]
    return made


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


class _ActionsContainer:
    """What arguments can be added to."""

    def _start(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
        self._registries = {'action': dict(_ACTIONS), 'type': {}}
        self._actions, self._option_string_actions, self._defaults = [], {}, {}
        self._action_groups, self._mutually_exclusive_groups = [], []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        try:
            return self._registries[registry_name].get(value, default)
        except TypeError:
            return default

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")  #: 1559 raise TypeError(msg)

    def _get_optional_kwargs(self, *names, dest=None, **kwargs):
        chars = self.prefix_chars
        for name in names:
            if name[0] not in chars:  #: 1577 if not «option_string[0]» in self.prefix_chars:
                raise ValueError(f'invalid option string {name!r}: must start with a character {chars!r}')  #: 1582 raise ValueError(msg % args)
        long = [n for n in names if len(n) > 1 and n[1] in chars]
        if dest is None:
            dest = (long or names)[0].lstrip(chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {(long or names)[0]!r}')  #: 1599 raise ValueError(msg % option_string)
            dest = dest.replace('-', '_')
        return dest

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars  #: 1437
        if len(args) == 1:
            first = args[0][0]  #: 1438 if not args or len(args) == 1 and «args[0][0]» not in chars:
        if not args or len(args) == 1 and first not in chars:  #: 1438 if not args or len(args) == 1 and «args[0][0] not in chars»:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')  #: 1440
            self._get_positional_kwargs(*args, **kwargs)  #: 1441 kwargs = «self._get_positional_kwargs(*args, **kwargs)»
            dest = args[0] if args else kwargs.pop('dest')
            nargs = kwargs.get('nargs')
            kwargs['required'] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0) or \
                nargs == ZERO_OR_MORE and 'default' not in kwargs
            kwargs.update(dest=dest, option_strings=[])
        else:
            dest = self._get_optional_kwargs(*args, **kwargs)  #: 1445 kwargs = «self._get_optional_kwargs(*args, **kwargs)»
            kwargs.update(dest=dest, option_strings=list(args))
        if 'default' not in kwargs:
            if dest in self._defaults:  #: 1450 if «dest in self._defaults»:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        given = kwargs.pop('action', None)
        kind = self._registry_get('action', given, given)
        if not callable(kind):
            raise ValueError(f'unknown action "{given}"')  #: 1458 raise ValueError('unknown action "%s"' % (action_class,))
        action = kind(**kwargs)  #: 1459 action = «action_class(**kwargs)»
        convert = self._registry_get('type', action.type, action.type)
        if convert is not None and not callable(convert):
            raise ValueError(f'{convert!r} is not callable')  #: 1464 raise ValueError('%r is not callable' % (type_func,))
        if convert is FileType:
            raise ValueError(f'{convert!r} is a FileType class object, instance of it must be passed')  #: 1467 raise ValueError('%r is a FileType class object, instance of it'⏎                 ' must be passed' % (type_func,))
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)  #: 1473
            except TypeError:
                raise ValueError('length of metavar tuple does not match nargs')  #: 1475 raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)  #: 1477

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)  #: 1485
        self._mutually_exclusive_groups.append(group)
        return group

    def _check_conflict(self, action, found):
        self._handle_conflict_error(action, found)  #: 1630 conflict_handler(action, confl_optionals)

    def _handle_conflict_error(self, action, found):
        raise ArgumentError(action, f'conflicting option string{"s" if len(found) > 1 else ""}: {", ".join(found)}')  #: 1639 raise ArgumentError(action, message % conflict_string)

    def _add_action(self, action):
        found = [name for name in action.option_strings if name in self._option_string_actions]
        if found and self.conflict_handler == 'error':
            self._check_conflict(action, found)  #: 1491 self._check_conflict(action)
        for name in found:
            other = self._option_string_actions.pop(name)
            other.option_strings.remove(name)
            if not other.option_strings:
                other.container._remove_action(other)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Takes over the groups and arguments of a parent."""
        titles = {group.title: group for group in self._action_groups}
        places = {}
        for group in container._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(
                    title=group.title, description=group.description, conflict_handler=group.conflict_handler)
            places.update(dict.fromkeys(group._group_actions, titles[group.title]))
        for group in container._mutually_exclusive_groups:
            places.update(dict.fromkeys(group._group_actions, self.add_mutually_exclusive_group(required=group.required)))
        for action in container._actions:
            places.get(action, self)._add_action(action)


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        self._start(description, kwargs.get('prefix_chars', container.prefix_chars),
                    kwargs.get('argument_default', container.argument_default),
                    kwargs.get('conflict_handler', container.conflict_handler))
        self._container, self.title, self._group_actions = container, title, []
        self._registries, self._actions = container._registries, container._actions
        self._option_string_actions, self._defaults = container._option_string_actions, container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)  #: 1681 action = «super(_ArgumentGroup, self)._add_action(action)»
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        import warnings
        warnings.warn('Nesting argument groups is deprecated.', DeprecationWarning, stacklevel=2)
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')  #: 1709 raise ValueError(msg)
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        import warnings
        warnings.warn('Nesting mutually exclusive groups is deprecated.', DeprecationWarning, stacklevel=2)
        return super().add_mutually_exclusive_group(*args, **kwargs)


class ArgumentParser(_ActionsContainer):
    """Parses words."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
        self._start(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.add_help = fromfile_prefix_chars, add_help
        self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            char = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(char + 'h', char * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError('parents must be a list of ArgumentParser')
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = 'prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help'
        return f'{type(self).__name__}({", ".join(f"{n}={getattr(self, n)!r}" for n in names)})'

    def _add_action(self, action):
        if action.option_strings:
            self._optionals._add_action(action)  #: 1861
        else:
            self._positionals._add_action(action)  #: 1863
        return action

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ArgumentError(None, 'cannot have multiple subparser arguments')  #: 1830 raise ArgumentError(None, _('cannot have multiple subparser arguments'))
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            title = kwargs.pop('title', 'subcommands')
            self._subparsers = self.add_argument_group(title, kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            places = [a for a in self._actions if not a.option_strings]
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, places, self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        kind = self._registry_get('action', kwargs.pop('action', 'parsers'))
        action = kind(option_strings=[], **kwargs)
        self._subparsers._add_action(action)  #: 1854
        return action

    def parse_args(self, args=None, namespace=None):
        found = self.parse_known_args(args, namespace)  #: 1880 args, argv = «self.parse_known_args(args, namespace)»
        return self._without_rest(*found)  #: 1886 raise ArgumentError(None, msg)

    def _without_rest(self, found, rest):  #: -
        if rest:
            message = f'unrecognized arguments: {" ".join(rest)}'
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)
        return found

    def parse_known_args(self, args=None, namespace=None):
        if args is not None:
            args = list(args)  #: 1895
        if not self.exit_on_error:
            return self._parse_all(args, namespace)  #: 1920 namespace, args = «self._parse_known_args(args, namespace)»
        return self._parse_all(args, namespace)  #: 1916 namespace, args = «self._parse_known_args(args, namespace)»

    def parse_intermixed_args(self, args=None, namespace=None):
        return self._without_rest(*self.parse_known_intermixed_args(args, namespace))  #: 2419 raise ArgumentError(None, msg)

    def parse_known_intermixed_args(self, args=None, namespace=None):
        for action in self._actions:
            if not action.option_strings and action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        if any(not action.option_strings for group in self._mutually_exclusive_groups
               for action in group._group_actions):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        namespace, rest = self._parse_all(args, namespace, True)
        for action in self._actions:
            if not action.option_strings and getattr(namespace, action.dest, None) == []:
                from warnings import warn
                warn(f'Do not expect {action.dest} in {namespace}')  #: 2467 warn('Do not expect %s in %s' % (action.dest, namespace))
                delattr(namespace, action.dest)
        return self._parse_all(rest, namespace, False)

    def _parse_all(self, args, namespace, options=None):  #: -
        """Parses; with `options` True only the options, with False, after them, only the rest."""
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) \
                    and action.default is not SUPPRESS and (action.option_strings or not options):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return self._parse(args, namespace, options)
        try:
            return self._parse(args, namespace, options)
        except ArgumentError as e:
            self.error(str(e))

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _read_args_from_files(self, args):
        """The words, those of the files named among them in their places."""
        found = []
        for word in args:
            if not word or word[0] not in self.fromfile_prefix_chars:
                found.append(word)
                continue
            try:
                with open(word[1:], errors='surrogateescape') as file:
                    words = [arg for line in file.read().splitlines() for arg in self.convert_arg_line_to_args(line)]
            except OSError as e:
                raise ArgumentError(None, str(e)) from None
            found.extend(self._read_args_from_files(words))
        return found

    def _is_option(self, word):  #: in argparse.py _parse_optional
        """The actions and pieces that a word may mean as an option; None: it is an argument."""
        first = word and word[0]  #: 2270 if not «arg_string[0]» in self.prefix_chars:
        if not word or first not in self.prefix_chars:
            return None
        if word in self._option_string_actions:
            return self._option_string_actions[word], word, None
        if len(word) == 1:
            return None
        name, equals, value = word.partition('=')
        if equals and name in self._option_string_actions:
            return self._option_string_actions[name], name, _Given(value)
        found = []
        if word[1] in self.prefix_chars:
            if self.allow_abbrev:
                found = [(self._option_string_actions[o], o, value if equals else None) for o in self._option_string_actions if o.startswith(name)]
        else:
            for option in self._option_string_actions:
                if option == word[:2]:
                    found.append((self._option_string_actions[option], option, word[2:]))
                elif self.allow_abbrev and option.startswith(word):
                    found.append((self._option_string_actions[option], option, None))
        if len(found) > 1:
            names = ', '.join(o for _, o, _ in found)
            raise ArgumentError(None, f'ambiguous option: {word} could match {names}')
        if found:
            return found[0]
        if self._negative(word) and not any(self._negative(o) for o in self._option_string_actions):
            return None
        if ' ' in word:
            return None
        return None, word, value if equals else None

    @staticmethod
    def _negative(word):
        if word[:1] != '-' or not (word[1:2].isdigit() or word[1:2] == '.'):
            return False
        try:
            float(word)
        except ValueError:
            return False
        return True

    def _parse(self, args, namespace, options=None):  #: in argparse.py _parse_known_args
        if self.fromfile_prefix_chars is not None and options is not False:
            args = self._read_args_from_files(args)
        places = [] if options else [a for a in self._actions if not a.option_strings]
        extras, seen, seen_set = [], set(), set()
        kinds, only = [], False
        for word in args:
            if only:
                kinds.append(None)
            elif word == '--':
                kinds.append('-')
                only = True
            else:
                kinds.append(self._is_option(word))  #: 1959 option_tuple = «self._parse_optional(arg_string)»

        warned = set()

        def take(action, words, option=None):  #: in argparse.py take_action
            seen.add(action)
            if action.deprecated and (option or words) and (option or action.dest) not in warned:
                warned.add(option or action.dest)
                self._warning(f"option '{option}' is deprecated" if option else
                              f"argument '{_name_of(action)}' is deprecated")
            values = self._values(action, words)  #: 1977 argument_values = «self._get_values(action, argument_strings)»
            if values is not action.default or action.nargs == 0 and action.option_strings:
                seen_set.add(action)
                for group in self._mutually_exclusive_groups:
                    if action in group._group_actions:
                        for other in group._group_actions:
                            if other is not action and other in seen_set:
                                raise ArgumentError(action, f'not allowed with argument {_name_of(other)}')
            if values is not SUPPRESS:
                action(self, namespace, values, option)

        def run_of(at):
            end = at
            while end < len(args) and (kinds[end] is None or kinds[end] == '-'):
                end += 1
            return end

        def count_for(action, at):
            """How many words from `at` on an option takes."""
            nargs, end = action.nargs, run_of(at)
            dash = next((n for n in range(at, end) if kinds[n] == '-'), None)
            room = (dash if dash is not None else end) - at
            if nargs is None:
                if room < 1:
                    raise ArgumentError(action, 'expected one argument')
                return 1
            if nargs == OPTIONAL:
                return min(room, 1)
            if nargs == ZERO_OR_MORE:
                return room
            if nargs == ONE_OR_MORE:
                if room < 1:
                    raise ArgumentError(action, 'expected at least one argument')
                return room
            if nargs in (REMAINDER, PARSER):
                return len(args) - at
            if room < nargs:
                raise ArgumentError(action, f'expected {nargs} argument{"s" if nargs != 1 else ""}')
            return nargs

        def take_places(at):  #: in argparse.py consume_positionals
            """Gives the words from `at` on to as many positionals as fit."""
            end = run_of(at)
            words = [n for n in range(at, end) if kinds[n] is None]
            counts = self._fit(places, len(words))
            if not counts:
                return at
            last = at
            position = 0
            for action, count in zip(list(places), counts):
                if action.nargs == REMAINDER:
                    # All that follows is its own, options as well; a '--' behind a positional belongs to that.
                    while position and last < len(args) and kinds[last] == '-':
                        last += 1
                    places.remove(action)
                    take(action, args[last:])  #: 2105 take_action(action, args)
                    return len(args)
                if action.nargs == PARSER and count:
                    first = words[position]
                    chunk = [w for n, w in enumerate(args[first:], first) if kinds[n] != '-' or n > first]
                    places.remove(action)
                    take(action, chunk)  #: 2105 take_action(action, args)
                    return len(args)
                chunk = words[position:position + count]
                position += count
                if chunk:
                    last = chunk[-1] + 1
                places.remove(action)
                take(action, [args[n] for n in chunk])  #: 2105 take_action(action, args)
            while last < end and kinds[last] == '-':
                last += 1
            return last

        def take_option(action, words, option):  #: in argparse.py consume_optional
            take(action, words, option)  #: 2082 take_action(action, args, option_string)

        at = 0
        while at < len(args):
            kind = kinds[at]
            if kind is None or kind == '-':
                then = take_places(at)  #: 2150 stop_index = «consume_positionals(start_index)»
                if then == at:
                    end = run_of(at)
                    extras += args[at:end]
                    then = end
                at = then
                continue
            action, option, value = kind
            if action is None:
                extras.append(args[at])
                at += 1
                continue
            at += 1
            if value is None:
                count = 0 if action.nargs == 0 else count_for(action, at)
                words = args[at:at + count]
                at += count
                take_option(action, words, option)  #: 2147 start_index = «consume_optional(start_index)»
                continue
            while action.nargs == 0 and value and option[1:2] not in self.prefix_chars:
                if type(value) is _Given or value[0] in self.prefix_chars:
                    raise ArgumentError(action, f'ignored explicit argument {str(value)!r}')
                # Short options written as one: -xvf.
                take_option(action, [], option)  #: 2147 start_index = «consume_optional(start_index)»
                option, value = option[0] + value[0], value[1:]
                action = self._option_string_actions.get(option)
                if action is not None and value[:1] == '=':
                    value = _Given(value[1:])
                    break
                if action is None:
                    extras.append(option + value)
                    break
                if not value:
                    value = None
                    break
            if action is None:
                continue
            if value is None:
                count = 0 if action.nargs == 0 else count_for(action, at)
                take_option(action, args[at:at + count], option)  #: 2147 start_index = «consume_optional(start_index)»
                at += count
            elif action.nargs == 0:
                raise ArgumentError(action, f'ignored explicit argument {str(value)!r}')
            else:
                value = str(value)
                if isinstance(action.nargs, int) and action.nargs != 1:
                    raise ArgumentError(action, f'expected {action.nargs} arguments')
                value = value[1:] if value[:1] == '=' and option[1:2] not in self.prefix_chars else value
                take_option(action, [value], option)  #: 2147 start_index = «consume_optional(start_index)»
        for action in list(places):
            if action.nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, 0):
                # Those behind one that is missing are not reached.
                break
            places.remove(action)
            take(action, [])
        missing = []
        for action in self._actions:
            if action not in seen and options in (None, bool(action.option_strings)):
                if action.required:
                    missing.append(_name_of(action))
                elif isinstance(action.default, str) and hasattr(namespace, action.dest) \
                        and action.default is getattr(namespace, action.dest) and action.default is not SUPPRESS:
                    setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(missing)}')
        for group in self._mutually_exclusive_groups:
            if group.required and options is not False and not any(a in seen_set for a in group._group_actions):
                names = ' '.join(_name_of(a) for a in group._group_actions if a.help is not SUPPRESS)
                raise ArgumentError(None, f'one of the arguments {names} is required')
        extras += vars(namespace).pop(_UNRECOGNIZED, [])
        return namespace, extras

    @staticmethod
    def _fit(places, count):
        """How many words each positional takes, greedily from the left, as long as the rest gets its least."""
        least = {None: 1, OPTIONAL: 0, ZERO_OR_MORE: 0, ONE_OR_MORE: 1, REMAINDER: 0, PARSER: 1, SUPPRESS: 0}
        need = [a.nargs if isinstance(a.nargs, int) else least[a.nargs] for a in places]
        while need and sum(need) > count:
            need.pop()
        spare, counts = count - sum(need), []
        for action, least_here in zip(places, need):
            extra = 0
            if action.nargs == OPTIONAL:
                extra = min(spare, 1)
            elif action.nargs in (ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER):
                extra = spare
            spare -= extra
            counts.append(least_here + extra)
        return counts

    def _values(self, action, words):  #: in argparse.py _get_values
        nargs = action.nargs
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._value(action, value)  #: 2514 value = «self._get_value(action, value)»
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else words
        if nargs in (None, OPTIONAL) and len(words) == 1:
            value = self._value(action, words[0])  #: 2532 value = «self._get_value(action, arg_string)»
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, word) for word in words]  #: 2537 value = [«self._get_value(action, v)» for v in arg_strings]
        if nargs == PARSER:
            values = [self._value(action, word) for word in words]  #: 2541 value = [«self._get_value(action, v)» for v in arg_strings]
            self._check(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, word) for word in words]  #: 2550 value = [«self._get_value(action, v)» for v in arg_strings]
        for value in values:
            self._check(action, value)
        return values

    def _value(self, action, word):  #: in argparse.py _get_value
        convert = self._registry_get('type', action.type, action.type)
        if convert is None:
            return word
        try:
            return convert(word)  #: 2565 result = «type_func(arg_string)»
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))  #: 2570 raise ArgumentError(action, msg)
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}')  #: 2577 raise ArgumentError(action, msg % args)

    def _check(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            shown = ', '.join(repr(str(c)) if action.nargs == PARSER else repr(c) for c in action.choices)
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {shown})')

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()  #: 2597

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)  #: 2603 formatter.add_usage(self.usage, self._actions,⏎                    self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)  #: 2613 formatter.add_arguments(action_group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or _sys.stdout)  #: 2631 self._print_message(«self.format_usage()», file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or _sys.stdout)  #: 2636 self._print_message(«self.format_help()», file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (file or _sys.stderr).write(message)
            except (AttributeError, OSError):
                pass

    def _warning(self, message):
        self._print_message(f'{self.prog}: warning: {message}\n', _sys.stderr)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)  #: 2651
        _sys.exit(status)  #: 2652

    def error(self, message):
        self.print_usage(_sys.stderr)  #: 2663
        self.exit(2, f'{self.prog}: error: {message}\n')  #: 2665 self.exit(2, _('%(prog)s: error: %(message)s\n') % args)
