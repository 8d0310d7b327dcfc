"""Elements found by paths."""
__name__ = 'xml.etree.ElementTree'  # where what is here is said to be


class QName:  #: in xml/etree/ElementTree.py
    """A name with its namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f'{{{text_or_uri}}}{tag}' if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f'<QName {self.text!r}>'

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)


def _steps(path):  #: -
    """The steps of a path, each with its predicates; a step of '' leads to all below."""
    import re
    if path.endswith('/'):
        path += '*'
    if path.startswith('/'):
        raise SyntaxError('cannot use absolute path on element')
    steps = []
    for token in re.findall(r'//|/|\[[^\]]*\]?|(?:\{[^}]*\})?[^/\[\]{}]+|\{[^}]*\}\*?', path):
        if token == '//':
            steps.append(('', []))
        elif token == '/':
            continue
        elif token.startswith('['):
            if not token.endswith(']'):
                # CPython's has made no step of what does not end.
                raise TypeError("'NoneType' object is not callable")
            if not steps:
                steps.append(('.', []))
            steps[-1][1].append(token[1:-1].strip())
        else:
            steps.append((token, []))
    return steps


def _found(element, path, namespaces):  #: -
    if isinstance(path, QName):
        path = path.text
    if not namespaces and path[:1] != '{' and not any(mark in path for mark in '/*[@.'):
        return iter([child for child in element if child.tag == path])
    elements = [element]
    steps, whole = _steps(path), False
    for name, predicates in steps:
        if name == '':
            whole = True
            continue
        elements = _stepped(element, elements, name, namespaces, whole)
        for predicate in predicates:
            elements = _kept(elements, element, predicate, namespaces)
        whole = False
    return iter(elements)


def _qualified(name, namespaces):
    if name.startswith('{') or name in ('*', '.', '..'):
        return name
    prefix, colon, local = name.partition(':')
    if colon:
        if not namespaces or prefix not in namespaces:
            raise SyntaxError(f'prefix {prefix!r} not found in prefix map')
        return f'{{{namespaces[prefix]}}}{local}'
    default = (namespaces or {}).get('')
    return f'{{{default}}}{name}' if default else name


def _matches(tag, name):
    if name == '*':
        return True
    if not isinstance(tag, str):
        return False
    if name.startswith('{}'):
        return not tag.startswith('{') and name[2:] in ('*', tag)
    if name.startswith('{*}'):
        return name == '{*}*' or tag.rpartition('}')[2] == name[3:]
    if name.endswith('}*'):
        return tag.startswith(name[:-1])
    return tag == name


def _parents(root):
    return {id(child): parent for parent in root.iter() for child in parent}


def _stepped(root, elements, name, namespaces, whole):  #: -
    name = _qualified(name, namespaces)
    if name == '.':
        return [below for element in elements for below in element.iter()] if whole else elements
    if name == '..':
        parents, out = _parents(root), []
        for element in elements:
            parent = parents.get(id(element))
            if parent is not None and not any(parent is one for one in out):
                out.append(parent)
        return out
    out = []
    for element in elements:
        for child in (element.iter() if whole else element):
            if child is not element and _matches(child.tag, name):
                out.append(child)
    return out


def _kept(elements, root, predicate, namespaces):  #: -
    import re
    if re.fullmatch(r'-?\d+|last\(\)(\s*-\s*\d+)?', predicate):
        if predicate.startswith('last'):
            place = -1 - int(predicate.partition('-')[2] or 0)
            if '-' in predicate and place == -1:
                raise SyntaxError('XPath offset from last() must be negative')
        else:
            place = int(predicate) - 1
            if place < 0:
                raise SyntaxError('XPath position >= 1 expected')
        parents, out = _parents(root), []
        for element in elements:
            parent = parents.get(id(element))
            same = [] if parent is None else [one for one in parent if one.tag == element.tag]
            if -len(same) <= place < len(same) and same[place] is element:
                out.append(element)
        return out
    if re.fullmatch(r'last\(\)\s*\+.*', predicate):
        raise SyntaxError('XPath offset from last() must be negative')
    found = re.fullmatch(r'''(@?)([^=!\s]+)\s*(?:(!?=)\s*(?:'([^']*)'|"([^"]*)"))?''', predicate)
    if not found:
        raise SyntaxError('invalid predicate')
    at, name, relation, one, two = found.groups()
    wanted = one if one is not None else two
    if at:
        name = _qualified(name, None)
        if not relation:
            return [e for e in elements if e.get(name) is not None]
        if relation == '=':
            return [e for e in elements if e.get(name) == wanted]
        return [e for e in elements if e.get(name, wanted) != wanted]
    if name == '.':
        return [e for e in elements if (''.join(e.itertext()) == wanted) == (relation == '=')]
    if not relation:
        return [e for e in elements if e.find(name, namespaces) is not None]
    return [e for e in elements if any((''.join(c.itertext()) == wanted) == (relation == '=')
                                       for c in e.findall(name, namespaces))]
