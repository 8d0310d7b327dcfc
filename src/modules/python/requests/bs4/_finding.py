"""What fits a name, attributes and a text that are looked for."""
import warnings as _warnings


class ResultSet(list):
    """What a search has found."""

    def __init__(self, source=None, result=()):
        super().__init__(result)
        self.source = source

    def __getattr__(self, key):
        raise AttributeError(
            f'ResultSet object has no attribute "{key}". '
            "You're probably treating a list of elements like a single "
            'element. Did you call find_all() when you meant to call find()?')


def set_of(found, limit):
    result = ResultSet()
    for each in found:
        result.append(each)
        if limit and len(result) >= limit:
            break
    return result


def _fits(value, wanted):
    """Whether a name, an attribute's value or a text is what was asked for."""
    if wanted is True:
        return value is not None
    if isinstance(value, list):
        return any(_fits(each, wanted) for each in value) or _fits(' '.join(value), wanted)
    if wanted is None or wanted is False:
        return value is None
    if callable(wanted):
        return bool(wanted(value))
    if value is None:
        return False
    if isinstance(wanted, bytes):
        wanted = wanted.decode('utf-8')
    if hasattr(wanted, 'search'):
        return wanted.search(value) is not None
    if isinstance(wanted, (list, tuple, set, frozenset, dict)):
        return any(_fits(value, each) for each in wanted)
    return str(wanted) == value


def matching(elements, name, attrs, string, kwargs):
    """Those of some elements that are asked for; what is asked is looked at before."""
    if isinstance(name, SoupStrainer):
        return (each for each in elements if name.matches(each))
    wanted = {'class': attrs} if not isinstance(attrs, dict) else dict(attrs)
    if 'text' in kwargs and string is None:
        string = kwargs.pop('text')
        _warnings.warn("The 'text' argument to find()-type methods is deprecated. Use 'string' instead.", DeprecationWarning, 2)
    wanted.update(('class' if key == 'class_' else key, value) for key, value in kwargs.items())
    return _chosen_of(elements, name, wanted, string)


def _chosen_of(elements, name, wanted, string):
    for each in elements:
        if hasattr(each, 'attrs'):
            if name is None and not wanted and string is not None:
                continue
            if name is not None:
                fits = name(each) if callable(name) and not hasattr(name, 'search') else _fits(each.name, name)
                if not fits:
                    continue
            if string is not None and not _fits(each.string, string):
                continue
            if all(_fits(each.attrs.get(key), value) for key, value in wanted.items()):
                yield each
        elif name is None and not wanted and string is not None and _fits(each, string):
            yield each


class SoupStrainer:
    """What is asked for, to be given to a search, or to a document that reads no more than that."""

    def __init__(self, name=None, attrs=None, string=None, **kwargs):
        if string is None and 'text' in kwargs:
            string = kwargs.pop('text')
        self.name, self.string = name, string
        self.attrs = {} if attrs is None else dict(attrs) if isinstance(attrs, dict) else {'class': attrs}
        self.attrs.update(('class' if key == 'class_' else key, value) for key, value in kwargs.items())

    def matches(self, element):
        return next(_chosen_of([element], self.name, self.attrs, self.string), None) is not None

    def begins(self, name, attrs):
        """Whether a document that reads no more has such a tag; attributes are as they are written."""
        if self.name is None and not self.attrs and self.string is not None:
            return False
        return (self.name is None or _fits(name, self.name)) and all(_fits(attrs.get(key), value) for key, value in self.attrs.items())
