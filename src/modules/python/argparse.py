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
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                             'store true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be '?' to supply const")
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

    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False, **rest):
        names = []
        for option in option_strings:
            names.append(option)
            if option.startswith('--'):
                names.append('--no-' + option[2:])
        super().__init__(names, dest, 0, None, default, required=required, help=help, deprecated=deprecated)

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
        parser._print_message(parser._formatter().fill_version(version), _sys.stdout)
        parser.exit()


class _Choice(Action):
    """A subcommand's line in the help."""

    def __init__(self, name, aliases, help):
        shown = name + (f' ({", ".join(aliases)})' if aliases else '')
        super().__init__([], shown, help=help, metavar=shown)


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prefix, self._parser_class, self._parsers, self._lines = prog, parser_class, {}, []
        super().__init__(option_strings, dest, PARSER, choices=self._parsers, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, *, aliases=(), deprecated=False, **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prefix} {name}'
        if name in self._parsers:
            raise ValueError(f'conflicting subparser: {name}')
        if 'help' in kwargs:
            self._lines.append(_Choice(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self._parsers[each] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, *words = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            chosen = self._parsers[name]
        except KeyError:
            raise ArgumentError(self, f'unknown parser {name!r} (choices: {", ".join(self._parsers)})') from None
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
        self._mode, self._rest = mode, (bufsize, encoding, errors)

    def __call__(self, string):
        if string == '-':
            return _sys.stdin if 'r' in self._mode else _sys.stdout
        try:
            return open(string, self._mode, *self._rest)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}") from None

    def __repr__(self):
        return f'FileType({self._mode!r})'


class HelpFormatter:
    """Lays out usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._width = 78 if width is None else width
        self._step = indent_increment
        self._max = min(max_help_position, max(self._width - 20, indent_increment * 2))

    # Words of one action

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavar(self, action, default, size):
        if action.metavar is not None:
            found = action.metavar
        elif action.choices is not None:
            found = '{' + ','.join(map(str, action.choices)) + '}'
        else:
            found = default
        return found if isinstance(found, tuple) else (found,) * size

    def _args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return self._metavar(action, default, 1)[0]
        if nargs == OPTIONAL:
            return f'[{self._metavar(action, default, 1)[0]}]'
        if nargs == ZERO_OR_MORE:
            names = self._metavar(action, default, 1)
            return f'[{names[0]} [{names[1]} ...]]' if len(names) == 2 else f'[{names[0]} ...]'
        if nargs == ONE_OR_MORE:
            first, second = self._metavar(action, default, 2)
            return f'{first} [{second} ...]'
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return f'{self._metavar(action, default, 1)[0]} ...'
        if nargs == SUPPRESS:
            return ''
        return ' '.join(self._metavar(action, default, nargs))

    def _invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavar(action, self._get_default_metavar_for_positional(action), 1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        words = self._args(action, self._get_default_metavar_for_optional(action))
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

    # Text

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def fill_version(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill_text(text, max(self._width, 11), '') + '\n'

    # Usage

    def usage(self, usage, actions, groups, prefix='usage: '):
        if usage is not None:
            return prefix + usage % {'prog': self._prog} + '\n\n'
        options = [a for a in actions if a.option_strings]
        places = [a for a in actions if not a.option_strings]
        optional, positional = self._parts(options, groups), self._parts(places, groups)
        usage = ' '.join([self._prog, *optional, *positional])
        room = self._width
        if len(prefix) + len(usage) > room:
            def lines(parts, indent, start=None):
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
            if len(prefix) + len(self._prog) <= 0.75 * room:
                indent = ' ' * (len(prefix) + len(self._prog) + 1)
                if optional:
                    made = lines([self._prog, *optional], indent, prefix)
                    made.extend(lines(positional, indent))
                elif positional:
                    made = lines([self._prog, *positional], indent, prefix)
                else:
                    made = [self._prog]
            else:
                indent = ' ' * len(prefix)
                parts = optional + positional
                made = lines(parts, indent)
                if len(made) > 1:
                    made = lines(optional, indent) + lines(positional, indent)
                made = [self._prog, *made]
            usage = '\n'.join(made)
        return f'{prefix}{usage}\n\n'

    def _parts(self, actions, groups):
        parts, done = [], set()
        for action in actions:
            if id(action) in done:
                continue
            group = next((g for g in groups if action in g._group_actions), None)
            if group is not None and all(a in actions for a in group._group_actions):
                shown = [self._part(a, True) for a in group._group_actions if a.help is not SUPPRESS]
                done.update(map(id, group._group_actions))
                if len(shown) > 1 or not group.required:
                    shown = [part for part in shown if part]
                    if shown:
                        open, close = '()' if group.required else '[]'
                        if len(shown) == 1:
                            parts.append(open + shown[0] + close)
                        else:
                            shown[0], shown[-1] = open + shown[0], shown[-1] + close
                            parts.extend(p + ' |' for p in shown[:-1])
                            parts.append(shown[-1])
                else:
                    parts.extend(shown)
                continue
            if action.help is SUPPRESS:
                continue
            part = self._part(action, False)
            if part:
                parts.append(part)
        return parts

    def _part(self, action, in_group):
        if not action.option_strings:
            part = self._args(action, self._get_default_metavar_for_positional(action))
            if in_group and part[:1] == '[' and part[-1:] == ']':
                part = part[1:-1]
            return part
        option = action.option_strings[0]
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f'{option} {self._args(action, self._get_default_metavar_for_optional(action))}'
        return part if action.required or in_group else f'[{part}]'

    # Help

    def help(self, parser):
        text = self.usage(parser.usage, parser._actions, parser._mutually_exclusive_groups)
        if parser.description:
            text += self._paragraph(parser.description, 0)
        widths = [0]
        for group in parser._action_groups:
            for action in group._group_actions:
                if action.help is not SUPPRESS:
                    widths.append(len(self._invocation(action)) + self._step)
                    widths.extend(len(self._invocation(a)) + self._step * 2 for a in getattr(action, '_lines', ()))
        self._longest = max(widths)
        for group in parser._action_groups:
            shown = [a for a in group._group_actions if a.help is not SUPPRESS]
            body = ''.join(self._line(a, self._step) for a in shown)
            about = self._paragraph(group.description, self._step) if group.description else ''
            if body or about:
                title = f'{group.title}:\n' if group.title is not None and group.title is not SUPPRESS else ''
                text += title + about + body + '\n'
        if parser.epilog:
            text += self._paragraph(parser.epilog, 0)
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text.strip('\n') + '\n'

    def _paragraph(self, text, indent):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill_text(text, max(self._width - indent, 11), ' ' * indent) + '\n\n'

    def _line(self, action, indent):
        place = min(self._longest + 2, self._max)
        room, width = max(self._width - place, 11), place - indent - 2
        head = self._invocation(action)
        text = ''
        if not action.help:
            text = f'{" " * indent}{head}\n'
        else:
            short = len(head) <= width
            text = f'{" " * indent}{head:<{width}}  ' if short else f'{" " * indent}{head}\n'
            lines = self._split_lines(self._expand_help(action), room) if self._expand_help(action).strip() else []
            if lines:
                text += ('' if short else ' ' * place) + lines[0] + '\n'
                text += ''.join(' ' * place + line + '\n' for line in lines[1:])
            elif not text.endswith('\n'):
                text += '\n'
        for line in getattr(action, '_lines', ()):
            text += self._line(line, indent + self._step)
        return text


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


class _Container:
    """What arguments can be added to."""

    def _start(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        self._registry = {}
        self._actions, self._options, self._defaults = [], {}, {}
        self._action_groups, self._mutually_exclusive_groups = [], []

    def register(self, registry_name, value, object):
        self._registry[registry_name, value] = object

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

    def add_argument(self, *names, **kwargs):
        chars = self.prefix_chars
        if not names or len(names) == 1 and names[0][0] not in chars:
            if names and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            dest = names[0] if names else kwargs.pop('dest', None)
            if dest is None:
                raise TypeError("_ActionsContainer._get_positional_kwargs() missing 1 required positional argument: 'dest'")
            if 'required' in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            nargs = kwargs.get('nargs')
            kwargs['required'] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0) or \
                nargs == ZERO_OR_MORE and 'default' not in kwargs
            kwargs.update(dest=dest, option_strings=[])
        else:
            long = [n for n in names if len(n) > 1 and n[1] in chars]
            for name in names:
                if name[0] not in chars:
                    raise ValueError(f'invalid option string {name!r}: must start with a character {chars!r}')
            dest = kwargs.pop('dest', None)
            if dest is None:
                dest = (long or names)[0].lstrip(chars)
                if not dest:
                    raise ValueError(f'dest= is required for options like {names[0]!r}')
                dest = dest.replace('-', '_')
            kwargs.update(dest=dest, option_strings=list(names))
        if 'default' not in kwargs:
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        given = kwargs.pop('action', None)
        kind = self._registry.get(('action', given)) or _ACTIONS.get(given, given) if given is None or isinstance(
            given, str) else given
        if not callable(kind):
            raise ValueError(f'unknown action "{given}"')
        if not kwargs['option_strings'] and kind in (_StoreTrueAction, _StoreFalseAction, _StoreConstAction, _CountAction, _AppendConstAction):
            kwargs.pop('required')
        action = kind(**kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError(f'{action.type!r} is not callable')
        if action.type is FileType:
            raise ValueError(f'{action.type!r} is a FileType class object, instance of it must be passed')
        return self._add_action(action)

    def add_argument_group(self, title=None, description=None, **kwargs):
        group = _Group(self, title, description, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _Exclusive(self, required)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        for name in action.option_strings:
            if name in self._options:
                if self.conflict_handler == 'error':
                    found = ', '.join(n for n in action.option_strings if n in self._options)
                    many = sum(n in self._options for n in action.option_strings) > 1
                    raise ArgumentError(action, f'conflicting option string{"s" if many else ""}: {found}')
                other = self._options.pop(name)
                other.option_strings.remove(name)
                if not other.option_strings:
                    self._actions.remove(other)
                    for group in self._action_groups:
                        if other in group._group_actions:
                            group._group_actions.remove(other)
        for name in action.option_strings:
            self._options[name] = action
        self._actions.append(action)
        return action


class _Group(_Container):
    def __init__(self, container, title=None, description=None, **kwargs):
        self._container, self.title, self.description = container, title, description
        self._group_actions = []
        self.prefix_chars, self.argument_default = container.prefix_chars, container.argument_default
        self._defaults, self._registry = container._defaults, container._registry
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = self._top()._add(action)
        self._group_actions.append(action)
        return action

    def _top(self):
        top = self._container
        while isinstance(top, _Group):
            top = top._container
        return top


class _Exclusive(_Group):
    def __init__(self, container, required):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Container):
    """Parses words."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
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
            titles = {group.title: group for group in self._action_groups}
            for group in parent._action_groups:
                mine = titles.get(group.title) or self.add_argument_group(group.title, group.description)
                for action in group._group_actions:
                    self._add(action)
                    mine._group_actions.append(action)
            self._mutually_exclusive_groups += parent._mutually_exclusive_groups
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = 'prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help'
        return f'{type(self).__name__}({", ".join(f"{n}={getattr(self, n)!r}" for n in names)})'

    def _add(self, action):
        return _Container._add_action(self, action)

    def _add_action(self, action):
        group = self._optionals if action.option_strings else self._positionals
        return group._add_action(action)

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ArgumentError(None, 'cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            title = kwargs.pop('title', 'subcommands')
            self._subparsers = self.add_argument_group(title, kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            places = [a for a in self._actions if not a.option_strings]
            usage = self._formatter().usage(self.usage, places, self._mutually_exclusive_groups, '')
            kwargs['prog'] = usage.strip()
        action = kwargs.pop('action', _SubParsersAction)(option_strings=[], **kwargs)
        self._subparsers._add_action(action)  #: 1854
        return action

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            message = f'unrecognized arguments: {" ".join(rest)}'
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) \
                    and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return self._parse(args, namespace)
        try:
            return self._parse(args, namespace)
        except ArgumentError as e:
            self.error(str(e))

    parse_known_intermixed_args = parse_known_args
    parse_intermixed_args = parse_args

    def _is_option(self, word):
        """The actions and pieces that a word may mean as an option; None: it is an argument."""
        if not word or word[0] not in self.prefix_chars:
            return None
        if word in self._options:
            return self._options[word], word, None
        if len(word) == 1:
            return None
        name, equals, value = word.partition('=')
        if equals and name in self._options:
            return self._options[name], name, _Given(value)
        found = []
        if word[1] in self.prefix_chars:
            if self.allow_abbrev:
                found = [(self._options[o], o, value if equals else None) for o in self._options if o.startswith(name)]
        else:
            for option in self._options:
                if option == word[:2]:
                    found.append((self._options[option], option, word[2:]))
                elif self.allow_abbrev and option.startswith(word):
                    found.append((self._options[option], option, None))
        if len(found) > 1:
            names = ', '.join(o for _, o, _ in found)
            raise ArgumentError(None, f'ambiguous option: {word} could match {names}')
        if found:
            return found[0]
        if self._negative(word) and not any(self._negative(o) for o in self._options):
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

    def _parse(self, args, namespace):
        places = [a for a in self._actions if not a.option_strings]
        extras, seen, seen_set = [], set(), set()
        kinds, only = [], False
        for word in args:
            if only:
                kinds.append(None)
            elif word == '--':
                kinds.append('-')
                only = True
            else:
                kinds.append(self._is_option(word))

        def take(action, words, option=None):
            seen.add(action)
            values = self._values(action, words)
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

        def take_places(at):
            """Gives the words from `at` on to as many positionals as fit."""
            end = run_of(at)
            words = [n for n in range(at, end) if kinds[n] is None]
            counts = self._fit(places, len(words))
            last = at
            position = 0
            for action, count in zip(list(places), counts):
                if action.nargs == REMAINDER:
                    # All that follows is its own, options as well; a '--' behind a positional belongs to that.
                    while position and last < len(args) and kinds[last] == '-':
                        last += 1
                    places.remove(action)
                    take(action, args[last:])
                    return len(args)
                if action.nargs == PARSER and count:
                    first = words[position]
                    chunk = [w for n, w in enumerate(args[first:], first) if kinds[n] != '-' or n > first]
                    places.remove(action)
                    take(action, chunk)
                    return len(args)
                chunk = words[position:position + count]
                position += count
                if chunk:
                    last = chunk[-1] + 1
                places.remove(action)
                take(action, [args[n] for n in chunk])
            while last < end and kinds[last] == '-':
                last += 1
            return last

        at = 0
        while at < len(args):
            kind = kinds[at]
            if kind is None or kind == '-':
                then = take_places(at)
                if then == at:
                    end = run_of(at)
                    extras += [args[n] for n in range(at, end) if kinds[n] is None]
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
                take(action, words, option)
                continue
            while action.nargs == 0 and value and option[1:2] not in self.prefix_chars:
                if type(value) is _Given or value[0] in self.prefix_chars:
                    raise ArgumentError(action, f'ignored explicit argument {str(value)!r}')
                # Short options written as one: -xvf.
                take(action, [], option)
                option, value = option[0] + value[0], value[1:]
                action = self._options.get(option)
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
                take(action, args[at:at + count], option)
                at += count
            elif action.nargs == 0:
                raise ArgumentError(action, f'ignored explicit argument {str(value)!r}')
            else:
                value = str(value)
                if isinstance(action.nargs, int) and action.nargs != 1:
                    raise ArgumentError(action, f'expected {action.nargs} arguments')
                take(action, [value[1:] if value[:1] == '=' and option[1:2] not in self.prefix_chars else value],
                     option)
        for action in list(places):
            if action.nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER):
                # Those behind one that is missing are not reached.
                break
            places.remove(action)
            take(action, [])
        missing = []
        for action in self._actions:
            if action not in seen:
                if action.required:
                    missing.append(_name_of(action))
                elif isinstance(action.default, str) and hasattr(namespace, action.dest) \
                        and action.default is getattr(namespace, action.dest) and action.default is not SUPPRESS:
                    setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(missing)}')
        for group in self._mutually_exclusive_groups:
            if group.required and not any(a in seen_set for a in group._group_actions):
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

    def _values(self, action, words):
        nargs = action.nargs
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._value(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else words
        if nargs in (None, OPTIONAL) and len(words) == 1:
            value = self._value(action, words[0])
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, word) for word in words]
        if nargs == PARSER:
            values = [self._value(action, word) for word in words]
            self._check(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, word) for word in words]
        for value in values:
            self._check(action, value)
        return values

    def _value(self, action, word):
        convert = self._registry.get(('type', action.type), action.type)
        if convert is None:
            return word
        try:
            return convert(word)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}') from None

    def _check(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            shown = ', '.join(repr(str(c)) if action.nargs == PARSER else repr(c) for c in action.choices)
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {shown})')

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    _get_formatter = _formatter

    def format_usage(self):
        return self._formatter().usage(self.usage, self._actions, self._mutually_exclusive_groups).rstrip('\n') + '\n'

    def format_help(self):
        return self._formatter().help(self)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or _sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or _sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)  #: 2651
        _sys.exit(status)  #: 2652

    def error(self, message):
        self.print_usage(_sys.stderr)  #: 2663
        self.exit(2, f'{self.prog}: error: {message}\n')
