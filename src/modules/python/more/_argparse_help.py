"""The help of a parser, and its usage."""
import os as _os

from _argparse_arguments import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

__name__ = 'argparse'  # where what is here is said to be


class _Section:  #: in argparse.py
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


def _squeezed(text):  #: in argparse.py
    """The text with one blank where there was white space; one that does not break stays."""
    return b' '.join(text.encode('utf-8', 'surrogatepass').split()).decode('utf-8', 'surrogatepass')


class HelpFormatter:  #: in argparse.py
    """Lays out usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            columns = _os.environ.get('COLUMNS', '')
            width = (int(columns) if columns.isdigit() and int(columns) else 80) - 2
        self._prog, self._width, self._indent_increment = prog, width, indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))  #: 177 max(width - 20, indent_increment * 2))
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


def _lines(parts, indent, room, start=None):  #: in argparse.py
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


class RawDescriptionHelpFormatter(HelpFormatter):  #: in argparse.py
    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):  #: in argparse.py
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):  #: in argparse.py
    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):  #: in argparse.py
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
