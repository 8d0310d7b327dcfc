"""What tests are collected from, and the tests: a tree."""
import os
import pathlib
import warnings

from .mark import MARK_GEN, Mark, MarkDecorator, NodeKeywords
from .outcomes import fail


class Stash(dict):
    """Values that plugins keep at nodes, by keys of their own."""


class StashKey:
    __class_getitem__ = classmethod(lambda cls, item: cls)


class Node:
    def __init__(self, name, parent=None, config=None, session=None, path=None, nodeid=None, **kwargs):
        self.name, self.parent = name, parent
        self.config = config or parent.config
        self.session = session or parent.session
        self.path = path if path is not None else getattr(parent, 'path', None)
        self.own_markers, self.extra_keyword_matches, self.stash = [], set(), Stash()
        self.keywords = NodeKeywords(self)
        if nodeid is None:
            nodeid = f'{parent.nodeid}::{name}' if parent is not None else ''
        self._nodeid = nodeid

    @classmethod
    def from_parent(cls, parent, **given):
        return cls(parent=parent, **given)

    nodeid = property(lambda self: self._nodeid)
    ihook = property(lambda self: self.config.hook)

    def __repr__(self):
        return f'<{type(self).__name__} {getattr(self, "name", None)}>'

    def __hash__(self):
        return hash(self._nodeid)

    def __eq__(self, other):
        return self is other

    def setup(self):
        pass

    def teardown(self):
        pass

    def addfinalizer(self, fin):
        self.session._setupstate.addfinalizer(fin, self)

    def iter_parents(self):
        node = self
        while node is not None:
            yield node
            node = node.parent

    def listchain(self):
        return list(self.iter_parents())[::-1]

    def getparent(self, cls):
        return next((node for node in self.iter_parents() if isinstance(node, cls)), None)

    def add_marker(self, marker, append=True):
        if isinstance(marker, str):
            marker = getattr(MARK_GEN, marker)
        elif not isinstance(marker, MarkDecorator):
            raise ValueError('is not a string or pytest.mark.* Marker')
        self.keywords[marker.name] = marker
        self.own_markers.insert(len(self.own_markers) if append else 0, marker.mark)

    def iter_markers(self, name=None):
        for _, mark in self.iter_markers_with_node(name):
            yield mark

    def iter_markers_with_node(self, name=None):
        for node in self.iter_parents():
            for mark in node.own_markers:
                if name is None or mark.name == name:
                    yield node, mark

    def get_closest_marker(self, name, default=None):
        return next(self.iter_markers(name), default)

    def listnames(self):
        return [node.name for node in self.listchain()]

    def listextrakeywords(self):
        return {name for node in self.iter_parents() for name in node.extra_keyword_matches}

    def warn(self, warning):
        path, lineno = location_of(self)
        warnings.warn_explicit(warning, category=None, filename=str(path), lineno=lineno + 1 if lineno is not None else 1)

    def _traceback_filter(self, excinfo):
        return excinfo.traceback

    def _repr_failure_py(self, excinfo, style=None):
        from .outcomes import Failed
        from .requests import FixtureLookupError
        value, config, filter = excinfo.value, self.config, self._traceback_filter
        if isinstance(value, ConftestImportFailure):
            excinfo = excinfo.from_exception(value.cause)
        if isinstance(value, Failed) and not value.pytrace:
            style = 'value'
        if isinstance(value, FixtureLookupError):
            return value.formatrepr()
        if config.option.fulltrace:
            style, filter = 'long', False
        elif style == 'auto':
            style = 'long'
        if style is None:
            style = 'short' if config.option.tbstyle == 'short' else 'long'
        long = config.option.verbose > 1
        try:
            abspath = pathlib.Path(os.getcwd()) != config.invocation_params.dir
        except OSError:
            abspath = True
        return excinfo.getrepr(funcargs=True, abspath=abspath, showlocals=config.option.showlocals, style=style, tbfilter=filter,
                               truncate_locals=not long, truncate_args=config.option.verbose <= 2)

    repr_failure = _repr_failure_py


class ConftestImportFailure(Exception):
    def __init__(self, path, *, cause):
        self.path, self.cause = path, cause

    def __str__(self):
        return f'{type(self.cause).__name__}: {self.cause} (from {self.path})'


def location_of(node):
    """File and line (from 0) of a node."""
    from .sources import place_of
    found = getattr(node, 'location', None)
    if found is not None:
        return found[:2]
    obj = getattr(node, 'obj', None)
    if obj is not None:
        return place_of(obj)
    return getattr(node, 'path', 'unknown location'), -1


class Collector(Node):
    class CollectError(Exception):
        """Collecting has failed, with what is told of it."""

    def collect(self):
        raise NotImplementedError('abstract')

    def repr_failure(self, excinfo):
        if isinstance(excinfo.value, self.CollectError) and not self.config.option.fulltrace:
            return str(excinfo.value.args[0])
        style = self.config.option.tbstyle
        return self._repr_failure_py(excinfo, 'short' if style == 'auto' else style)

    def _traceback_filter(self, excinfo):
        from .traceback_text import is_inner
        frames = excinfo.traceback.from_first(path=self.path)
        if frames is None:
            frames = excinfo.traceback.filter(lambda entry: not is_inner(entry.frame.f_code.co_filename))
        return frames.filter(excinfo)


class FSCollector(Collector):
    def __init__(self, path, parent=None, name=None, **given):
        path = pathlib.Path(path)
        config = given.get('config') or parent.config
        if given.get('nodeid') is None:
            from .sources import relative
            nodeid = _below(config.rootpath, path) or relative(path, config.rootpath)
            given['nodeid'] = '' if nodeid == '.' and parent is None else nodeid
        if name is None:
            name = parent is not None and parent.path != path and _below(parent.path, path) or path.name
        super().__init__(name=name, parent=parent, path=path, **given)


def _below(folder, path):
    """A path as seen from a folder that holds it; None: it does not."""
    return str(path.relative_to(folder)) if folder == path or folder in path.parents else None


class File(FSCollector):
    pass


class Directory(FSCollector):
    pass


class Item(Node):
    """A test."""
    nextitem = None

    def __init__(self, name, parent=None, **given):
        super().__init__(name, parent, **given)
        self._report_sections, self.user_properties = [], []

    def runtest(self):
        raise NotImplementedError('runtest must be implemented by Item subclass')

    def add_report_section(self, when, key, content):
        if content:
            self._report_sections.append((when, key, content))

    def reportinfo(self):
        return self.path, None, ''

    @property
    def location(self):
        found = self.__dict__.get('_location')
        if found is None:
            from .sources import relative
            path, line, domain = self.reportinfo()
            found = self._location = relative(os.path.abspath(str(path)), self.config.rootpath), line, str(domain)
        return found
