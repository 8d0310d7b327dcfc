"""What a flush sends: INSERT, UPDATE and DELETE of what has changed, in the order that foreign keys ask for."""
from sqlalchemy import event, exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm.state import NO_VALUE, history_of
from sqlalchemy.sql.base import ClauseElement
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.sql.schema import Column


def _fire(state, name, connection):
    for listener in event.of_class(state.class_, name):
        listener(state.mapper, connection, state.obj())


def save(session, connection, mapper, states):
    """Inserts and updates the rows of instances of one class and of those below it."""
    if not mapper.batch and len(states) > 1:
        # Their listeners want to see in the tables what came before.
        for state in states:
            save(session, connection, mapper, [state])
        return
    new, old = [], []
    for state in states:
        inserting = state.key is None
        _fire(state, 'before_insert' if inserting else 'before_update', connection)
        if inserting:
            key = state.mapper.identity_key_from_primary_key(state.mapper.primary_key_from_state(state))
            there = session.identity_map.get(key) if None not in key[1] else None
            if there is not None:
                other = there.__dict__['_sa_instance_state']
                if other not in session._deleted:
                    raise exc.FlushError(f'New instance {state.described()} with identity key {key} conflicts with persistent instance {other.described()}')
                state._replaces, state.key = other, None
                old.append((state, key))
                continue
            new.append(state)
        else:
            old.append((state, None))
    tables = []
    for state in states:
        for table in state.mapper.all_tables():
            if not any(table is t for t in tables):
                tables.append(table)
    for table in tables:
        _insert(session, connection, table, [s for s in new if any(table is t for t in s.mapper.all_tables())])
        _update(session, connection, table, [s for s, _ in old if s.key is not None and any(table is t for t in s.mapper.all_tables())])
    for state in states:
        _fire(state, 'after_insert' if state.key is None else 'after_update', connection)


def _insert_parameters(state, table):
    """Values by the keys of columns; whether the primary key is whole, expressions, and what the server gives."""
    mapper, data, found, expressions = state.mapper, state.dict, {}, {}
    for key, prop in mapper.props.items():
        if not prop.is_column:
            continue
        for column in prop.columns:
            if not isinstance(column, Column) or column.table is not table:
                continue
            value = data.get(key)
            if value is None and column is mapper.polymorphic_on and mapper.polymorphic_identity is not None:
                value = data[key] = mapper.polymorphic_identity
            if value is None and column is mapper.version_id_col:
                value = data[key] = 1 if mapper.version_generator is None else mapper.version_generator(None)
            if value is None and key not in data and (column.default is not None or column.server_default is not None):
                continue
            if value is None:
                if column.primary_key:
                    continue
                if column.type.should_evaluate_none:
                    if key in data:
                        found[column.key] = None
                elif column.default is None and column.server_default is None:
                    found[column.key] = None
            elif isinstance(value, ClauseElement):
                expressions[column.key] = value
            else:
                found[column.key] = value
    whole = all(c.key in found for c in table.primary_key)
    return found, expressions, whole


def _insert(session, connection, table, states):
    groups = []
    for state in states:
        values, expressions, whole = _insert_parameters(state, table)
        defaults = [c for c in table.c if c.server_default is not None and c.key not in values and c.key not in expressions]
        signature = tuple(sorted(values)), whole, bool(defaults), bool(expressions)
        if groups and groups[-1][0] == signature and not expressions:
            groups[-1][1].append((state, values, expressions))
        else:
            groups.append((signature, [(state, values, expressions)]))
    for (keys, whole, has_defaults, _), records in groups:
        _insert_group(session, connection, table, records, whole, has_defaults)


def _insert_group(session, connection, table, records, whole, has_defaults):
    fetched = [c for c in table.c if c.server_default is not None or c.default is not None and c.default.is_clause_element]
    eager = records[0][0].mapper.eager_defaults
    wanted = [c for c in fetched if all(c.key not in r[1] for r in records)] if eager is not False and connection.dialect.insert_returning else []
    if whole and not wanted:
        statement = Insert(table)
        if records[0][2]:
            statement = statement.values(records[0][2])
        _run_insert(connection, statement, [r[1] for r in records], records, table)
        return
    if len(records) > 1 and connection.dialect.insert_returning and not records[0][2]:
        statement = Insert(table).returning(*[c for c in table.primary_key], *[c for c in wanted if not c.primary_key], sort_by_parameter_order=True)
        result = connection.execute(statement, _many([r[1] for r in records]))
        context, rows = result.context, list(result._rows)
        names = [c.key for c in table.primary_key] + [c.key for c in wanted if not c.primary_key]
        for (state, values, _), row, used in zip(records, rows, context.compiled_parameters):
            _take(state, table, {**used, **dict(zip(names, row))}, expire=not wanted)
        return
    for record in records:
        statement = Insert(table)
        if record[2]:
            statement = statement.values(record[2])
        if wanted or record[0].mapper.version_id_col is not None and connection.dialect.insert_returning:
            statement = statement.returning(*table.primary_key, *[c for c in wanted if not c.primary_key])
            result = connection.execute(statement, record[1] or {})
            names = [c.key for c in table.primary_key] + [c.key for c in wanted if not c.primary_key]
            row = result._rows[0]
            _take(record[0], table, {**result.context.compiled_parameters[0], **dict(zip(names, row))})
        else:
            result = connection.execute(statement, record[1] or {})
            used = dict(result.context.compiled_parameters[0])
            key = result.inserted_primary_key
            for column, value in zip(table.primary_key, key):
                used[column.key] = value
            _take(record[0], table, used, expire=True)


def _many(sets):
    from sqlalchemy.engine.base import _Many
    return _Many(sets)


def _run_insert(connection, statement, sets, records, table):
    if len(sets) > 1:
        result = connection.execute(statement, _many(sets))
    else:
        result = connection.execute(statement, sets[0])
    for record, used in zip(records, result.context.compiled_parameters):
        _take(record[0], table, used, expire=True)


def _take(state, table, values, expire=False):
    """Puts what was inserted into an instance: keys, defaults, what the server gave."""
    mapper = state.mapper
    for column in table.c:
        for key, prop in mapper.props.items():
            if prop.is_column and any(c is column for c in prop.columns):
                if column.key in values and not isinstance(state.dict.get(key), ClauseElement):
                    if key not in state.dict or column.primary_key or values[column.key] is not None:
                        if key in state.dict or values[column.key] is not None or column.default is not None or column.server_default is not None:
                            state.dict[key] = values[column.key]
                elif isinstance(state.dict.get(key), ClauseElement) or column.key not in values and (column.server_default is not None or (
                        column.default is not None and column.default.is_clause_element)):
                    state.dict.pop(key, None)
                    state.expired_attributes.add(key)
                break


def _changed_columns(state, table):
    found, expressions = {}, {}
    for key in state.committed:
        prop = state.mapper.props.get(key)
        if prop is None or not prop.is_column:
            continue
        for column in prop.columns:
            if not isinstance(column, Column) or column.table is not table:
                continue
            history = history_of(state, key)
            if not history.added and not (history.deleted and key in state.dict):
                continue
            value = state.dict.get(key)
            if isinstance(value, ClauseElement):
                expressions[column.key] = value
            else:
                found[column.key] = value
    return found, expressions


def _identity_values(state, table):
    """The primary key that the row has in the database."""
    found = {}
    for column in table.primary_key:
        key = state.mapper.key_of(column)
        old = state.committed.get(key, NO_VALUE)
        found[column.key] = old if old is not NO_VALUE and old is not None else state.dict.get(key, None)
        if found[column.key] is None and state.key is not None:
            found[column.key] = dict(zip([c.key for c in table.primary_key], state.key[1]))[column.key]
    return found


def _update(session, connection, table, states):
    groups = []
    for state in sorted(states, key=_sort_key):
        values, expressions = _changed_columns(state, table)
        if not values and not expressions:
            continue
        version = state.mapper.version_id_col
        where = {f'{table.name}_{k}': v for k, v in _identity_values(state, table).items()}
        if version is not None and version.table is table:
            key = state.mapper.key_of(version)
            where[f'{table.name}_{version.key}'] = state.dict[key]
            values[version.key] = state.dict[key] + 1 if state.mapper.version_generator is None else state.mapper.version_generator(state.dict[key])
        signature = tuple(sorted(values)), bool(expressions), version is not None
        if groups and groups[-1][0] == signature and not expressions and version is None:
            groups[-1][1].append((state, values, where, expressions))
        else:
            groups.append((signature, [(state, values, where, expressions)]))
    for _, records in groups:
        _update_group(session, connection, table, records)


def _update_group(session, connection, table, records):
    state, values, where, expressions = records[0]
    version = state.mapper.version_id_col
    columns = [*table.primary_key] + ([version] if version is not None and version.table is table else [])
    statement = Update(table).where(*[c == BindParameter(f'{table.name}_{c.key}', type_=c.type) for c in columns])
    if expressions:
        statement = statement.values(expressions)
    sets = [{**r[1], **r[2]} for r in records]
    result = connection.execute(statement, _many(sets) if len(sets) > 1 else sets[0])
    context = result.context
    if result.rowcount != len(records) and result.rowcount >= 0:
        raise exc.StaleDataError(f"UPDATE statement on table '{table.description}' expected to update {len(records)} row(s); {result.rowcount} were matched.")
    for (state, values, _, expressions), used in zip(records, context.compiled_parameters):
        for column in context.compiled.update_prefetch:
            key = state.mapper.key_of(column)
            state.dict[key] = used[column.key]
        if version is not None and version.key in values:
            state.dict[state.mapper.key_of(version)] = values[version.key]
        for column in table.c:
            if column.key in expressions or column.server_onupdate is not None or column.onupdate is not None and column.onupdate.is_clause_element:
                if column.key in values:
                    continue
                key = state.mapper.key_of(column)
                state.dict.pop(key, None)
                state.expired_attributes.add(key)


def _sort_key(state):
    key = state.key[1]
    try:
        hash(key), key < key
    except TypeError:
        return tuple(map(str, key))
    return key


def delete(session, connection, states):
    """Deletes the rows of instances of one class."""
    for state in states:
        _fire(state, 'before_delete', connection)
    tables = []
    for state in states:
        for table in state.mapper.all_tables()[::-1]:
            if not any(table is t for t in tables):
                tables.append(table)
    for table in tables:
        of_table = sorted([s for s in states if any(table is t for t in s.mapper.all_tables())], key=_sort_key)
        version = of_table[0].mapper.version_id_col
        version = version if version is not None and version.table is table else None
        sets = []
        for state in of_table:
            values = dict(_identity_values(state, table))
            if version is not None:
                values[version.key] = state.dict[state.mapper.key_of(version)]
            sets.append(values)
        columns = [*table.primary_key] + ([version] if version is not None else [])
        statement = Delete(table).where(*[c == BindParameter(c.key, type_=c.type) for c in columns])
        result = connection.execute(statement, _many(sets) if len(sets) > 1 else sets[0])
        if result.rowcount != len(sets) and result.rowcount >= 0:
            message = f"DELETE statement on table '{table.description}' expected to delete {len(sets)} row(s); {result.rowcount} were matched."
            if version is not None:
                raise exc.StaleDataError(message)
            sa_exc.warned(f'{message}  Please set confirm_deleted_rows=False within the mapper configuration to prevent this warning.')
    for state in states:
        _fire(state, 'after_delete', connection)
