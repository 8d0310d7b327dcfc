"""Results: rows, or what is made of them, once."""
from sqlalchemy import exc
from sqlalchemy.engine.row import ResultMetaData, Row, RowMapping

_NO_ROW = object()


class RMKeyView:
    def __init__(self, parent):
        self._parent = parent

    def __len__(self):
        return len(self._parent.keys)

    def __iter__(self):
        return iter(self._parent.keys)

    def __contains__(self, key):
        return not isinstance(key, int) and self._parent.has(key)

    def __repr__(self):
        return f'RMKeyView({self._parent.keys!r})'

    def __eq__(self, other):
        return list(other) == list(self)


class ResultInternal:
    """What all results can: take rows one after another, without those that are there already where that is asked for."""
    _unique = None
    _yield_per = None
    _hard_closed = False

    def _made(self, data):
        raise NotImplementedError

    def _next(self):
        """What the next row comes to, or `_NO_ROW`."""
        while True:
            data = self._real._take()
            if data is _NO_ROW:
                return data
            made = self._made(data)
            if self._unique is None:
                return made
            key = self._unique[1](made) if self._unique[1] is not None else self._key(made, data)
            if key not in self._unique[0]:
                self._unique[0].add(key)
                return made

    def _key(self, made, data):
        return self._real._unique_key(made)

    def _all(self):
        found = []
        while (made := self._next()) is not _NO_ROW:
            found.append(made)
        self._real._exhausted()
        return found

    def _many(self, size):
        found = []
        if size is None:
            size = self._real._yield_per
            if size is None:
                return self._all()
        while len(found) < size and (made := self._next()) is not _NO_ROW:
            found.append(made)
        return found

    def _one_of(self, none, several, scalar=False):
        made = self._next()
        if made is _NO_ROW:
            self._real._exhausted(hard=True)
            if none:
                raise exc.NoResultFound('No row was found when one was required')
            return None
        if several:
            again = self._next()
            if again is not _NO_ROW:
                self._real.close()
                raise exc.MultipleResultsFound('Multiple rows were found when exactly one was required' if none else
                                               'Multiple rows were found when one or none was required')
        self._real.close()
        return made[0] if scalar else made

    def _partitions(self, size=None):
        while rows := self._many(size):
            yield rows

    def __iter__(self):
        while (made := self._next()) is not _NO_ROW:
            yield made
        self._real._exhausted()

    def __next__(self):
        made = self._next()
        if made is _NO_ROW:
            raise StopIteration()
        return made

    def _set_unique(self, strategy):
        self._unique = set(), strategy

    @property
    def closed(self):
        return self._real._closed_by_use

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self._real.close()

    def close(self):
        self._real.close()


class Result(ResultInternal):
    """Rows of a statement."""
    _closed_by_use = False
    _places = None
    _source_scalars = False

    def __init__(self, metadata, rows=()):
        self._metadata, self._rows, self._at = metadata, rows, 0
        self._unique_required = False
        self._unique_keys = None

    # No attribute, so that a result ends with who has it, and its instances with it.
    _real = property(lambda self: self)

    # --- where rows come from ---

    def _take(self):
        if self._unique_required:
            self._require_unique()
        if self._closed_by_use:
            self._refuse()
        if self._at < len(self._rows):
            self._at += 1
            return self._rows[self._at - 1]
        return _NO_ROW

    def _require_unique(self):
        raise exc.InvalidRequestError('The unique() method must be invoked on this Result, as it contains results that include joined eager '
                                      'loads against collections')

    def _refuse(self):
        if self._metadata is None:
            raise exc.ResourceClosedError('This result object does not return rows. It has been closed automatically.')
        raise exc.ResourceClosedError('This result object is closed.')

    def _exhausted(self, hard=False):
        self._rows, self._at = (), 0
        self._soft_closed = True

    def close(self):
        self._exhausted()
        self._closed_by_use = True

    def _unique_key(self, made):
        keys = self._unique_keys
        if keys is None:
            return made._data if isinstance(made, Row) else made
        if isinstance(made, Row):
            return tuple(k(v) if k is not None else v for k, v in zip(keys, made._data))
        key = keys[self._single] if self._single is not None else None
        return key(made) if key is not None else made

    _single = None

    def _made(self, data):
        return Row(self._metadata, data)

    # --- what is asked for ---

    def _check_rows(self):
        if self._metadata is None:
            self._refuse()

    def keys(self):
        self._check_rows()
        return RMKeyView(self._metadata)

    def all(self):
        self._check_rows()
        return self._all()

    fetchall = all

    def fetchone(self):
        self._check_rows()
        made = self._next()
        return None if made is _NO_ROW else made

    def fetchmany(self, size=None):
        self._check_rows()
        return self._many(1 if size is None and self._yield_per is None else size)

    def first(self):
        self._check_rows()
        return self._one_of(False, False)

    def one(self):
        self._check_rows()
        return self._one_of(True, True)

    def one_or_none(self):
        self._check_rows()
        return self._one_of(False, True)

    def scalar(self):
        self._check_rows()
        return self._one_of(False, False, scalar=True)

    def scalar_one(self):
        self._check_rows()
        return self._one_of(True, True, scalar=True)

    def scalar_one_or_none(self):
        self._check_rows()
        return self._one_of(False, True, scalar=True)

    def scalars(self, index=0):
        self._check_rows()
        return ScalarResult(self, index)

    def mappings(self):
        self._check_rows()
        return MappingResult(self)

    def tuples(self):
        return self

    t = property(lambda self: self)

    def columns(self, *names):
        self._check_rows()
        places = [self._metadata.index(name) for name in names]
        found = Result(self._metadata.part(places), [tuple(row[n] for n in places) for row in self._rows[self._at:]])
        return found

    def unique(self, strategy=None):
        self._unique_required = False
        self._set_unique(strategy)
        return self

    def yield_per(self, num):
        self._yield_per = num
        return self

    def partitions(self, size=None):
        return self._partitions(size)

    def freeze(self):
        return FrozenResult(self)

    def merge(self, *others):
        rows = list(self._rows[self._at:])
        for other in others:
            rows += other._rows[other._at:]
        return Result(self._metadata, rows)


class FilterResult(ResultInternal):
    def __init__(self, real):
        self._real, self._unique = real, real._unique

    def yield_per(self, num):
        self._real._yield_per = num
        return self

    def unique(self, strategy=None):
        self._real._unique_required = False
        self._set_unique(strategy)
        return self

    def all(self):
        return self._all()

    def fetchall(self):
        return self._all()

    def fetchmany(self, size=None):
        return self._many(size)

    def first(self):
        return self._one_of(False, False)

    def one(self):
        return self._one_of(True, True)

    def one_or_none(self):
        return self._one_of(False, True)

    def partitions(self, size=None):
        return self._partitions(size)


class ScalarResult(FilterResult):
    """One value of each row."""

    def __init__(self, real, index):
        super().__init__(real)
        self._index = real._metadata.index(index)
        real._single = self._index

    def _made(self, data):
        return data[self._index]


class MappingResult(FilterResult):
    """Each row as a mapping."""

    def _made(self, data):
        return RowMapping(self._real._metadata, data)

    def _key(self, made, data):
        return data

    def keys(self):
        return self._real.keys()

    def columns(self, *names):
        return self._real.columns(*names).mappings()

    def fetchone(self):
        made = self._next()
        return None if made is _NO_ROW else made


class FrozenResult:
    """A result that can be taken again."""

    def __init__(self, result):
        self.metadata = result._metadata
        self.data = [row._data if isinstance(row, Row) else row for row in result._all()]

    def __call__(self):
        return Result(self.metadata, self.data)


class IteratorResult(Result):
    def __init__(self, cursor_metadata, iterator, raw=None):
        super().__init__(cursor_metadata, [row._data if isinstance(row, Row) else row for row in iterator])


class ChunkedIteratorResult(IteratorResult):
    pass


class SimpleResultMetaData(ResultMetaData):
    """Of what is no cursor's."""

    def _missing(self, key):
        return KeyError(key)


class TupleResult(Result):
    pass


class CursorResult(Result):
    """A result of a connection's, with what the driver says of it."""

    def __init__(self, context, metadata, rows):
        super().__init__(metadata, rows)
        self.context, self.dialect = context, context.dialect
        self._soft_closed = metadata is None
        if metadata is None:
            self._closed_by_use = True

    @property
    def returns_rows(self):
        return self._metadata is not None

    @property
    def rowcount(self):
        return self.context.rowcount

    @property
    def lastrowid(self):
        return self.context.lastrowid

    @property
    def is_insert(self):
        return self.context.isinsert

    @property
    def inserted_primary_key(self):
        rows = self.inserted_primary_key_rows
        if self.context.executemany:
            raise exc.InvalidRequestError('This statement was an executemany call; if primary key returning is supported, please use '
                                          '.inserted_primary_key_rows.')
        return rows[0] if rows else None

    @property
    def inserted_primary_key_rows(self):
        if not self.context.compiled:
            raise exc.InvalidRequestError('Statement is not a compiled expression construct.')
        if not self.context.isinsert:
            raise exc.InvalidRequestError('Statement is not an insert() expression construct.')
        if self.context.explicit_returning:
            raise exc.InvalidRequestError("Can't call inserted_primary_key when returning() is used.")
        return self.context.inserted_keys()

    @property
    def returned_defaults(self):
        return self.context.returned_defaults

    def last_inserted_params(self):
        return self.context.compiled_parameters[0]

    def last_updated_params(self):
        return self.context.compiled_parameters[0]

    def supports_sane_rowcount(self):
        return True

    def prefetch_cols(self):
        return self.context.compiled.insert_prefetch or self.context.compiled.update_prefetch

    def postfetch_cols(self):
        return self.context.compiled.postfetch


CursorResult.__module__ = 'sqlalchemy.engine.cursor'


def null_result():
    return IteratorResult(SimpleResultMetaData([]), iter([]))
