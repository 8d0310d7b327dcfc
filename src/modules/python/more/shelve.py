"""Dicts that stay in a file, as databases of `dbm`."""
import pickle as _pickle
from collections.abc import MutableMapping as _MutableMapping

__all__ = ['Shelf', 'BsdDbShelf', 'DbfilenameShelf', 'open']


class _ClosedDict(_MutableMapping):
    """The dict of a shelf that is closed."""

    def closed(self, *args):
        raise ValueError('invalid operation on closed shelf')  #: 70

    __iter__ = __len__ = __getitem__ = __setitem__ = __delitem__ = keys = closed

    def __repr__(self):
        return '<Closed Dictionary>'


class Shelf(_MutableMapping):
    """Values are pickled into a mapping of bytes."""

    def __init__(self, dict, protocol=None, writeback=False, keyencoding='utf-8'):
        self.dict, self.writeback, self.keyencoding = dict, writeback, keyencoding
        self._protocol = _pickle.DEFAULT_PROTOCOL if protocol is None else protocol
        self.cache = {}

    def __iter__(self):
        for key in self.dict.keys():
            yield key.decode(self.keyencoding)

    def __len__(self):
        return len(self.dict)  #: 99

    def __contains__(self, key):
        return key.encode(self.keyencoding) in self.dict

    def get(self, key, default=None):
        return self[key] if key.encode(self.keyencoding) in self.dict else default

    def __getitem__(self, key):
        try:
            value = self.cache[key]  #: 111
        except KeyError:
            data = self.dict[key.encode(self.keyencoding)]  #: 113 f = BytesIO(«self.dict[key.encode(self.keyencoding)]»)
            value = _pickle.loads(data)
            if self.writeback:
                self.cache[key] = value
        return value

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        data = _pickle.dumps(value, self._protocol)  #: 124 p.dump(value)
        name = key.encode(self.keyencoding)  #: 125 self.dict[«key.encode»(self.keyencoding)] = f.getvalue()
        self.dict[name] = data  #: 125 «self.dict[key.encode(self.keyencoding)]» = f.getvalue()

    def __delitem__(self, key):
        del self.dict[key.encode(self.keyencoding)]  #: 128
        self.cache.pop(key, None)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()  #: 138

    def close(self):
        """Writes what has been changed, and ends it."""
        if self.dict is None:
            return
        try:
            self.sync()  #: 144
            try:
                self.dict.close()  #: 146
            except AttributeError:
                pass
        finally:
            self.dict = _ClosedDict()

    def __del__(self):
        # One that could not be made has nothing to close.
        if hasattr(self, 'writeback'):
            self.close()  #: 162

    def sync(self):
        """Writes the values that were read, if they are kept."""
        if self.writeback and self.cache:
            self.writeback = False
            for key, value in self.cache.items():
                self[key] = value  #: 168 «self[key]» = entry
            self.writeback, self.cache = True, {}
        if hasattr(self.dict, 'sync'):
            self.dict.sync()  #: 172


class BsdDbShelf(Shelf):
    """Over a table that has an order, and a place in it."""

    def _item(self, item):
        key, value = item
        return key.decode(self.keyencoding), _pickle.loads(value)

    def set_location(self, key):
        """Goes to a key, or the next one."""
        return self._item(self.dict.set_location(key))

    def next(self):
        """Goes on to the next item."""
        return self._item(next(self.dict))

    def previous(self):
        """Goes back to the item before."""
        return self._item(self.dict.previous())

    def first(self):
        """Goes to the first item."""
        return self._item(self.dict.first())

    def last(self):
        """Goes to the last item."""
        return self._item(self.dict.last())


class DbfilenameShelf(Shelf):
    """A shelf in a file."""

    def __init__(self, filename, flag='c', protocol=None, writeback=False):
        import dbm
        Shelf.__init__(self, dbm.open(filename, flag), protocol, writeback)  #: 227 Shelf.__init__(self, «dbm.open(filename, flag)», protocol, writeback)


def open(filename, flag='c', protocol=None, writeback=False):
    return DbfilenameShelf(filename, flag, protocol, writeback)  #: 250
