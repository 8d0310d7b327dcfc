"""How text and attributes are written."""


def _escaped(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def _named(text):
    """With a name for each character that has one."""
    from html.entities import codepoint2name
    names = {code: f'&{name};' for code, name in codepoint2name.items() if name != 'quot'}
    return text.translate(names)


class Style:
    """How text is written, and how an empty element ends."""

    def __init__(self, text, end='/'):
        self.text, self.end = text, end


_STYLES = {'minimal': Style(_escaped), 'html': Style(_named), 'html5': Style(_named, ''), 'html5-4.12': Style(_named, ''),
           None: Style(str)}


def style_of(formatter):
    """A name of a style, a function for text, or a style."""
    return formatter if isinstance(formatter, Style) else Style(formatter) if callable(formatter) else _STYLES[formatter]


def quoted(value, style):
    value = style.text(' '.join(value) if isinstance(value, list) else str(value))
    if '"' in value:
        return f"'{value}'" if "'" not in value else '"' + value.replace('"', '&quot;') + '"'
    return f'"{value}"'
