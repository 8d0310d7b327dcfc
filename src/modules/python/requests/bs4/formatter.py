"""How a document is written, as a program may say."""
from bs4._writing import Style
from bs4.dammit import EntitySubstitution

__all__ = ['Formatter', 'HTMLFormatter', 'XMLFormatter']


class Formatter(Style):
    """What is done with texts and attributes."""
    HTML, XML = 'html', 'xml'
    HTML_DEFAULTS = {'cdata_containing_tags': {'script', 'style'}}

    def __init__(self, language=None, entity_substitution=None, void_element_close_prefix='/', cdata_containing_tags=None,
                 empty_attributes_are_booleans=False, indent=1):
        self.language, self.entity_substitution = language or self.HTML, entity_substitution
        self.void_element_close_prefix, self.empty_attributes_are_booleans = void_element_close_prefix or '', empty_attributes_are_booleans
        if cdata_containing_tags is None:
            cdata_containing_tags = set() if self.language == self.XML else self.HTML_DEFAULTS['cdata_containing_tags']
        self.cdata_containing_tags = cdata_containing_tags
        indent = 0 if indent is None else indent
        self.indent = ' ' * max(indent, 0) if isinstance(indent, int) else indent if isinstance(indent, str) else ' '

    end = property(lambda self: self.void_element_close_prefix)
    skips_silent = False

    def substitute(self, ns):
        if not self.entity_substitution:
            return ns
        parent = getattr(ns, 'parent', None)
        return ns if parent is not None and parent.name in self.cdata_containing_tags else self.entity_substitution(ns)

    def attribute_value(self, value):
        return self.substitute(value)

    def attributes(self, tag):
        empty = None if self.empty_attributes_are_booleans else ''
        return sorted((key, empty if value == '' else value) for key, value in (tag.attrs or {}).items())

    def text(self, text):
        return str(self.substitute(text))

    def value(self, value):
        return self.attribute_value(value)


class HTMLFormatter(Formatter):
    REGISTRY = {}

    def __init__(self, entity_substitution=None, void_element_close_prefix='/', cdata_containing_tags=None,
                 empty_attributes_are_booleans=False, indent=1):
        super().__init__(self.HTML, entity_substitution, void_element_close_prefix, cdata_containing_tags,
                         empty_attributes_are_booleans, indent)


class XMLFormatter(Formatter):
    REGISTRY = {}

    def __init__(self, entity_substitution=None, void_element_close_prefix='/', cdata_containing_tags=None,
                 empty_attributes_are_booleans=False, indent=1):
        super().__init__(self.XML, entity_substitution, void_element_close_prefix, cdata_containing_tags,
                         empty_attributes_are_booleans, indent)


for _kind in HTMLFormatter, XMLFormatter:
    _kind.REGISTRY['html'] = _kind(EntitySubstitution.substitute_html)
    if _kind is HTMLFormatter:
        _kind.REGISTRY['html5'] = _kind(EntitySubstitution.substitute_html5, None, None, True)
        _kind.REGISTRY['html5-4.12'] = _kind(EntitySubstitution.substitute_html, None, None, True)
    _kind.REGISTRY['minimal'] = _kind(EntitySubstitution.substitute_xml)
    _kind.REGISTRY[None] = _kind()
