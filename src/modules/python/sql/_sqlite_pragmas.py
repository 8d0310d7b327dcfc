"""PRAGMA: what a database tells of itself, and its settings."""
import re
from _sqlite_errors import DatabaseError, problem
from _sqlite_functions import like_exactly
from _sqlite_syntax import Node


def _number(text):
    """What a text begins with as a number of 32 bits, or 0."""
    found = re.match(r'0x0*([0-9a-f]{1,8})(?![0-9a-f])|[-+]?[0-9]+', text, re.I)
    number = 0 if found is None else int(found[1], 16) if found[1] else int(found[0])
    return number if -1 << 31 <= number < 1 << 31 else 0


def _level(text, otherwise=0):
    """A number of 8 bits, or a word for one."""
    text = str(text)
    return _number(text) & 255 if text[:1].isdigit() else _LEVELS.get(text.lower(), otherwise)


def _yes(text):
    level = _level(text)
    return level > 0 and (level == 1 or str(text)[:1].isdigit())


def _table(engine, node):
    found = engine.plan().find(node.schema, node.value or '')
    return found[1] if found is not None else None


def _columns(engine, table):
    if table is None:
        return []
    if table.query is None:
        return [(n, c.name, c.type, int(bool(c.required)), c.default_text, c.primary, 2 + c.stored if c.generated else 0) for n, c in enumerate(table.columns)]
    query = table.query(engine.plan())
    return [(n, name, kind or '', 0, None, 0, 0) for n, (name, kind) in enumerate(zip(query.names, query.declared))]


def _table_info(engine, node):
    rows = _columns(engine, _table(engine, node))
    return ['cid', 'name', 'type', 'notnull', 'dflt_value', 'pk'], [row[:6] for row in rows if not row[6]]


def _table_xinfo(engine, node):
    return ['cid', 'name', 'type', 'notnull', 'dflt_value', 'pk', 'hidden'], _columns(engine, _table(engine, node))


def _index_list(engine, node):
    table = _table(engine, node)
    indexes = [] if table is None or table.query else table.indexes
    return ['seq', 'name', 'unique', 'origin', 'partial'], [
        (n, i.name, int(i.unique is not None), i.origin, int(i.where is not None)) for n, i in enumerate(reversed(indexes))]


def _index_info(engine, node):
    index = next((i for d in engine.databases.values() if (i := d.index(node.value or '')) is not None), None)
    return ['seqno', 'cid', 'name'], [] if index is None else [(n, p, index.table.columns[p].name) for n, p in enumerate(index.places)]


def _foreign_key_list(engine, node):
    table = _table(engine, node)
    rows = []
    for n, key in enumerate(reversed(table.foreign if table is not None and table.query is None else [])):
        for seq, name in enumerate(key.columns):
            rows.append((n, seq, key.parent, name, key.names[seq] if key.names else None, key.updated, key.deleted, 'NONE'))
    return ['id', 'seq', 'table', 'from', 'to', 'on_update', 'on_delete', 'match'], rows


def _foreign_key_check(engine, node):
    rows = []
    for database in engine.databases.values():
        for table in reversed(list(database.tables.values())):
            for n, key in enumerate(table.foreign if table.query is None else []):
                for row in table.scan():
                    try:
                        engine.plan().check(database, table, key, row[-1])
                    except DatabaseError:
                        rows.append((table.name, row[-1], key.parent, len(table.foreign) - 1 - n))
    return ['table', 'rowid', 'parent', 'fkid'], rows


def _foreign_keys(engine, node):
    if node.value is None:
        return ['foreign_keys'], [(int(engine.foreign_keys),)]
    if not engine.open:
        engine.foreign_keys = _yes(node.value)


def _defer(engine, node):
    if node.value is None:
        return ['defer_foreign_keys'], [(int(engine.defers),)]
    engine.defers = _yes(node.value)


def _journal_mode(engine, node):
    database = engine.databases['main']
    if database.file is None:
        return ['journal_mode'], [('off' if node.value and node.value.lower() == 'off' else 'memory',)]
    if node.value and node.value.lower() in ('delete', 'truncate', 'persist', 'memory', 'wal', 'off'):
        database.settings['journal_mode'] = node.value.lower()
    return ['journal_mode'], [(database.settings.get('journal_mode', 'delete'),)]


def _kept(engine, node):
    """A number that the database keeps."""
    settings = engine.databases[(node.schema or 'main').lower()].settings
    if node.value is None:
        return [node.name], [(settings[node.name],)]
    settings[node.name] = _number(node.value)


def _list(engine, node):
    return ['seq', 'name', 'file'], [(n if n == 0 else n + (name != 'temp') - (name != 'temp'), name, d.file or '') for n, (name, d) in enumerate(
        engine.databases.items()) if name != 'temp' or d.tables]


def _table_list(engine, node):
    rows = [(database.name, t.name, 'view' if t.query else 'table', len(_columns(engine, t)), int(bool(not t.query and t.without_rowid)),
             int(bool(not t.query and t.strict))) for database in engine.databases.values() for t in reversed(list(database.tables.values()))]
    return ['schema', 'name', 'type', 'ncol', 'wr', 'strict'], rows + [
        ('main', 'sqlite_schema', 'table', 5, 0, 0), ('temp', 'sqlite_temp_schema', 'table', 5, 0, 0)]


def _busy_timeout(engine, node):
    if node.value is not None:
        engine.timeout = _number(node.value) / 1000
    return ['timeout'], [(int(engine.timeout * 1000),)]


_DEFAULTS = {'synchronous': 2, 'cache_size': -2000, 'page_size': 4096, 'encoding': 'UTF-8', 'auto_vacuum': 0, 'locking_mode': 'normal',
             'temp_store': 0, 'mmap_size': 0, 'recursive_triggers': 0, 'secure_delete': 2, 'wal_autocheckpoint': 1000, 'query_only': 0,
             'freelist_count': 0, 'max_page_count': 1073741823, 'ignore_check_constraints': 0, 'read_uncommitted': 0, 'cell_size_check': 0,
             'reverse_unordered_selects': 0, 'legacy_alter_table': 0, 'trusted_schema': 1, 'automatic_index': 1}
_LEVELS = {'on': 1, 'no': 0, 'off': 0, 'false': 0, 'yes': 1, 'true': 1, 'extra': 3, 'full': 2}
_STORES, _VACUUMS = {'file': 1, 'memory': 2}, {'full': 1, 'incremental': 2}


def _store(text):
    return int(text[0]) if text[:1] in ('0', '1', '2') else _STORES.get(text.lower(), 0)


def _vacuum(text):
    number = _VACUUMS.get(text.lower(), _number(text))
    return number if 0 <= number <= 2 else 0


# How a setting is read that is not a number.
_READ = {'synchronous': lambda text: ((_level(text, 1) + 1 & 7) or 1) - 1, 'temp_store': _store, 'auto_vacuum': _vacuum, 'encoding': str, 'locking_mode': str,
         'secure_delete': lambda text: 2 if text.lower() == 'fast' else int(_yes(text))}
_NUMBERS = 'cache_size', 'page_size', 'mmap_size', 'wal_autocheckpoint', 'freelist_count', 'max_page_count'
_READ.update((name, _number if name in _NUMBERS else lambda text: int(_yes(text))) for name in _DEFAULTS if name not in _READ)


def _setting(engine, node):
    """A setting that has no effect here."""
    settings = engine.databases['main'].settings
    if node.value is None:
        return [node.name], [(settings.get(node.name, _DEFAULTS[node.name]),)]
    value = settings[node.name] = _READ[node.name](str(node.value))
    return ([node.name], [(value,)]) if node.name in ('locking_mode', 'mmap_size', 'secure_delete') else None


def _page_count(engine, node):
    return ['page_count'], [(sum(1 for _ in engine.databases['main'].things()) + 1 if engine.databases['main'].order else 0,)]


def _case_sensitive_like(engine, node):
    engine.version += 1
    for count in (2, 3) if node.value is not None else ():
        if _yes(node.value):
            engine.functions['like', count] = like_exactly
        else:
            engine.functions.pop(('like', count), None)


def _ok(engine, node):
    return [node.name], [('ok',)]


_PRAGMAS = {
    'table_info': _table_info, 'table_xinfo': _table_xinfo, 'index_list': _index_list, 'index_info': _index_info, 'foreign_keys': _foreign_keys,
    'foreign_key_list': _foreign_key_list, 'foreign_key_check': _foreign_key_check, 'defer_foreign_keys': _defer, 'journal_mode': _journal_mode,
    'user_version': _kept, 'application_id': _kept, 'database_list': _list, 'table_list': _table_list, 'busy_timeout': _busy_timeout,
    'case_sensitive_like': _case_sensitive_like, 'integrity_check': _ok, 'quick_check': _ok, 'page_count': _page_count,
    'collation_list': lambda engine, node: (['seq', 'name'], list(enumerate([*reversed(engine.collations), 'RTRIM', 'NOCASE', 'BINARY']))),
    'wal_checkpoint': lambda engine, node: (['busy', 'log', 'checkpointed'], [(0, -1, -1)]),
    **dict.fromkeys(_DEFAULTS, _setting),
}


def pragma(engine, node):
    """(names, rows), or None: it gives nothing."""
    run = _PRAGMAS.get(node.name)
    return run(engine, node) if run is not None else None


class Rows:
    """pragma_table_info(…) and its kin as tables."""
    outer = True

    def __init__(self, plan, name, arguments):
        self.engine, self.arguments = plan.engine, arguments
        self.node = Node('pragma', schema=None, name=name, value=None)
        found = pragma(self.engine, self.node)
        if found is None:
            raise problem(f'no such table: pragma_{name}')
        self.names = found[0]
        self.affinities = self.collations = self.declared = [None] * len(self.names)

    def rows(self, e=None, most=None):
        self.node.value = self.arguments[0](e) if self.arguments else None
        return pragma(self.engine, self.node)[1]
