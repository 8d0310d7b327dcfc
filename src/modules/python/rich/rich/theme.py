"""Themes: styles by name."""
from rich.default_styles import WORDS, read_all
from rich.style import Style


class Theme:
    """Styles by name, with those that are there from the start unless it does not inherit them."""

    def __init__(self, styles=None, inherit=True):
        self._styles = WORDS.copy() if inherit else {}
        if styles is not None:
            self._styles.update({name: style if isinstance(style, Style) else Style.parse(style) for name, style in styles.items()})

    @property
    def styles(self):
        return read_all(self._styles)

    @styles.setter
    def styles(self, styles):
        self._styles = styles

    @property
    def config(self):
        return '[styles]\n' + '\n'.join(f'{name} = {style}' for name, style in sorted(self.styles.items()))

    @classmethod
    def from_file(cls, config_file, source=None, inherit=True):
        import configparser
        config = configparser.ConfigParser()
        config.read_file(config_file, source=source)
        return cls(dict(config.items('styles')), inherit=inherit)

    @classmethod
    def read(cls, path, inherit=True, encoding=None):
        with open(path, encoding=encoding) as file:
            return cls.from_file(file, source=path, inherit=inherit)


class ThemeStackError(Exception):
    """The theme that was there first does not go."""


class ThemeStack:
    """Themes one upon the other."""

    def __init__(self, theme):
        self._entries = [theme._styles]

    def get(self, name):
        return self._entries[-1].get(name)

    def push_theme(self, theme, inherit=True):
        self._entries.append({**self._entries[-1], **theme._styles} if inherit else theme._styles.copy())

    def pop_theme(self):
        if len(self._entries) == 1:
            raise ThemeStackError('Unable to pop base theme')
        self._entries.pop()
