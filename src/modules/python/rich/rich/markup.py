"""Markup: `[bold]text[/bold]`, read into texts with styles."""
import re
from collections import namedtuple

from rich.emoji import replace_codes
from rich.errors import MarkupError
from rich.style import Style
from rich.text import Span, Text

RE_TAGS = re.compile(r'((\\*)\[([a-z#/@][^[]*?)])')
_CALL = re.compile(r'([\w.]*?)(\(.*?\))?$')


class Tag(namedtuple('Tag', 'name parameters')):
    """What stands in brackets."""
    __slots__ = ()

    def __str__(self):
        return self.name if self.parameters is None else f'{self.name} {self.parameters}'

    @property
    def markup(self):
        return f'[{self.name}]' if self.parameters is None else f'[{self.name}={self.parameters}]'


_TAG_LIKE = re.compile(r'(\\*)(\[[a-z#/@][^[]*?])')


def escape(markup):
    """A text in which brackets are brackets."""
    markup = _TAG_LIKE.sub(lambda match: match[1] * 2 + '\\' + match[2], markup)
    return markup + '\\' if markup.endswith('\\') and not markup.endswith('\\\\') else markup


def _pieces(markup):
    """Texts and tags, each with where it begins."""
    at = 0
    for match in RE_TAGS.finditer(markup):
        whole, slashes, inner = match.groups()
        start = match.start()
        if start > at:
            yield start, markup[at:start], None
        at = match.end()
        if slashes:
            if len(slashes) > 1:
                yield start, '\\' * (len(slashes) // 2), None
                start += len(slashes) // 2 * 2
            if len(slashes) % 2:
                yield start, whole[len(slashes):], None
                continue
        name, equals, parameters = inner.partition('=')
        yield start, None, Tag(name, parameters if equals else None)
    if at < len(markup):
        yield at, markup[at:], None


def _handler(written):
    """What a tag such as `[@click=name(1)]` calls, and with what."""
    from ast import literal_eval
    if not written:
        return ()
    stripped = written.strip()
    name, arguments = '', stripped
    found = _CALL.match(stripped)
    if found is not None:
        name, arguments = found.groups()
        arguments = '()' if arguments is None else arguments
    try:
        given = literal_eval(arguments)
    except SyntaxError as error:
        raise MarkupError(f'error parsing {arguments!r} in {written!r}; {error.msg}')
    except Exception as error:
        raise MarkupError(f'error parsing {written!r}; {error}') from None
    return (name, given if isinstance(given, tuple) else (given,)) if name else given


def _close(opened, tag, position):
    """Takes the tag away that this one closes."""
    name = tag.name[1:].strip()
    if not name:
        if not opened:
            raise MarkupError(f"closing tag '[/]' at position {position} has nothing to close")
        return opened.pop()
    name = Style.normalize(name)
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][1].name == name:
            return opened.pop(at)
    raise MarkupError(f"closing tag '{tag.markup}' at position {position} doesn't match any open tag")


def render(markup, style='', emoji=True, emoji_variant=None):
    """A text of markup."""
    if '[' not in markup:
        return Text(replace_codes(markup, emoji_variant) if emoji else markup, style=style)
    text, opened, spans = Text(style=style), [], []
    for position, plain, tag in _pieces(markup):
        if plain is not None:
            plain = plain.replace('\\[', '[')
            text.append(replace_codes(plain) if emoji else plain)
        elif not tag.name.startswith('/'):
            opened.append((len(text), Tag(Style.normalize(tag.name), tag.parameters)))
        else:
            start, begun = _close(opened, tag, position)
            if begun.name.startswith('@'):
                over = Style(meta={begun.name: _handler(begun.parameters)})
            else:
                over = str(begun)
            spans.append(Span(start, len(text), over))
    while opened:
        start, tag = opened.pop()
        if str(tag):
            spans.append(Span(start, len(text), str(tag)))
    text.spans = sorted(reversed(spans), key=lambda span: span.start)
    return text
