"""How text and attributes are written."""


def escaped(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class Style:
    """How text is written, and how an empty element ends."""
    indent, end = ' ', '/'
    # Whether scripts and styles are written as they are, whoever asks.
    skips_silent = True

    def __init__(self, text):
        self.text = self.value = text

    def attributes(self, tag):
        return sorted(tag.attrs.items())


_STYLES = {'minimal': Style(escaped), None: Style(str)}


def style_of(formatter):
    """A name of a style, a function for text, or a style."""
    if isinstance(formatter, Style):
        return formatter
    if callable(formatter):
        return Style(formatter)
    if formatter not in _STYLES:
        from bs4.formatter import HTMLFormatter
        return HTMLFormatter.REGISTRY[formatter]
    return _STYLES[formatter]


def quoted(value, style):
    return in_quotes(style.value(' '.join(value) if isinstance(value, list) else str(value)))


def in_quotes(value):
    if '"' in value:
        return f"'{value}'" if "'" not in value else '"' + value.replace('"', '&quot;') + '"'
    return f'"{value}"'
