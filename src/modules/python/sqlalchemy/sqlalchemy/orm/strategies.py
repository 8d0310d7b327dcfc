"""How what relationships lead to is loaded: when it is asked for, or for many instances at once."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm.state import NO_VALUE, members
from sqlalchemy.sql.base import replaced
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.sql.schema import Column
from sqlalchemy.sql.selectable import LABEL_STYLE_TABLENAME_PLUS_COL, select


def _direction(prop):
    from sqlalchemy.orm.relationships import MANYTOONE
    return prop.direction is MANYTOONE


def uses_get(prop):
    """Whether what it refers to is known by its primary key."""
    if not _direction(prop):
        return False
    prop.configure()
    remote = [b for _, b in prop.pairs]
    keys = list(prop.mapper.primary_key)
    return len(remote) == len(keys) and all(any(r is k for k in keys) for r in remote) and prop.primaryjoin.__visit_name__ == 'binary'


def _key_of_target(state, prop):
    """The primary key of what is referred to, or None."""
    values = []
    for column in prop.mapper.primary_key:
        local = next(a for a, b in prop.pairs if b is column)
        key = state.mapper.key_of(local)
        value = state.committed.get(key, NO_VALUE)
        if value is NO_VALUE or value is None and key in state.dict:
            value = getattr(state.obj(), key)
        values.append(value)
    return None if any(v is None for v in values) else tuple(values)


def known_target(state, prop):
    """What a many-to-one refers to, if it is in the session already."""
    if not uses_get(prop) or state.session is None:
        return NO_VALUE
    locals_ = [state.mapper.key_of(a) for a, _ in prop.pairs]
    if any(k in state.expired_attributes for k in locals_):
        return NO_VALUE
    key = _key_of_target(state, prop)
    if key is None:
        return None
    found = state.session.identity_map.get(prop.mapper.identity_key_from_primary_key(key))
    return found if found is not None else NO_VALUE


def parent_condition(state, prop):
    """The condition for what belongs to one instance: its columns are values there."""
    mine = state.mapper.all_tables()
    secondary = prop.secondary
    remote = [b for _, b in prop.pairs]
    local = [a for a, _ in prop.pairs]

    def change(element):
        if not isinstance(element, Column):
            return None
        if any(element is a for a in local) and not (secondary is None and any(element is r for r in remote)):
            value = getattr(state.obj(), state.mapper.key_of(element))
            return BindParameter('param', value, type_=element.type, unique=True)
        return None
    return replaced(prop.primaryjoin, change)


def load_lazily(state, prop, force=False):
    """The value of a relationship that has not been loaded."""
    prop.parent._check_configure() if not prop.configured else None
    if state.key is None:
        if prop.uselist:
            found = state.dict[prop.key] = prop.new_collection(state)
            return found
        return None
    strategy = prop.lazy
    options = state.load_options
    nested, extra = (), ()
    if options:
        from sqlalchemy.orm.strategy_options import LoaderTree
        strategy, details, nested = LoaderTree.of_options(options, state.mapper).strategy(prop)
        extra = details.get('extra', ())
    if force:
        strategy = 'select'
    if strategy in ('raise', 'raise_on_sql') and not (strategy == 'raise_on_sql' and known_target(state, prop) is not NO_VALUE):
        raise sa_exc.InvalidRequestError(f"'{state.class_.__name__}.{prop.key}' is not available due to lazy='{strategy}'")
    if strategy == 'noload':
        prop.fill(state, [])
        return state.dict[prop.key]
    if strategy in ('dynamic', 'write_only'):
        from sqlalchemy.orm.dynamic import dynamic_collection
        return dynamic_collection(state, prop, strategy)
    session = state.session
    if session is None:
        raise exc.DetachedInstanceError(f"Parent instance {state.described()} is not bound to a Session; lazy load operation of attribute '{prop.key}' cannot "
                                        'proceed')
    path = state.load_path or (state.mapper,)
    if uses_get(prop) and not extra:
        key = _key_of_target(state, prop)
        if key is None:
            state.dict[prop.key] = None
            return None
        found = session._get_by_key(prop.mapper, key, nested_options(nested), flushing=True, of=_kind(prop, options), path=path)
        state.dict[prop.key] = found
        return found
    if session.autoflush and not session._flushing:
        session._autoflush()
    for local, _ in prop.pairs:
        if getattr(state.obj(), state.mapper.key_of(local)) is None:
            prop.fill(state, [])
            return state.dict[prop.key]
    statement = select(prop.mapper).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
    if prop.secondary is not None:
        statement = statement.select_from(prop.mapper._as_from(), prop.secondary).where(parent_condition(state, prop), prop.secondaryjoin)
    else:
        statement = statement.where(parent_condition(state, prop))
    if extra:
        statement = statement.where(*extra)
    if prop.order_by:
        statement = statement.order_by(*prop.order_by)
    items = _loaded(state, statement, nested, _kind(prop, options), path)
    if not prop.uselist and len(items) > 1:
        sa_exc.warned(f'Multiple rows returned with uselist=False for lazily-loaded attribute \'{prop}\' ')
    prop.fill(state, items)
    _waiting(state, prop)
    return state.dict[prop.key]


def _waiting(state, prop):
    """Changes that came before the collection was loaded."""
    collection = state.dict[prop.key]
    waiting = (state.__dict__.get('waiting') or {}).pop(prop.key, ())
    for added, item in waiting:
        there = any(o is item for o in members(collection))
        if added and not there:
            if item.__dict__['_sa_instance_state'].key is None:
                state.changes(prop.key, collection)
            collection._silently(item)
        elif not added and there:
            state.changes(prop.key, collection)
            collection._silently_out(item)


def _kind(prop, options):
    """What tells one lazy load from others."""
    return 'lazy', str(prop), tuple(o.described() for o in options)


def nested_options(tree):
    """Options as of a statement's own that say what a tree does."""
    return (TreeOption(tree),) if tree else ()


def _loaded(state, statement, tree=None, of=None, path=()):
    from sqlalchemy.orm.loading import rows_of
    session = state.session
    result = session._heard(_with_tree(statement, tree), lambda *given: rows_of(session, *given, of=of, path=path), is_relationship_load=True,
                            lazy_loaded_from=state)
    result._unique_required = False
    result._set_unique(None)
    return list(result.scalars())


def _with_tree(statement, tree):
    """A statement with the options of a tree, for the entity that it selects."""
    if not tree:
        return statement
    found = statement._generate()
    found._with_options = (*statement._with_options, TreeOption(tree))
    return found


class TreeOption:
    """A tree of options that is there already."""
    entity = None

    def __init__(self, tree):
        self.tree = tree

    def _flat(self):
        return []

    def described(self):
        return tuple(f'{key} {node[0]}' for key, node in self.tree.of.items())


def after_rows(loader):
    """Loads what relationships lead to for all instances of a result."""
    session = loader.session
    for prop, strategy, details, tree, states, path in list(loader.after.values()):
        if strategy in ('selectin', 'subquery'):
            select_in(session, prop, details, tree, states, path, loader.populate)
        elif strategy == 'immediate':
            for state in states:
                if prop.key not in state.dict:
                    load_lazily(state, prop)
        elif strategy == 'noload':
            for state in states:
                prop.fill(state, [])


def select_in(session, prop, details, tree, states, path, again=False):
    """One SELECT … IN for each five hundred instances."""
    if uses_get(prop):
        _targets_in(session, prop, details, tree, states, path)
        return
    target = details.get('of_type') or prop.mapper
    local, remote = prop.pairs[0]
    if prop.secondary is not None or len(prop.pairs) > 1:
        _through_parent(session, prop, details, tree, states, path, again)
        return
    by_value = {}
    for state in states:
        value = getattr(state.obj(), state.mapper.key_of(local))
        by_value.setdefault(value, []).append(state)
    values = [v for v in by_value if v is not None]
    found = {}
    column = target.adapted(remote)
    for start in range(0, len(values), 500):
        part = values[start:start + 500]
        statement = select(column, target).where(column.in_(_named_bind(part, column))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
        statement = _finished(statement, prop, details, target)
        for value, item in _pairs(session, statement, tree, path):
            found.setdefault(value, []).append(item)
    _fill(prop, by_value, found, again)


def _fill(prop, by_value, found, again):
    """Puts in place what was found, where nothing is yet."""
    for value, group in by_value.items():
        for state in group:
            if again or prop.key not in state.dict:
                prop.fill(state, found.get(value, []))


def _named_bind(values, column):
    return BindParameter('primary_keys', values, type_=column.type, unique=True, expanding=True)


def _finished(statement, prop, details, target):
    extra = [c.__clause_element__() if hasattr(c, '__clause_element__') else c for c in details.get('extra', ())]
    if extra:
        statement = statement.where(*extra)
    if prop.order_by:
        statement = statement.order_by(*[target.adapted(c) if isinstance(c, Column) else replaced(c, lambda e: target.adapted(e) if isinstance(
            e, Column) and any(e.table is t for t in prop.mapper.all_tables()) else None) for c in prop.order_by])
    return statement


def _pairs(session, statement, tree, path):
    from sqlalchemy.orm.loading import Loader, made_of

    def run(statement, params, options):
        state = _state_below(statement, path)
        return made_of(state, Loader(session), session._connection_for(state).execute(state.statement, params, execution_options=options))
    rows = session._heard(_with_tree(statement, tree), run, is_relationship_load=True)
    rows._unique_required = False
    seen, found = set(), []
    for row in rows._rows:
        key = row[0], id(row[-1])
        if key not in seen and row[-1] is not None:
            seen.add(key)
            found.append(row)
    return found


def _targets_in(session, prop, details, tree, states, path):
    wanted, keyed = [], {}
    for state in states:
        key = _key_of_target(state, prop)
        if key is None:
            state.dict[prop.key] = None
            continue
        if key not in keyed:
            wanted.append(key)
        keyed.setdefault(key, []).append(state)
    target = details.get('of_type') or prop.mapper
    column = target.adapted(prop.mapper.primary_key[0])
    for start in range(0, len(wanted), 500):
        part = [key[0] for key in wanted[start:start + 500]]
        statement = select(column, target).where(column.in_(_named_bind(part, column))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
        found = dict(_pairs(session, _finished(statement, prop, details, target), tree, path))
        for value in part:
            for state in keyed[(value,)]:
                state.dict[prop.key] = found.get(value)


def _through_parent(session, prop, details, tree, states, path, again):
    """By way of the parent's table, for many-to-many."""
    from sqlalchemy.orm.context import relationship_join
    from sqlalchemy.orm.util import AliasedInsp
    from sqlalchemy.sql.selectable import Alias, Join
    parent = AliasedInsp(None, prop.parent, Alias._of(prop.parent.local_table), None)
    target = details.get('of_type') or prop.mapper
    secondary = prop.secondary.alias() if prop.secondary is not None else None
    first, second = prop.joined_condition(parent, target, secondary)
    key = parent.adapted(prop.parent.primary_key[0])
    by_key = {}
    for state in states:
        by_key.setdefault(state.key[1][0], []).append(state)
    keys, found = list(by_key), {}
    for start in range(0, len(keys), 500):
        part = keys[start:start + 500]
        source = Join(parent.selectable, secondary, first) if secondary is not None else parent.selectable
        joined = Join(source, target._as_from(), second if secondary is not None else first)
        statement = select(key, target).select_from(joined).where(key.in_(_named_bind(part, key))).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
        for value, item in _pairs(session, _finished(statement, prop, details, target), tree, path):
            found.setdefault(value, []).append(item)
    _fill(prop, by_key, found, again)


def _state_below(statement, path):
    """The state of a SELECT for what relationships lead to."""
    from sqlalchemy.orm import context
    from sqlalchemy.orm.strategy_options import LoaderTree

    class State(context.SelectState):
        def _entry(self, item, options):
            if not hasattr(item, '_entity_zero'):
                return super()._entry(item, options)
            item.mapper._check_configure()
            entity = context.EntityRows(item, LoaderTree.of_options(options, item), self.path, len(self.path))
            self._load_columns(entity)
            self.entities.append(('entity', entity))
    return State(statement, None, path)
