"""Joined loading: what relationships lead to comes in the same rows."""
from sqlalchemy.orm.context import EntityRows
from sqlalchemy.orm._polymorphic import aliased_entity
from sqlalchemy.sql.base import replaced
from sqlalchemy.sql.elements import Label, and_
from sqlalchemy.sql.schema import Column
from sqlalchemy.sql.selectable import FromGrouping, Join, select


def join_eagerly(state, core, tops):
    """The SELECT with the joins of joined relationships; with LIMIT and a collection it becomes a subquery that they are joined to."""
    wraps = any(_has_collection(top) for top in tops) and (core._limit is not None or core._offset is not None or core._distinct)
    adapt = None
    if wraps:
        core, adapt = _wrapped(state, core)
    froms = list(core._from_obj) or [f for f in core._froms()]
    order_added = []
    for top in tops:
        froms = _joined(state, top, froms, adapt, top.entity, order_added)
    core = core._generate()
    core._raw_columns, core._from_obj = list(state.columns), tuple(froms)
    if order_added:
        core._order_by = (*core._order_by, *order_added)
    return core


def _has_collection(entity, seen=()):
    for prop, strategy, _, tree in entity.after:
        if strategy == 'joined' and (prop.uselist or any(node[0] == 'joined' for node in tree.of.values())):
            return True
    return False


def _wrapped(state, core):
    subquery = core.subquery()
    columns, old = list(subquery.c), list(state.columns)
    state.columns[:] = columns
    places = {id(o): c for o, c in zip(old, columns)}

    def adapt(element):
        return replaced(element, lambda e: places.get(id(e)) if isinstance(e, (Column, Label)) else None)
    outer = select(*columns).set_label_style(core._label_style)
    outer._order_by = tuple(adapt(e) for e in core._order_by)
    outer._from_obj = (subquery,)
    return outer, adapt


def _joined(state, entity, froms, adapt, parent, order_added):
    for prop, strategy, details, tree in entity.after:
        if strategy != 'joined':
            continue
        target = details.get('of_type')
        mapper = prop.mapper
        alias = target if getattr(target, 'is_aliased_class', False) else aliased_entity(target or mapper)
        sub = EntityRows(alias, tree, entity.path, entity.start)
        state._load_columns(sub, alias.adapted)
        entity.joined.append((prop, sub))
        state._eager_collection = state._eager_collection or bool(prop.uselist)
        secondary = prop.secondary.alias() if prop.secondary is not None else None
        first, second = prop.joined_condition(parent, alias, secondary)
        extra = [replaced(c.__clause_element__() if hasattr(c, '__clause_element__') else c, lambda e: alias.adapted(e) if isinstance(e, Column) else None)
                 for c in details.get('extra', ())]
        extra += [replaced(c, lambda e: alias.adapted(e) if isinstance(e, Column) else None) for c in state._criteria_of(mapper, True)]
        if adapt is not None:
            first = adapt(first)
        inner = details.get('innerjoin') if details.get('innerjoin') is not None else prop.innerjoin
        at = _place(froms, parent, adapt)
        left = froms[at]
        nested = alias._as_from()
        if secondary is not None:
            right = FromGrouping(Join(secondary, nested, second))
            made = Join.__new__(Join)
            made.__dict__.update(left=left, right=right, onclause=and_(first, *extra) if extra else first, isouter=not inner, full=False)
        else:
            made = Join(left, nested, and_(first, *extra) if extra else first, not inner)
        froms = [*froms[:at], made, *froms[at + 1:]]
        for column in prop.order_by:
            order_added.append(replaced(column, lambda e: alias.adapted(e) if isinstance(e, Column) and any(e.table is t for t in mapper.all_tables()) else None))
        froms = _joined(state, sub, froms, None, alias, order_added)
    return froms


def _place(froms, parent, adapt):
    wanted = parent._as_from()
    for n, item in enumerate(froms):
        if any(leaf is wanted or any(leaf is w for w in wanted._leaves()) for leaf in [item, *item._from_objects()]):
            return n
    return 0
