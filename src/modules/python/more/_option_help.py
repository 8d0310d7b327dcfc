"""How options are told of."""
import os
import textwrap

__name__ = 'optparse'  # where what is here is said to be  #: in optparse.py

NO_DEFAULT = ('NO', 'DEFAULT')


class HelpFormatter:
    """How help is laid out."""

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        self.width, self.current_indent = (int(os.environ.get('COLUMNS', 80)) - 2 if width is None else width), 0
        self.indent_increment, self.short_first = indent_increment, short_first
        self.help_position = min(max_help_position, max(self.width - 20, indent_increment * 2))
        self.default_tag = '%default'

    def indent(self):
        self.current_indent += self.indent_increment

    def dedent(self):
        self.current_indent -= self.indent_increment

    def format_usage(self, usage):
        return f'Usage: {usage}\n'

    def format_heading(self, heading):
        return f"{'':{self.current_indent}}{heading}:\n"

    def format_text(self, text):
        indent = ' ' * self.current_indent
        return textwrap.fill(text, max(self.width - self.current_indent, 11), initial_indent=indent,
                             subsequent_indent=indent)

    def format_description(self, description):
        return self.format_text(description) + '\n' if description else ''

    def format_epilog(self, epilog):
        return '\n' + self.format_text(epilog) + '\n' if epilog else ''

    def strings(self, option):
        short, long = option._short_opts, option._long_opts
        if option.takes_value():
            name = option.metavar or option.dest.upper()
            short, long = [f'{one} {name}' for one in short], [f'{one}={name}' for one in long]
        return ', '.join(short + long if self.short_first else long + short)

    def format_option(self, option, position, parser):
        indent, names = ' ' * self.current_indent, self.strings(option)
        room = position - self.current_indent - 2
        lines = [f'{indent}{names}\n'] if len(names) > room else [f'{indent}{names:{room}}  ']
        first = position if len(names) > room else 0
        if option.help:
            default = parser.defaults.get(option.dest)
            default = 'none' if default is None or default is NO_DEFAULT else default
            text = option.help.replace(self.default_tag, str(default)) if self.default_tag else option.help
            for line in textwrap.wrap(text, max(self.width - position, 11)):
                lines.append(f"{'':{first}}{line}\n")
                first = position
        elif lines[-1][-1] != '\n':
            lines.append('\n')
        return ''.join(lines)


class IndentedHelpFormatter(HelpFormatter):
    pass


class TitledHelpFormatter(HelpFormatter):
    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"{self.format_heading('Usage')}  {usage}\n"

    def format_heading(self, heading):
        return f"{heading}\n{'=-'[self.current_indent > 0] * len(heading)}\n"
