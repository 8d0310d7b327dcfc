"""`session.query(…)`, the older way to write a SELECT."""
import warnings
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm.loading import rows_of
from sqlalchemy.sql.dml import Delete, Update
from sqlalchemy.sql.functions import func
from sqlalchemy.sql.selectable import LABEL_STYLE_TABLENAME_PLUS_COL, Select, select


class Query:
    def __init__(self, entities, session=None, statement=None):
        entities = entities if isinstance(entities, (list, tuple)) else [entities]
        self.session = session
        self._select = statement if statement is not None else Select(*entities).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
        self._from_statement = None

    def _with(self, statement):
        found = type(self).__new__(type(self))
        found.__dict__.update(self.__dict__)
        found._select = statement
        return found

    # --- results ---

    def _rows(self):
        for listener in (Query.__dict__.get('_listeners') or {}).get('before_compile', ()):
            found = listener(self)
            if isinstance(found, Query) and found is not self:
                self._select = found._select
        self.session._begun().check()
        self.session._autoflush(self._select._execution_options)
        statement = self._from_statement if self._from_statement is not None else self._select
        return self.session._heard(statement, lambda *given: rows_of(self.session, *given), self.__dict__.get('_params'))

    def _items(self):
        result = self._rows()
        single = len(self._select._raw_columns) == 1 and hasattr(self._select._raw_columns[0], 'mapper')
        if result._unique_required or single and result._unique_keys:
            result = result.unique() if result._unique_required else result
        return list(result.scalars()) if single else list(result)

    def all(self):
        return self._items()

    def __iter__(self):
        return iter(self._items())

    def first(self):
        found = (self if self._from_statement is not None else self.limit(1))._items()
        return found[0] if found else None

    def one(self):
        found = self._items()
        if not found:
            raise sa_exc.NoResultFound('No row was found when one was required')
        if len(found) > 1:
            raise sa_exc.MultipleResultsFound('Multiple rows were found when exactly one was required')
        return found[0]

    def one_or_none(self):
        found = self._items()
        if len(found) > 1:
            raise sa_exc.MultipleResultsFound('Multiple rows were found when one or none was required')
        return found[0] if found else None

    def scalar(self):
        found = self.one_or_none()
        if found is None or hasattr(self._select._raw_columns[0], 'mapper') and len(self._select._raw_columns) == 1:
            return found
        return found[0]

    def count(self):
        statement = select(func.count(_star())).select_from(self._select.subquery()).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
        self.session._autoflush()
        return self.session.execute(statement).scalar()

    def exists(self):
        from sqlalchemy.sql.elements import literal_column
        return self._select.with_only_columns(literal_column('1'), maintain_column_froms=True).exists()

    def get(self, ident):
        warnings.warn('The Query.get() method is considered legacy as of the 1.x series of SQLAlchemy and becomes a legacy construct in '
                      '2.0. The method is now available as Session.get() (deprecated since: 2.0) (Background on SQLAlchemy 2.0 at: '
                      'https://sqlalche.me/e/b8d9)', sa_exc.LegacyAPIWarning, stacklevel=2)
        return self.session.get(self._select._raw_columns[0].class_, ident, options=self._select._with_options)

    def delete(self, synchronize_session='auto'):
        mapper = self._select._raw_columns[0].mapper
        statement = Delete(mapper.class_).where(*self._select._where).execution_options(synchronize_session=synchronize_session)
        return self.session.execute(statement).rowcount

    def update(self, values, synchronize_session='auto', update_args=None):
        mapper = self._select._raw_columns[0].mapper
        statement = Update(mapper.class_).where(*self._select._where).values(values).execution_options(synchronize_session=synchronize_session)
        return self.session.execute(statement).rowcount

    # --- the statement ---

    @property
    def statement(self):
        return self._select

    selectable = statement
    column_descriptions = property(lambda self: self._select.column_descriptions)
    whereclause = property(lambda self: self._select.whereclause)

    def __clause_element__(self):
        return self._select

    def __str__(self):
        bind = self.session.get_bind() if self.session is not None and self.session.bind is not None else None
        return str(self._select.compile(bind)) if bind is not None else str(self._select)

    def subquery(self, name=None, with_labels=False):
        from sqlalchemy.sql.selectable import LABEL_STYLE_DISAMBIGUATE_ONLY
        return self._select.set_label_style(LABEL_STYLE_DISAMBIGUATE_ONLY).subquery(name)

    def cte(self, name=None, recursive=False):
        from sqlalchemy.sql.selectable import LABEL_STYLE_DISAMBIGUATE_ONLY
        return self._select.set_label_style(LABEL_STYLE_DISAMBIGUATE_ONLY).cte(name, recursive)

    def scalar_subquery(self):
        from sqlalchemy.sql.selectable import LABEL_STYLE_DISAMBIGUATE_ONLY
        return self._select.set_label_style(LABEL_STYLE_DISAMBIGUATE_ONLY).scalar_subquery()

    as_scalar = scalar_subquery

    def label(self, name):
        return self.scalar_subquery().label(name)

    def with_entities(self, *entities):
        return self._with(self._select.with_only_columns(*entities))

    def add_columns(self, *columns):
        return self._with(self._select.add_columns(*columns))

    add_column = add_columns

    def add_entity(self, entity):
        return self.add_columns(entity)

    def params(self, *args, **kw):
        found = self._with(self._select)
        found._params = {**(args[0] if args else {}), **kw}
        return found

    def populate_existing(self):
        return self.execution_options(populate_existing=True)

    def autoflush(self, setting):
        return self.execution_options(autoflush=setting)

    def yield_per(self, count):
        return self

    def enable_eagerloads(self, value):
        return self

    def from_statement(self, statement):
        found = self._with(self._select)
        found._from_statement = self._select.from_statement(statement)
        return found

    def join(self, target, onclause=None, *, isouter=False, full=False):
        return self._with(self._select.join(target, onclause, isouter=isouter, full=full))

    def outerjoin(self, target, onclause=None, *, full=False):
        return self.join(target, onclause, isouter=True, full=full)

    def union(self, *others):
        return self._compound('union', others)

    def union_all(self, *others):
        return self._compound('union_all', others)

    def _compound(self, how, others):
        from _frames import not_supported
        not_supported(f'Query.{how}', f'select(…).{how}')

    def __getitem__(self, item):
        if isinstance(item, slice):
            start, stop = item.start or 0, item.stop
            return list(self.slice(start, stop) if stop is not None else self.offset(start))
        return list(self.slice(item, item + 1))[0]


def _forwarded(name):
    def call(self, *args, **kw):
        return self._with(getattr(self._select, name)(*args, **kw))
    call.__name__ = name
    return call


for _name in ('where filter filter_by having order_by group_by limit offset slice distinct options execution_options select_from with_for_update correlate '
              'prefix_with suffix_with set_label_style').split():
    setattr(Query, _name, _forwarded(_name))


def _star():
    from sqlalchemy.sql.elements import literal_column
    return literal_column('*')
