"""What rich refuses."""


class ConsoleError(Exception):
    """Something a console cannot do."""


class StyleError(Exception):
    """Something about styles."""


class StyleSyntaxError(ConsoleError):
    """A style that cannot be read."""


class MissingStyle(StyleError):
    """A style that nobody has named."""


class StyleStackError(ConsoleError):
    """A stack of styles in disorder."""


class NotRenderableError(ConsoleError):
    """An object that says nothing of how it looks."""


class MarkupError(ConsoleError):
    """Markup that cannot be read."""


class LiveError(ConsoleError):
    """Something about live displays."""


class NoAltScreen(ConsoleError):
    """The other screen is not shown."""
