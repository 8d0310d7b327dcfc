"""INSERT, UPDATE and DELETE of mapped classes, as statements."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm.attributes import state_of
from sqlalchemy.sql.base import ClauseElement
from sqlalchemy.sql.dml import Insert, Update
from sqlalchemy.sql.elements import BindParameter


def run_dml(session, statement, params, options):
    mapper = statement._entity_given
    mapper._check_configure()
    execution = {**statement._execution_options, **options}
    session._autoflush(options) if execution.get('synchronize_session', 'auto') is not None else None
    if statement.is_insert:
        return _insert(session, mapper, statement, params, execution)
    if statement.is_update and isinstance(params, (list, tuple)) and not statement._where:
        update_mappings(session, mapper, params)
        return None
    if mapper.single_criterion is not None:
        statement = statement.where(mapper.single_criterion)
    if statement.is_update and not statement._values and params:
        statement, params = statement.values(**params), None
    how = execution.get('synchronize_session', 'auto')
    if how not in ('auto', 'fetch', 'evaluate', False):
        raise sa_exc.ArgumentError("Valid strategies for session synchronization are 'auto', 'evaluate', 'fetch', False")
    matched = None
    if how in ('auto', 'evaluate'):
        # Another table's rows are the database's alone.
        matched = None if statement._other_froms() else _evaluated(session, mapper, statement)
        if matched is None and how == 'evaluate':
            why = next(filter(None, (_obstacle(c, mapper) for c in statement._where)), 'Cannot evaluate expression')
            raise sa_exc.InvalidRequestError(f'Could not evaluate current criteria in Python: "{why}". Specify \'fetch\' or False for the '
                                             'synchronize_session execution option.')
    added = False
    if how is not False and matched is None:
        # The database says which rows they were.
        dialect = session.get_bind(mapper).dialect
        if (statement.is_delete and not dialect.delete_using and not execution.get('is_delete_using')
                and statement._other_froms()):
            raise sa_exc.CompileError(
                f'Dialect "{dialect.name}" does not support RETURNING with DELETE..USING; for synchronize_session=\'fetch\', please add '
                "the additional execution option 'is_delete_using=True' to the statement to indicate that a separate SELECT should be "
                'used for this backend.')
        if not statement._returning and dialect.insert_returning:
            statement, added = statement.returning(*mapper.primary_key), True
    result = _connection(session, mapper).execute(statement, params, execution_options=execution)
    if added:
        keys = [tuple(row) for row in result._rows]
        matched = [state for key in keys if (obj := session.identity_map.get(mapper.identity_key_from_primary_key(key))) is not None
                   for state in [state_of(obj)]]
        result._metadata, result._closed_by_use = None, True
        result.context.rowcount = len(keys)
    if matched:
        _synchronize(session, mapper, statement, matched)
    if statement._returning and not added:
        return _returned(session, statement, result)
    return result


def _connection(session, mapper):
    return session._begun().connection(session.get_bind(mapper))


def _synchronize(session, mapper, statement, states):
    for state in states:
        if statement.is_delete:
            session._remove(state)
            state.deleted = True
            continue
        for key, value in (statement._values or {}).items():
            name = next((k for k, p in mapper.props.items() if p.is_column and p.columns[0].key == key), None)
            if name is None:
                continue
            if isinstance(value, ClauseElement):
                evaluated = evaluate(value, state, mapper)
                if evaluated is _UNKNOWN:
                    state.dict.pop(name, None)
                    state.expired_attributes.add(name)
                    continue
                value = evaluated
            if name in state.dict:
                state.dict[name] = value
                state.committed.pop(name, None)
        for name, prop in mapper.props.items():
            if prop.is_column and getattr(prop.columns[0], 'onupdate', None) is not None and prop.columns[0].key not in (statement._values or {}):
                state.dict.pop(name, None)
                state.expired_attributes.add(name)


_UNKNOWN = object()


def evaluate(element, state, mapper):
    """What an expression comes to for an instance; `_UNKNOWN` where Python cannot say."""
    from sqlalchemy.sql import operators as ops
    from sqlalchemy.sql.schema import Column
    visit = element.__visit_name__
    if isinstance(element, Column):
        try:
            key = mapper.key_of(element)
        except sa_exc.InvalidRequestError:
            return _UNKNOWN
        if key in state.expired_attributes or key not in state.dict:
            return _UNKNOWN
        return state.dict[key]
    if visit == 'bindparam':
        return element.effective_value
    if visit == 'null':
        return None
    if visit in ('true', 'false'):
        return visit == 'true'
    if visit == 'grouping':
        return evaluate(element.element, state, mapper)
    if visit == 'clauselist':
        parts = [evaluate(c, state, mapper) for c in element.clauses]
        if any(p is _UNKNOWN for p in parts):
            return _UNKNOWN
        return all(parts) if element.operator is ops.and_ else any(parts)
    if visit == 'unary' and element.operator in (ops.is_true, ops.is_false, ops.inv):
        inner = evaluate(element.element, state, mapper)
        return inner if inner is _UNKNOWN else bool(inner) if element.operator is ops.is_true else not inner
    if visit == 'binary':
        left, right = evaluate(element.left, state, mapper), evaluate(element.right, state, mapper)
        if left is _UNKNOWN or right is _UNKNOWN:
            return _UNKNOWN
        op = element.operator
        if op is ops.is_:
            return left is right or left == right
        if op is ops.is_not:
            return not (left is right or left == right)
        if op in (ops.in_op, ops.not_in_op):
            return (left in right) is (op is ops.in_op)
        if left is None or right is None:
            return None
        if op is ops.concat_op:
            return left + right
        if op in (ops.eq, ops.ne, ops.lt, ops.le, ops.gt, ops.ge, ops.add, ops.sub, ops.mul, ops.truediv, ops.mod):
            return op(left, right)
    return _UNKNOWN


def _evaluated(session, mapper, statement):
    """The session's instances that a statement's conditions hold for; None: Python cannot say."""
    found = []
    if any(_obstacle(c, mapper) for c in statement._where):
        return None
    for state in session.identity_map.states():
        if not state.mapper.isa(mapper):
            continue
        unknown = state.expired_attributes
        values = [evaluate(c, state, mapper) for c in statement._where]
        if any(v is _UNKNOWN for v in values):
            if unknown:
                if statement.is_update:
                    found.append(state)
                continue
            return None
        if all(values):
            found.append(state)
    return found


def _obstacle(element, mapper):
    """Why Python cannot say what a condition comes to; None: it can."""
    from sqlalchemy.sql import operators as ops
    visit = element.__visit_name__
    if visit == 'column':
        return _foreign(element, mapper)
    if visit not in ('bindparam', 'null', 'true', 'false', 'grouping', 'clauselist', 'unary', 'binary'):
        return f'Cannot evaluate {type(element).__name__}'
    operator = element.operator if visit == 'binary' else None
    for child in element.get_children():
        # IN asks a SELECT for all its rows.
        if operator in (ops.in_op, ops.not_in_op) and child.__visit_name__ == 'scalar_select':
            child = child.element
        if why := _obstacle(child, mapper):
            return why
    if visit == 'binary' and operator not in (ops.is_, ops.is_not, ops.in_op, ops.not_in_op, ops.eq, ops.ne, ops.lt, ops.le, ops.gt, ops.ge,
                                              ops.add, ops.sub, ops.mul, ops.concat_op):
        return f'Cannot evaluate {type(element).__name__} with operator {operator}'
    return None


def _foreign(column, mapper):
    """Whose a column is that is none of the mapper's."""
    try:
        mapper.key_of(column)
        return None
    except sa_exc.InvalidRequestError:
        table = getattr(column, 'table', None)
    owner = next((each for each in mapper.registry.mappers if table is not None and each.local_table is table), None)
    return f'Cannot evaluate column: {column}' if owner is None else f"Can't evaluate criteria against alternate class {owner.class_}"


def _insert(session, mapper, statement, params, execution):
    if isinstance(params, (list, tuple)) and params:
        params = [{mapper._column_key(k): v for k, v in row.items()} for row in params]
    elif params:
        params = {mapper._column_key(k): v for k, v in params.items()}
    result = _connection(session, mapper).execute(statement, params, execution_options=execution)
    return _returned(session, statement, result) if statement._returning else result


def _returned(session, statement, result):
    """RETURNING of mapped classes gives instances."""
    from sqlalchemy.orm.context import EntityRows, SelectState
    from sqlalchemy.orm.loading import Loader, made_of
    from sqlalchemy.orm.strategy_options import LoaderTree
    state = SelectState.__new__(SelectState)
    state.entities, state.columns, state.refresh, state._eager_collection = [], [], None, False
    at = 0
    for item in statement._returning:
        if not hasattr(item, '_entity_zero'):
            state.entities.append(('column', item, at))
            at += 1
            continue
        rows = EntityRows(item, LoaderTree.of_options(statement._with_options, item))
        for key, prop in item.mapper.props.items():
            if prop.is_column and not prop.deferred:
                rows.columns.append((key, at))
                at += 1
        known = dict(rows.columns)
        rows.key_places = [known[item.mapper.key_of(c)] for c in item.mapper.primary_key]
        rows.polymorphic = None
        state.entities.append(('entity', rows))
    loader = Loader(session, statement._execution_options.get('populate_existing', False) or statement.is_update)
    return made_of(state, loader, result)


def insert_mappings(session, mapper, mappings):
    from sqlalchemy.orm import persistence
    mapper = getattr(mapper, '__mapper__', mapper)
    rows = [{mapper._column_key(k): v for k, v in row.items()} for row in mappings]
    if rows:
        _connection(session, mapper).execute(Insert(mapper.local_table), persistence._many(rows))


def update_mappings(session, mapper, mappings):
    from sqlalchemy.orm import persistence
    mapper = getattr(mapper, '__mapper__', mapper)
    mapper._check_configure()
    table = mapper.local_table
    keys = [c.key for c in table.primary_key]
    groups = {}
    for row in mappings:
        row = {mapper._column_key(k): v for k, v in row.items()}
        if not all(k in row for k in keys):
            missing = ', '.join(k for k in keys if k not in row)
            raise sa_exc.InvalidRequestError(f"No primary key value supplied for column(s) {', '.join(str(table.c[k]) for k in keys if k not in row)}; per-row ORM "
                                             'Bulk UPDATE by Primary Key requires that records contain primary key values')
        values = {f'{table.name}_{k}' if k in keys else k: v for k, v in row.items()}
        groups.setdefault(tuple(sorted(values)), []).append(values)
    for rows in groups.values():
        statement = Update(table).where(*[c == BindParameter(f'{table.name}_{c.key}', type_=c.type) for c in table.primary_key])
        _connection(session, mapper).execute(statement, persistence._many(rows))
        for row in rows:
            found = session.identity_map.get(mapper.identity_key_from_primary_key([row[f'{table.name}_{k}'] for k in keys]))
            if found is not None:
                _synchronize(session, mapper, statement.values({k: v for k, v in row.items() if k in table.c}), [state_of(found)])


def save_objects(session, objects):
    """Rows of instances, without the session's keeping them."""
    from sqlalchemy.orm import persistence
    groups = []
    for obj in objects:
        state = state_of(obj)
        if groups and groups[-1][0] is state.mapper and (groups[-1][1][0].key is None) == (state.key is None):
            groups[-1][1].append(state)
        else:
            groups.append((state.mapper, [state]))
    for mapper, states in groups:
        mapper._check_configure()
        rows = [persistence._insert_parameters(s, mapper.local_table)[0] for s in states if s.key is None]
        if rows:
            _connection(session, mapper).execute(Insert(mapper.local_table), persistence._many(rows))
        persistence._update(session, _connection(session, mapper), mapper.local_table, [s for s in states if s.key is not None])
