"""Rows become instances: each identity one instance in a session."""
from sqlalchemy import event
from sqlalchemy.engine.result import Result, SimpleResultMetaData
from sqlalchemy.orm import exc
from sqlalchemy.orm.context import FromStatement, SelectState
from sqlalchemy.orm._polymorphic import load_own_columns, loaded_apart
from sqlalchemy.orm.state import InstanceState
from sqlalchemy.orm.strategies import after_rows, nested_options
from sqlalchemy.sql.selectable import LABEL_STYLE_TABLENAME_PLUS_COL, select


class Loader:
    """Makes instances of the rows of one execution."""

    def __init__(self, session, populate_existing=False, refresh=None, only=None):
        self.session, self.populate, self.refresh, self.only = session, populate_existing, refresh, only
        self.new, self.after, self.apart = [], {}, {}

    def entity(self, rows, top=True):
        """A function that makes an entity's instance of a row."""
        session, mapper = self.session, rows.mapper
        base, keys = mapper.base_mapper.class_, rows.key_places
        polymorphic, joined = rows.polymorphic, [(prop, self.entity(sub, False)) for prop, sub in rows.joined]
        map_, by_identity = session.identity_map, mapper.polymorphic_map
        wanted_after = [entry for entry in rows.after if entry[1] not in ('joined', 'contains')]
        apart = self.apart.setdefault(id(rows), (rows, [])) if mapper.subclasses and loaded_apart(rows) else None
        below, union = rows.below, mapper.union is not None
        seen, width, options = {}, len(mapper.primary_key), nested_options(rows.tree)

        def of_row(row):
            if row[polymorphic] is None:
                return mapper
            found = by_identity.get(row[polymorphic])
            if found is None:
                raise AssertionError(f'No such polymorphic_identity {row[polymorphic]!r} is defined')
            return found if found.isa(mapper) else mapper

        def make(row):
            key = tuple([row[n] for n in keys])
            if None in key and all(k is None for k in key) and key:
                return None
            identity = (of_row(row).base_mapper.class_ if union else base, key, None) if len(key) == width or self.refresh is None else self.refresh.__dict__['_sa_instance_state'].key
            obj = self.refresh if self.refresh is not None and top else map_.get(identity)
            fresh = False
            if obj is None:
                actual = mapper if polymorphic is None else of_row(row)
                cls = actual.class_
                obj = cls.__new__(cls)
                state = obj.__dict__['_sa_instance_state'] = InstanceState(obj, actual)
                state.key, state.session, fresh = identity, session, True
                map_.add(state)
                self.new.append(state)
                state.load_options, state.load_path = options, rows.path
            else:
                state = obj.__dict__['_sa_instance_state']
                if state.key is None:
                    state.key = identity
            data = state.dict
            first = id(state) not in seen
            if first:
                seen[id(state)] = obj
                columns = rows.columns if not below else next((below[m] for m in state.mapper.iterate() if m in below), rows.columns)
                if apart is not None:
                    apart[1].append(state)
                if fresh or self.populate or self.refresh is not None and top:
                    for name, n in columns:
                        if self.only is None or name in self.only:
                            if state.modified and name in state.committed and not self.populate and self.refresh is None:
                                continue
                            data[name] = row[n]
                            state.expired_attributes.discard(name)
                            if self.populate or self.refresh is not None:
                                state.committed.pop(name, None)
                    if self.populate and not fresh:
                        for name in state.mapper.relationships.keys():
                            data.pop(name, None)
                elif state.expired_attributes or any(name not in data for name, _ in columns):
                    for name, n in columns:
                        if name in state.expired_attributes or name not in data:
                            if name not in state.committed:
                                data[name] = row[n]
                            state.expired_attributes.discard(name)
                for prop, strategy, details, tree in wanted_after:
                    if below and not state.mapper.isa(prop.parent):
                        continue
                    self.after.setdefault((id(rows), prop.key), (prop, strategy, details, tree, [], rows.path))[4].append(state)
            for prop, inner in joined:
                if below and not state.mapper.isa(prop.parent):
                    continue
                self._attach(state, data, prop, inner, row, first and (fresh or self.populate or prop.key not in data))
            return obj
        return make

    def _attach(self, state, data, prop, inner, row, first):
        """What a joined relationship leads to, from the same row."""
        filling = self.__dict__.setdefault('_filling', {})
        key = id(state), prop.key
        if first and key not in filling:
            filling[key] = set()
            if prop.uselist:
                data[prop.key] = prop.new_collection(state)
            else:
                data[prop.key] = None
        item = inner(row)
        ids = filling.get(key)
        if ids is None or item is None or id(item) in ids:
            return
        ids.add(id(item))
        if prop.uselist:
            data[prop.key]._put([item])
        else:
            data[prop.key] = item

    def finish(self):
        for state in self.new:
            _told(state, 'load', self)
            event.fire(self.session, 'loaded_as_persistent', self.session, state.obj())
        if self.refresh is not None and not self.new:
            _told(self.refresh.__dict__['_sa_instance_state'], 'refresh', self, self.only)
        for rows, states in self.apart.values():
            load_own_columns(self.session, rows, states)
        after_rows(self)


def _told(state, name, loader, *extra):
    cls = type(state.obj())
    for listener in event.of_class(cls, name):
        listener(state.obj(), loader, *extra)
    if name == 'load':
        for base in cls.__mro__:
            for value in list(vars(base).values()):
                if getattr(value, '_reconstructs', False):
                    value(state.obj())


def rows_of(session, statement, parameters=None, options=None, connection=None, refresh=None, only=None, populate=False, of=None, path=()):
    """The result of an ORM statement: a row for each row, with instances in it. `of` tells apart statements of the same text."""
    options = options or {}
    execution = {**statement._execution_options, **options}
    execution['_of'] = of or tuple(o.described() for o in statement._with_options)
    populate = populate or execution.get('populate_existing', False)
    if isinstance(statement, FromStatement):
        return _from_statement(session, statement, parameters, execution)
    state = SelectState(statement, only if refresh is not None else None, path)
    result = (connection or session._connection_for(state)).execute(state.statement, parameters, execution_options=execution)
    loader = Loader(session, populate, refresh, only)
    return made_of(state, loader, result)


def made_of(state, loader, result):
    makers, names, objects, unique = [], [], [], []
    for kind, entry, *rest in state.entities:
        if kind == 'entity':
            makers.append(loader.entity(entry))
            names.append(entry.entity.class_.__name__ if entry.entity.is_mapper else entry.entity.name)
            objects.append((entry.entity.entity, entry.entity))
            unique.append(id)
        elif kind == 'bundle':
            procs = [lambda row, n=n: row[n] for n in rest[0]]
            makers.append(entry.create_row_processor(None, procs, rest[1]))
            names.append(entry.name)
            objects.append((entry,))
            unique.append(None)
        else:
            n = rest[0]
            makers.append(lambda row, n=n: row[n])
            name = result._metadata.keys[n]
            key = entry.key if isinstance(getattr(entry, 'key', None), str) and entry.__visit_name__ in ('column',) else name
            names.append(key if entry.__visit_name__ == 'column' and not getattr(entry, 'is_literal', False) else name)
            objects.append((entry, *result._metadata.objects[n]))
            unique.append(None if entry.type.hashable else id)
    rows = [tuple([make(row) for make in makers]) for row in result._rows]
    loader.finish()
    found = ORMResult(SimpleResultMetaData(names, objects), rows)
    found._unique_keys = unique if any(unique) else None
    found._unique_required = state._eager_collection
    found.context = getattr(result, 'context', None)
    return found


class ORMResult(Result):
    """Named as what SQLAlchemy gives."""
    context = None

    @property
    def rowcount(self):
        return self.context.rowcount


def of_columns(result):
    """The result of a SELECT of mapped columns, as that of any other of the ORM's."""
    found = ORMResult(SimpleResultMetaData(result._metadata.keys, result._metadata.objects), result._rows)
    found.context = result.context
    return found


ORMResult.__name__ = ORMResult.__qualname__ = 'ChunkedIteratorResult'
ORMResult.__module__ = 'sqlalchemy.engine.result'


def _from_statement(session, statement, parameters, execution):
    """Entities from a text's rows, or from any statement's: columns are found by name."""
    from sqlalchemy.orm.context import EntityRows
    from sqlalchemy.orm.strategy_options import LoaderTree
    inner = statement.element
    result = session.connection().execute(inner, parameters)
    places = {name: n for n, name in enumerate(result.keys())}
    state = SelectState.__new__(SelectState)
    state.entities, state.columns, state.refresh, state._eager_collection = [], [], None, False
    for item in statement.entities:
        if not hasattr(item, '_entity_zero'):
            n = places[item.key] if item.key in places else len(state.entities)
            state.entities.append(('column', item, n))
            continue
        rows = EntityRows(item, LoaderTree.of_options(statement._with_options, item))
        for key, prop in item.mapper.props.items():
            if not prop.is_column:
                continue
            at = None
            for n, objects in enumerate(result._metadata.objects):
                if any(o is prop.columns[0] for o in objects):
                    at = n
            at = at if at is not None else places.get(prop.columns[0].name)
            if at is not None:
                rows.columns.append((key, at))
        known = dict(rows.columns)
        rows.key_places = [known[item.mapper.key_of(c)] for c in item.mapper.primary_key]
        rows.polymorphic = next((n for k, n in rows.columns if item.mapper.props[k].columns[0] is item.mapper.polymorphic_on), None)
        state.entities.append(('entity', rows))
    loader = Loader(session)
    return made_of(state, loader, result)


def load_by_key(session, mapper, key, options=(), with_for_update=None, populate=False, refresh=None, only=None, execution_options=None, no_label=False,
                of=None, path=()):
    """The instance of a primary key, from the database."""
    from sqlalchemy.sql.elements import BindParameter
    mapper._check_configure()
    conditions = [mapper.adapted(c) == BindParameter(f'pk_{n}', value, type_=c.type) for n, (c, value) in enumerate(zip(mapper.primary_key, key), 1)]
    statement = select(mapper).where(*conditions)
    if not no_label:
        statement = statement.set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
    if options:
        statement = statement.options(*options)
    if with_for_update:
        statement = statement.with_for_update(**(with_for_update if isinstance(with_for_update, dict) else {}))
    of = of or ('get' if refresh is None else ('refresh', tuple(sorted(only or ()))))
    result = session._heard(statement, lambda *given: rows_of(session, *given, refresh=refresh, only=only, populate=populate, of=of, path=path), None,
                            execution_options, is_column_load=refresh is not None, is_relationship_load=of[0] == 'lazy')
    result._unique_required = False
    result._set_unique(None)
    return next(iter(result.scalars()), None)


def _of_own_table(session, state, table, wanted):
    """The attributes that are in the table of a class below the one that was loaded."""
    from sqlalchemy.sql.elements import BindParameter
    keys = [k for k in state.mapper.props if k in wanted]
    columns = [state.mapper.props[k].columns[0] for k in keys]
    statement = select(*columns).where(*[BindParameter('param', v, type_=c.type, unique=True) == c for c, v in zip(table.primary_key, state.key[1])])
    row = session.connection().execute(statement.set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)).first()
    if row is not None:
        state.dict.update(zip(keys, row))
    return row


def load_attributes(state, prop=None):
    """Loads what is expired, or an attribute that was left out."""
    session = state.session
    if session is None:
        raise exc.DetachedInstanceError(f"Instance {state.described()} is not bound to a Session; attribute refresh operation cannot proceed" if
                                        state.expired_attributes else
                                        f"Parent instance {state.described()} is not bound to a Session; deferred load operation of attribute '{prop.key}' cannot "
                                        'proceed')
    session._autoflush()
    wanted = set(state.expired_attributes)
    if prop is not None and prop.key not in wanted:
        group = prop.group
        wanted = {k for k, p in state.mapper.props.items() if p.is_column and p.deferred and p.group == group} if group is not None else {prop.key}
    wanted -= {k for k in wanted if k in state.committed}
    if not wanted:
        return
    if state.__dict__.pop('all_expired', False):
        wanted |= set(state.mapper.relationships.keys())
    below = [t for t in {id(t): t for k in wanted for t in [state.mapper.props[k].columns[0].table]}.values()] if not state.mapper.single and \
        state.mapper.inherits is not None and not any(not state.mapper.props[k].is_column or state.mapper.props[k].is_expression_only for k in wanted) else []
    if len(below) == 1 and below[0] is not state.mapper.base_mapper.local_table:
        found = _of_own_table(session, state, below[0], wanted)
    else:
        found = load_by_key(session, state.mapper, state.key[1], refresh=state.obj(), only=wanted)
    if found is None:
        raise exc.ObjectDeletedError(state)
    state.expired_attributes -= wanted
