"""Beautiful Soup over html.parser: a tree to search and to write out."""
import sys as _sys
from _frames import not_supported as _not_supported

from bs4 import _aliases
from bs4._builder import Builder as _Builder, _SEVERAL
from bs4._tree import CData, Comment, CSS, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction, Script
from bs4._finding import ResultSet, SoupStrainer
from bs4._tree import Stylesheet, Tag, TemplateString
from bs4._warnings import GuessedAtParserWarning, MarkupResemblesLocatorWarning, UnusualUsageWarning
from bs4._warnings import guessed as _guessed, look_at as _look_at

__version__ = '4.13.4'
_unset = object()


class FeatureNotFound(ValueError):
    __module__ = 'bs4.exceptions'


class BeautifulSoup(Tag):
    """A document."""

    def __init__(self, markup='', features=None, builder=None, parse_only=None, from_encoding=None,
                 exclude_encodings=None, element_classes=None, multi_valued_attributes=_unset,
                 on_duplicate_attribute=None, **kwargs):
        super().__init__('[document]')
        if kwargs:
            raise TypeError(f'TreeBuilder.__init__() got an unexpected keyword argument {next(iter(kwargs))!r}')
        if isinstance(features, (list, tuple)):
            features = features[0] if features else None
        if features not in (None, 'html.parser', 'html'):
            raise FeatureNotFound(f"Couldn't find a tree builder with the features you requested: {features}. Do you "
                                  'need to install a parser library?')
        if builder is not None or element_classes is not None:
            what = 'element_classes=' if builder is None else 'builder='
            _not_supported(f'bs4.BeautifulSoup with {what}', "BeautifulSoup(…, 'html.parser')")
        if features != 'html.parser':
            _guessed(_sys._getframe(1))
        if hasattr(markup, 'read'):
            markup = markup.read()
        elif not isinstance(markup, (str, bytes, bytearray)):
            raise TypeError(f'Incoming markup is of an invalid type: {markup!r}. Markup must be a string, a bytestring, '
                            'or an open filehandle.')
        elif len(markup) <= 256:
            _look_at(markup)
        self.original_encoding = self.declared_html_encoding = None
        self.contains_replacement_characters = False
        if isinstance(markup, (bytes, bytearray)):
            from bs4.dammit import UnicodeDammit
            found = UnicodeDammit(bytes(markup), [from_encoding] if from_encoding else [], None, True, exclude_encodings)
            self.original_encoding, self.declared_html_encoding = found.original_encoding, found.declared_html_encoding
            self.contains_replacement_characters = found.contains_replacement_characters
            markup = found.unicode_markup or ''
        builder = _Builder(self, _SEVERAL if multi_valued_attributes is _unset else multi_valued_attributes, on_duplicate_attribute,
                           parse_only)
        builder.feed(markup)
        builder.close()
        builder._flush()

    is_empty_element = property(lambda self: False)

    def new_tag(self, name, namespace=None, nsprefix=None, attrs={}, sourceline=None, sourcepos=None, string=None,
                **kwattrs):
        tag = Tag(name, {**attrs, **kwattrs})
        if string is not None:
            tag.append(string)
        return tag

    def new_string(self, s, subclass=None):
        return (subclass or NavigableString)(s)

    def _output(self, style):
        return ''.join([each._output(style) for each in self.contents])

    def _lines(self, lines, depth, style):
        self._inner_lines(lines, depth, style)

    next_element = property(lambda self: None)

    def _alike(self):
        alike = BeautifulSoup('', 'html.parser')
        alike.original_encoding = self.original_encoding
        return alike

    def reset(self):
        self.contents = []

    def insert_before(self, *others):
        raise NotImplementedError("BeautifulSoup objects don't support insert_before().")

    def insert_after(self, *others):
        raise NotImplementedError("BeautifulSoup objects don't support insert_after().")


def __getattr__(name):
    if name == 'UnicodeDammit':
        import bs4.dammit
        return bs4.dammit.UnicodeDammit
    if name in ('element', 'dammit', 'formatter'):
        import importlib
        return importlib.import_module('bs4.' + name)
    # Not even bs4 has the last one here.
    if name[:1] != '_' and name != 'EntitySubstitution':
        _not_supported('bs4.' + name)
    raise AttributeError(f"module 'bs4' has no attribute '{name}'")
