"""Names of older versions, which say that they are old."""
import warnings as _warnings

from bs4._tree import PageElement, Tag


def _alias(cls, old, new, version, kind='Call to deprecated method'):
    """A name of older versions, which says so."""
    def told(self):
        _warnings.warn(f'{kind} {old}. (Replaced by {new}) -- Deprecated since version {version}.', DeprecationWarning, 2)
        return getattr(self, new)
    if kind.startswith('Access'):
        setattr(cls, old, property(told))
    else:
        def alias(self, *args, **kwargs):
            return told(self)(*args, **kwargs)
        setattr(cls, old, alias)


for _old, _new in {'nextSibling': 'next_sibling', 'previousSibling': 'previous_sibling'}.items():
    _alias(PageElement, _old, _new, '4.0.0', 'Access to deprecated property')
for _old, _new in {'replaceWith': 'replace_with', 'findNext': 'find_next', 'findAllNext': 'find_all_next',
                   'findNextSibling': 'find_next_sibling', 'findNextSiblings': 'find_next_siblings',
                   'findPreviousSibling': 'find_previous_sibling', 'findPreviousSiblings': 'find_previous_siblings',
                   'findAllPrevious': 'find_all_previous', 'findParent': 'find_parent', 'findParents': 'find_parents'}.items():
    _alias(PageElement, _old, _new, '4.0.0')
_alias(PageElement, 'findPrevious', 'find_previous', '3.0.0')
_alias(Tag, 'findAll', 'find_all', '4.0.0')
_alias(Tag, 'has_key', 'has_attr', '4.0.0')
_alias(Tag, 'findChild', 'find', '3.0.0')
_alias(Tag, 'findChildren', 'find_all', '3.0.0')


def _contents(self, encoding='utf-8', prettyPrint=False, indentLevel=0):
    _warnings.warn('Call to deprecated method renderContents. (Replaced by encode_contents) -- '
                   'Deprecated since version 4.0.0.', DeprecationWarning, 2)
    return self.encode_contents(indentLevel if prettyPrint else None, encoding)


Tag.renderContents = _contents
