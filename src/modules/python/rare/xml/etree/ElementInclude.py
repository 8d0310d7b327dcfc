"""Documents that include others (XInclude, in part)."""
import copy
from urllib.parse import urljoin

from . import ElementTree

XINCLUDE = '{http://www.w3.org/2001/XInclude}'
XINCLUDE_INCLUDE, XINCLUDE_FALLBACK = XINCLUDE + 'include', XINCLUDE + 'fallback'
DEFAULT_MAX_INCLUSION_DEPTH = 6


class FatalIncludeError(SyntaxError):
    pass


class LimitedRecursiveIncludeError(FatalIncludeError):
    pass


def default_loader(href, parse, encoding=None):
    """The root of a document, or a text, read from a file."""
    if parse == 'xml':
        with open(href, 'rb') as file:
            return ElementTree.parse(file).getroot()
    with open(href, encoding=encoding or 'UTF-8') as file:
        return file.read()


def include(elem, loader=None, base_url=None, max_depth=DEFAULT_MAX_INCLUSION_DEPTH):
    """Puts what is included in its place; the tree itself changes."""
    if max_depth is not None and max_depth < 0:
        raise ValueError("expected non-negative depth or None for 'max_depth', got %r" % max_depth)
    root = elem.getroot() if hasattr(elem, 'getroot') else elem
    _include(root, default_loader if loader is None else loader, base_url, -1 if max_depth is None else max_depth, set())


def _loaded(loader, href, parse, *given):
    found = loader(href, parse, *given)
    if found is None:
        raise FatalIncludeError('cannot load %r as %r' % (href, parse))
    return found


def _include(parent, loader, base_url, depth, above):
    at = 0
    while at < len(parent):
        child = parent[at]
        if child.tag == XINCLUDE_FALLBACK:
            raise FatalIncludeError('xi:fallback tag must be child of xi:include (%r)' % child.tag)
        if child.tag != XINCLUDE_INCLUDE:
            _include(child, loader, base_url, depth, above)
            at += 1
            continue
        href, parse = child.get('href'), child.get('parse', 'xml')
        if base_url:
            href = urljoin(base_url, href)
        if parse == 'xml':
            parent[at] = _element(child, loader, href, depth, above)
            at += 1
        elif parse == 'text':
            text = _loaded(loader, href, parse, child.get('encoding')) + (child.tail or '')
            if at:
                parent[at - 1].tail = (parent[at - 1].tail or '') + text
            else:
                parent.text = (parent.text or '') + text
            del parent[at]
        else:
            raise FatalIncludeError('unknown parse type in xi:include tag (%r)' % parse)


def _element(child, loader, href, depth, above):
    """What stands in place of an element that includes a document."""
    if href in above:
        raise FatalIncludeError('recursive include of %s' % href)
    if depth == 0:
        raise LimitedRecursiveIncludeError('maximum xinclude depth reached when including file %s' % href)
    above.add(href)
    node = copy.copy(_loaded(loader, href, 'xml'))
    _include(node, loader, href, depth - 1, above)
    above.remove(href)
    if child.tail:
        node.tail = (node.tail or '') + child.tail
    return node
