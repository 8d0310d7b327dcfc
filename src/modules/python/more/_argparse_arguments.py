"""Arguments: what is done with what they are given, and groups of them."""
import sys as _sys

__name__ = 'argparse'  # where what is here is said to be

# A forked process has the same one.
SUPPRESS = _sys.intern('==SUPPRESS==')
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = '?', '*', '+'
PARSER, REMAINDER = 'A...', '...'
_UNRECOGNIZED = '_unrecognized_args'


class ArgumentError(Exception):  #: in argparse.py
    """An argument is wrong."""

    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        if self.argument_name is None:
            return str(self.message)
        return f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):  #: in argparse.py
    """A word cannot be converted."""


def _name_of(action):  #: in argparse.py
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


class _Given(str):  #: in argparse.py
    """What stands behind = in an option."""


class Action:  #: in argparse.py
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


class _StoreAction(Action):  #: in argparse.py
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


class _StoreConstAction(Action):  #: in argparse.py
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):  #: in argparse.py
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):  #: in argparse.py
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, deprecated=deprecated)


class BooleanOptionalAction(Action):  #: in argparse.py
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
        for option in option_strings:  #: 858 for option_string in «option_strings»:
            names.append(option)
            if option.startswith('--'):  #: 861 if «option_string.startswith»('--'):
                names.append('--no-' + option[2:])
        super().__init__(names, dest, 0, None, default, required=required, help=help, deprecated=deprecated, **rest)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _AppendAction(_StoreAction):  #: in argparse.py
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or ()), values])


class _ExtendAction(_StoreAction):  #: in argparse.py
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or ()), *values])


class _AppendConstAction(_StoreConstAction):  #: in argparse.py
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or ()), self.const])


class _CountAction(_StoreConstAction):  #: in argparse.py
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, None, default, required, help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):  #: in argparse.py
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):  #: in argparse.py
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


class _Choice(Action):  #: in argparse.py
    """A subcommand's line in the help."""

    def __init__(self, name, aliases, help):
        shown = name + (f' ({", ".join(aliases)})' if aliases else '')
        super().__init__([], shown, help=help, metavar=shown)


class _SubParsersAction(Action):  #: in argparse.py
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


class FileType:  #: in argparse.py
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


class _ActionsContainer:  #: in argparse.py
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
            return self._registries[registry_name].get(value, default)  #: 1404
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
        return self._defaults.get(dest)  #: 1422 return «self._defaults.get(dest, None)»

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
        group = _ArgumentGroup(self, *args, **kwargs)  #: 1480
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
        self._actions.remove(action)  #: 1511

    def _add_container_actions(self, container):
        """Takes over the groups and arguments of a parent."""
        titles = {group.title: group for group in self._action_groups}
        places = {}
        for group in container._action_groups:  #: 1526
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(
                    title=group.title, description=group.description, conflict_handler=group.conflict_handler)
            places.update(dict.fromkeys(group._group_actions, titles[group.title]))
        for group in container._mutually_exclusive_groups:
            places.update(dict.fromkeys(group._group_actions, self.add_mutually_exclusive_group(required=group.required)))
        for action in container._actions:
            places.get(action, self)._add_action(action)


class _ArgumentGroup(_ActionsContainer):  #: in argparse.py
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


class _MutuallyExclusiveGroup(_ArgumentGroup):  #: in argparse.py
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
