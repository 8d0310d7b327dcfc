"""Entities that stand for a class and for classes below it: their columns come in the same rows, or for all of them at once."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm.util import AliasedClass, AliasedInsp, entity_of
from sqlalchemy.sql.base import replaced
from sqlalchemy.sql.elements import and_
from sqlalchemy.sql.schema import Column
from sqlalchemy.sql.selectable import LABEL_STYLE_TABLENAME_PLUS_COL, Alias, FromGrouping, Join, join_condition, select


def mappers_of(mapper, classes):
    """A mapper and those below it that are named, with those between."""
    below = mapper.self_and_descendants()
    if classes == '*':
        return below
    wanted = [mapper]
    for cls in classes:
        named = entity_of(cls)
        if not named.isa(mapper):
            raise sa_exc.InvalidRequestError(f'{named!r} does not inherit from {mapper!r}')
        wanted += named.iterate()
    return [m for m in below if any(m is w for w in wanted)]


def joined_tables(mapper, mappers, innerjoin=False):
    """The table of a mapper with those of mappers below it."""
    found = mapper.persist_selectable
    for one in mappers:
        if one is mapper or one.single:
            continue
        if one.concrete:
            raise sa_exc.InvalidRequestError("'with_polymorphic()' requires 'selectable' argument when concrete-inheriting mappers are used.")
        found = Join(found, one.local_table, join_condition(one.inherits.local_table, one.local_table), not innerjoin)
    return found


def flat_alias(source):
    """Each table of a join under another name."""
    if isinstance(source, FromGrouping):
        return FromGrouping(flat_alias(source.element))
    if not isinstance(source, Join):
        return Alias._of(source)
    left, right = flat_alias(source.left), flat_alias(source.right)

    def change(element):
        if not isinstance(element, Column):
            return None
        found = left.c.corresponding_column(element)
        return found if found is not None else right.c.corresponding_column(element)
    made = Join.__new__(Join)
    made.__dict__.update(left=left, right=right, onclause=replaced(source.onclause, change), isouter=source.isouter, full=source.full)
    return made


def aliased_entity(mapper):
    """A mapper's own tables under other names, as an entity."""
    table = mapper._as_from()
    found = AliasedInsp(None, mapper, flat_alias(table) if isinstance(table, Join) else Alias._of(table), None)
    found.polymorphic_mappers = mapper.polymorphic_mappers
    return found


def with_polymorphic(base, classes, selectable=False, flat=False, polymorphic_on=None, aliased=False, innerjoin=False, adapt_on_names=False, name=None,
                     _use_mapper_path=False):
    mapper = entity_of(base).mapper
    mapper._check_configure()
    mappers = mappers_of(mapper, classes)
    if selectable is False or selectable is None:
        source = joined_tables(mapper, mappers, innerjoin)
    else:
        source = selectable
    if flat:
        source = flat_alias(source)
    elif aliased:
        source = source.alias() if not isinstance(source, Join) else select(source).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery()
    found = AliasedClass(mapper, source, name, adapt_on_names=adapt_on_names)
    insp = found._aliased_insp
    insp.polymorphic_mappers, insp.discriminator = mappers, polymorphic_on
    for one in mappers:
        if one is not mapper:
            part = AliasedClass(one, source, adapt_on_names=adapt_on_names)
            part._aliased_insp.part_of = insp
            setattr(found, one.class_.__name__, part)
    return found


def properties_of(entity):
    """The properties of an entity and of what stands for classes below it, each once."""
    found = list(entity.mapper.props.items())
    seen = {id(p) for _, p in found}
    for mapper in entity.polymorphic_mappers:
        for key, prop in mapper.props.items():
            if id(prop) not in seen:
                seen.add(id(prop))
                found.append((key, prop))
    return found


def loaded_apart(rows):
    """The classes below an entity's whose own columns are loaded for all instances at once."""
    found = [entity_of(cls) for cls in rows.tree.polymorphic]
    for mapper in rows.mapper.self_and_descendants()[1:]:
        if mapper.polymorphic_load == 'selectin' and not any(m is mapper for m in (*rows.entity.polymorphic_mappers, *found)):
            found.append(mapper)
    return found


def load_own_columns(session, rows, states):
    """What classes below have of their own, for all instances of each at once."""
    for mapper in loaded_apart(rows):
        _load_of(session, rows, mapper, states)


def _load_of(session, rows, mapper, states):
    key = mapper.base_mapper.primary_key[0]
    own = {name: prop for name, prop in mapper.props.items() if prop.is_column and not prop.deferred and (
        prop is not rows.mapper.props.get(name) or prop.columns[0] is mapper.polymorphic_on or prop.columns[0] is key)}
    missing = [s for s in states if s.mapper.isa(mapper) and any(name not in s.dict for name in own)]
    columns = list({id(c): c for p in own.values() for c in p.columns}.values())
    for start in range(0, len(missing), 500):
        _fetch(session, mapper, key, columns, own, missing[start:start + 500])


def _fetch(session, mapper, key, columns, own, states):
    from sqlalchemy.sql.elements import BindParameter
    wanted = BindParameter('primary_keys', [s.key[1][0] for s in states], type_=key.type, unique=True, expanding=True)
    statement = select(*columns).select_from(mapper.persist_selectable).where(key.in_(wanted)).order_by(key)
    if mapper.single:
        statement = statement.where(mapper.single_criterion)
    by_key = {s.key[1][0]: s for s in states}
    at = next(n for n, c in enumerate(columns) if c is key)
    places = {name: next(n for n, c in enumerate(columns) if c is prop.columns[0]) for name, prop in own.items()}
    for row in session.connection().execute(statement.set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)):
        data = by_key[row[at]].dict
        for name, n in places.items():
            data.setdefault(name, row[n])


def polymorphic_union(table_map, typecolname, aliasname='p_union', cast_nulls=True):
    """The rows of several tables with what tells them apart in a column of its own."""
    from sqlalchemy import cast, literal_column, null, type_coerce, union_all
    names, types = {}, {}
    for table in table_map.values():
        for column in table.c:
            if column.key == typecolname:
                raise sa_exc.InvalidRequestError('Polymorphic union can\'t use \'%s\' as the discriminator column due to mapped column %r; please apply the '
                                                 "'typecolname' argument; this is available on ConcreteBase as '_concrete_discriminator_name'" % (
                                                     typecolname, column))
            names[column.key] = types[column.key] = column.type

    def column_of(name, table):
        if name in table.c:
            return table.c[name]
        return (cast(null(), types[name]) if cast_nulls else type_coerce(null(), types[name])).label(name)
    parts = []
    for kind, table in table_map.items():
        extra = [] if typecolname is None else [literal_column("'" + str(kind).replace("'", "''") + "'").label(typecolname)]
        parts.append(select(*[column_of(name, table) for name in names], *extra).select_from(table))
    return union_all(*parts).alias(aliasname)


def _union_of(cls, mappers):
    name = getattr(cls, '_concrete_discriminator_name', None) or 'type'
    union = polymorphic_union({m.polymorphic_identity: m.local_table for m in mappers}, name, 'pjoin')
    return union, union.c[name]


def unite(mapper):
    """Gives a class the rows of its own table and of those of the classes below it."""
    if mapper.union is None:
        mappers = mapper.self_and_descendants()
        mapper.union, mapper.polymorphic_on = _union_of(mapper.class_, mappers)
        mapper._polymorphic = mappers


def map_to_union(registry, cls):
    """Maps a class without a table of its own to the rows of the classes below it."""
    from sqlalchemy.orm.mapper import Mapper
    mappers, stack = [], cls.__subclasses__()
    while stack:
        below = stack.pop()
        stack += below.__subclasses__()
        if '__mapper__' in below.__dict__:
            mappers.append(below.__mapper__)
    union, on = _union_of(cls, mappers)
    settings = dict(cls.__dict__.get('__mapper_args__') or {})
    mapper = Mapper(registry, cls, union, polymorphic_on=on, **settings)
    mapper.union, mapper._polymorphic = union, [mapper, *mappers]
    for one in mappers:
        if one.concrete and one.concrete_of is None:
            one.concrete_of = mapper
            mapper.subclasses.append(one)
            mapper.polymorphic_map[one.polymorphic_identity] = one
