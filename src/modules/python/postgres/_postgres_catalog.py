"""The system's own tables, as programs ask them: which tables, columns and constraints there are."""
from _postgres_errors import missing
from _postgres_types import oid, shown


def catalog(schema, name, plan):
    """(columns, function of the rows) of a table of the system's, or (None, None)."""
    if schema == 'information_schema':
        found = _INFORMATION.get(name)
        if found is None:
            missing(f'information_schema.{name}')
    elif schema in (None, 'pg_catalog') and name.startswith('pg_'):
        found = _CATALOG.get(name)
        if found is None:
            if plan.find(None, name) is not None:
                return None, None
            missing(f'the table {name}')
    else:
        return None, None
    columns, rows = found
    names = [(column.partition(':')[0], column.partition(':')[2] or 'name', ()) for column in columns.split()]
    return names, lambda e: list(rows(plan))


def _relations(plan):
    session = plan.session
    for relation in [*session.database.relations.values(), *session.temporary.values()]:
        maker = getattr(relation, 'maker', None)
        if maker is None or maker.ended() or maker is session.transaction:
            yield relation


def _schema(relation):
    return 'pg_temp_3' if relation.schema == 'pg_temp' else relation.schema


def _tables(plan):
    for r in _relations(plan):
        if r.kind == 'table':
            yield (_schema(r), r.name, plan.session.user, None, bool(r.named_indexes or r.primary()), False,
                   any(c.kind == 'foreign' for c in r.constraints), False)


def _information_tables(plan):
    for r in _relations(plan):
        if r.kind in ('table', 'view'):
            kind = 'VIEW' if r.kind == 'view' else 'LOCAL TEMPORARY' if r.schema == 'pg_temp' else 'BASE TABLE'
            yield plan.session.database.name, _schema(r), r.name, kind


def _columns(plan):
    for r in _relations(plan):
        if r.kind != 'table':
            continue
        for n, c in enumerate(r.columns, 1):
            kind = 'ARRAY' if c.kind.endswith('[]') else shown(c.kind) if c.kind not in plan.enums else 'USER-DEFINED'
            size = (c.modifiers[0] if c.modifiers else None) if c.kind in ('varchar', 'bpchar') else None
            precision = {'int2': 16, 'int4': 32, 'int8': 64, 'float4': 24, 'float8': 53}.get(c.kind)
            scale = 0 if c.kind in ('int2', 'int4', 'int8') else None
            if c.kind == 'numeric' and c.modifiers:
                precision, scale = c.modifiers[0], c.modifiers[1] if len(c.modifiers) > 1 else 0
            yield (plan.session.database.name, _schema(r), r.name, c.name, n, _default(c, r), 'NO' if c.not_null else 'YES', kind, size,
                   precision, scale, ('_' + c.kind[:-2]) if c.kind.endswith('[]') else c.kind, 'YES' if c.identity else 'NO')


def _default(column, table):
    if column.identity or column.default is None:
        return None
    if column.sequence is not None:
        return f"nextval('{column.sequence.name}'::regclass)"
    return written(column.default, column.kind)


def written(tree, kind):
    """A default as the catalog shows it."""
    if tree[0] == 'text':
        return f"'{tree[1]}'::{shown(kind)}"
    if tree[0] in ('number', 'bool'):
        return str(tree[1]).lower()
    if tree[0] == 'call' and not tree[2]:
        return 'CURRENT_' + tree[1][8:].upper() if tree[1].startswith('current_') else f'{tree[1]}()'
    missing('the text of this default')


def _constraints(plan):
    words = {'primary': 'PRIMARY KEY', 'unique': 'UNIQUE', 'foreign': 'FOREIGN KEY', 'check': 'CHECK'}
    for r in _relations(plan):
        for c in r.constraints if r.kind == 'table' else ():
            if not c.index:
                yield plan.session.database.name, _schema(r), c.name, plan.session.database.name, _schema(r), r.name, words[c.kind]


def _key_columns(plan):
    for r in _relations(plan):
        for c in r.constraints if r.kind == 'table' else ():
            if c.kind != 'check' and not c.index:
                for n, place in enumerate(c.places, 1):
                    yield _schema(r), c.name, _schema(r), r.name, r.columns[place].name, n


def _indexes(plan):
    for r in _relations(plan):
        if r.kind != 'table':
            continue
        for c in r.constraints:
            if c.kind in ('primary', 'unique') and not c.index:
                columns = ', '.join(r.columns[n].name for n in c.places)
                yield _schema(r), r.name, c.name, None, f'CREATE UNIQUE INDEX {c.name} ON {r.schema}.{r.name} USING btree ({columns})'
        for name, (_, text) in r.named_indexes.items():
            if '…' in text:
                missing('the definition of this index')
            yield _schema(r), r.name, name, None, text


def _activity(plan):
    from _postgres_session import _sessions
    for s in _sessions:
        state = 'active' if s is plan.session else 'idle in transaction' if s.block == 'open' else 'idle'
        yield s.database.name, s.pid, s.user, s.setting('application_name'), state


def _databases(plan):
    from _postgres_tables import databases
    names = dict.fromkeys(['postgres', 'template1', 'template0', *databases])
    return [(oid('int4') + n, name, name != 'template0') for n, name in enumerate(names)]


def _types(plan):
    from _postgres_types import TYPES
    for name, (_, number, category) in TYPES.items():
        yield number, name, 'b'
    for name in plan.enums:
        yield oid(name), name, 'e'


def _enums(plan):
    for name, labels in plan.enums.items():
        for n, label in enumerate(labels, 1):
            yield oid(name), float(n), label


def _schemas(plan):
    for name in ('pg_catalog', 'public', 'information_schema', *sorted(plan.session.database.schemas - {
            'pg_catalog', 'public', 'information_schema'})):
        yield plan.session.database.name, name, plan.session.user


_CATALOG = {
    'pg_tables': ('schemaname tablename tableowner tablespace hasindexes:bool hasrules:bool hastriggers:bool rowsecurity:bool', _tables),
    'pg_indexes': ('schemaname tablename indexname tablespace indexdef:text', _indexes),
    'pg_views': ('schemaname viewname viewowner definition:text', lambda plan: (
        (r.schema, r.name, plan.session.user, r.source) for r in _relations(plan) if r.kind == 'view')),
    'pg_stat_activity': ('datname pid:int4 usename application_name:text state:text', _activity),
    'pg_database': ('oid:oid datname datallowconn:bool', _databases),
    'pg_type': ('oid:oid typname typtype:text', _types),
    'pg_enum': ('enumtypid:oid enumsortorder:float4 enumlabel', _enums),
    'pg_extension': ('extname', lambda plan: ((name,) for name in sorted(plan.session.database.extensions))),
}
_INFORMATION = {
    'tables': ('table_catalog table_schema table_name table_type:varchar', _information_tables),
    'columns': ('table_catalog table_schema table_name column_name ordinal_position:int4 column_default:varchar is_nullable:varchar '
                'data_type:varchar character_maximum_length:int4 numeric_precision:int4 numeric_scale:int4 udt_name is_identity:varchar',
                _columns),
    'table_constraints': ('constraint_catalog constraint_schema constraint_name table_catalog table_schema table_name '
                          'constraint_type:varchar', _constraints),
    'key_column_usage': ('constraint_schema constraint_name table_schema table_name column_name ordinal_position:int4', _key_columns),
    'schemata': ('catalog_name schema_name schema_owner', _schemas),
}
