"""Who makes documents, by name."""
import os as _os

well_known_implementations = {'minidom': 'xml.dom.minidom', '4DOM': 'xml.dom.DOMImplementation'}
registered = {}


def registerDOMImplementation(name, factory):
    registered[name] = factory


def _has(implementation, features):
    return all(implementation.hasFeature(feature, version) for feature, version in features)


def _parsed(text):
    """Pairs of a feature and its version, which may be missing."""
    words, found = text.split(), []
    while words:
        feature = words.pop(0)
        if feature[0].isdecimal():
            raise ValueError('bad feature name: %r' % (feature,))
        found.append((feature, words.pop(0) if words and words[0][0].isdecimal() else None))
    return tuple(found)


def getDOMImplementation(name=None, features=()):
    """The one of that name, else the first that has the features."""
    name = name or _os.environ.get('PYTHON_DOM')
    if name and name in well_known_implementations:
        return __import__(well_known_implementations[name], {}, {}, ['getDOMImplementation']).getDOMImplementation()
    if name:
        return registered[name]()
    features = _parsed(features) if isinstance(features, str) else features
    for make in [*registered.values(), *well_known_implementations]:
        try:
            implementation = getDOMImplementation(make) if isinstance(make, str) else make()
        except Exception:
            continue
        if _has(implementation, features):
            return implementation
    raise ImportError('no suitable DOM implementation found')
