"""Words of the command line as options and arguments."""
import os as _os
import sys as _sys

from _argparse_arguments import (Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType,
                                 ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, _ActionsContainer,
                                 _AppendAction, _AppendConstAction, _ArgumentGroup, _CountAction, _ExtendAction,
                                 _Given, _HelpAction, _MutuallyExclusiveGroup, _StoreAction, _StoreConstAction,
                                 _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _UNRECOGNIZED, _VersionAction,
                                 _name_of)
from _argparse_help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter)

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']


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
        return key in self.__dict__  #: 1341


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
        if action.option_strings:  #: 1860
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
        if found[1] and self.exit_on_error:
            return self._without_rest(*found)  #: 1884 self.error(msg)
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
        for word in args:  #: 2199 for arg_string in «arg_strings»:
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
                (file or _sys.stderr).write(message)  #: 2642 file.write(message)
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
