"""How a statement of mapped classes becomes one of tables, and what is made of its rows."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm.strategy_options import LoaderCriteria, LoaderTree
from sqlalchemy.sql.base import ClauseElement, Executable
from sqlalchemy.sql.elements import and_
from sqlalchemy.sql.selectable import FromClause, Join, join_condition


_EAGER = 'joined', 'selectin', 'subquery', 'immediate'


class EntityRows:
    """An entity of a statement: which of its columns stand where, and which of its relationships are loaded how."""

    def __init__(self, entity, tree, path=(), start=0):
        self.entity, self.mapper, self.tree = entity, entity.mapper, tree
        # By way of which classes it is reached; relationships that are loaded at once by themselves do not go back to one of them.
        self.path, self.start = (*path, entity.mapper), start
        self.columns, self.joined, self.after, self.polymorphic = [], [], [], None
        # Of classes below it their columns, where these come along.
        self.below = {}

    def goes_on(self, prop, strategy):
        """Whether a relationship that says itself that it is loaded at once is."""
        if prop.key in self.tree.of:
            return True
        if prop.join_depth is not None:
            return len(self.path) <= prop.join_depth
        return not any(m is prop.mapper for m in (self.path[self.start:] if strategy == 'joined' else self.path))


class SelectState:
    """A SELECT of the ORM's, and the SELECT of tables that it is executed as."""

    def __init__(self, statement, refresh=None, path=(), eager=True):
        self.entities, self.columns, self.refresh, self.path, self.eager = [], [], refresh, path, eager
        self._eager_collection = False
        options = statement._with_options
        self.criteria = [o for o in options if isinstance(o, LoaderCriteria)] + [c for o in options if hasattr(o, 'tree') for c in o.tree.criteria]
        core = statement._generate()
        core._with_options = ()
        froms = [self._from(f) for f in statement._from_obj]
        where = list(statement._where)
        for item in statement._raw_columns:
            self._entry(item, options)
        core._raw_columns = self.columns
        for kind, entry, *_ in self.entities:
            source = entry.entity._as_from() if kind == 'entity' else None
            if isinstance(source, Join) and not any(source is f for f in froms):
                froms.append(source)
        froms = self._joins(statement, froms, where)
        core._joins, core._from_obj = (), tuple(froms)
        self._restricted(where, statement)
        core._where = tuple(where)
        core._raw_columns = list(self.columns)
        self.statement = self._with_eager(core)

    # --- columns ---

    def _entry(self, item, options):
        from sqlalchemy.orm.util import Bundle
        if isinstance(item, Bundle):
            places, labels = [], []
            for expression in item.exprs:
                element = expression._for_columns() if hasattr(expression, '_for_columns') else expression
                places.append(len(self.columns))
                labels.append(expression.key)
                self.columns.append(element)
            self.entities.append(('bundle', item, places, labels))
            return
        if not hasattr(item, '_entity_zero'):
            if isinstance(item, FromClause):
                for column in item._plain_columns():
                    self.entities.append(('column', column, len(self.columns)))
                    self.columns.append(column)
                return
            self.entities.append(('column', item, len(self.columns)))
            self.columns.append(item)
            return
        item.mapper._check_configure()
        entity = EntityRows(item, LoaderTree.of_options(options, item), self.path)
        self._load_columns(entity)
        self.entities.append(('entity', entity))

    def _load_columns(self, entity, adapt=None):
        """Puts an entity's columns in the list, each with its attribute's key."""
        adapt = adapt or entity.entity.adapted
        self._columns_of(entity, entity.mapper, entity.columns, adapt)
        polymorphic = entity.entity.polymorphic_on
        if polymorphic is not None:
            at = next((n for key, n in entity.columns if entity.mapper.props[key].columns[0] is polymorphic), None)
            at = self._place(adapt(polymorphic)) if at is None else at
            entity.polymorphic = at
        for mapper in entity.entity.polymorphic_mappers:
            if mapper is not entity.mapper:
                entity.below[mapper] = found = []
                self._columns_of(entity, mapper, found, adapt)
        entity.key_places = []
        for column in entity.mapper.primary_key:
            key = entity.mapper.key_of(column)
            entity.key_places += [n for k, n in entity.columns if k == key]
        from sqlalchemy.orm._polymorphic import properties_of
        relationships = entity.mapper.relationships.items() if not entity.below else [e for e in properties_of(entity.entity) if e[1].is_relationship]
        for key, prop in relationships:
            strategy, details, tree = entity.tree.strategy(prop)
            if strategy in ('joined', 'contains', 'selectin', 'subquery', 'immediate', 'noload', 'raise', 'raise_on_sql'):
                prop.configure()
                if self.refresh is not None and key not in self.refresh or strategy in _EAGER and not entity.goes_on(prop, strategy):
                    continue
                strategy = 'immediate' if self.refresh is not None and strategy in ('selectin', 'subquery') else strategy
                entity.after.append((prop, strategy, details, tree))

    def _columns_of(self, entity, mapper, columns, adapt):
        for key, prop in mapper.props.items():
            if prop.is_column and (entity.tree.wants(prop) if self.refresh is None else key in self.refresh):
                places = [self._place(adapt(column)) for column in prop.columns]
                columns.append((key, places[0]))
            elif prop.is_relationship and (mapper is entity.mapper or prop is not entity.mapper.props.get(key)) and entity.tree.strategy(prop)[0] == 'contains':
                self._contained(entity, prop, *entity.tree.strategy(prop)[1:])

    def _place(self, column):
        """Where a column stands in the list: where it is already, or at the end."""
        for n, other in enumerate(self.columns):
            if other is column:
                return n
        self.columns.append(column)
        return len(self.columns) - 1

    # --- FROM ---

    def _from(self, given):
        return given._as_from() if hasattr(given, '_entity_zero') else given

    def _joins(self, statement, froms, where):
        for target, onclause, left, isouter, full in statement._joins:
            froms = self._join(froms, target, onclause, left, isouter, full)
        return froms

    def _join(self, froms, target, onclause, left, isouter, full):
        from sqlalchemy.sql._select import _left_of
        relationship, entity = None, target
        if hasattr(target, '_join_target'):
            if target._join_target is None:
                raise sa_exc.ArgumentError(f'Join target {target} does not refer to a mapped entity')
            relationship, entity = target, target._of_type
        elif hasattr(onclause, '_join_target') and onclause._join_target is not None:
            relationship, entity, onclause = onclause, target if onclause._of_type is None else onclause._of_type, None
        if relationship is not None:
            prop, parent = relationship.prop, relationship.parent
            prop.mapper if prop.configured else prop.parent._check_configure()
            entity = entity if entity is not None else prop.mapper
            if not hasattr(entity, '_entity_zero'):
                from sqlalchemy.orm.util import AliasedClass
                entity = AliasedClass(prop.mapper.class_, alias=entity)._aliased_insp
            extra = list(relationship._extra) + self._criteria_of(entity)
            return relationship_join(froms, prop, parent, entity, isouter, full, extra, self.columns)
        right = self._from(target)
        extra = self._criteria_of(target) if hasattr(target, '_entity_zero') else []
        if left is None:
            at, left_from = _left_of(froms, self.columns, right, onclause, target)
        else:
            left_from = self._from(left)
            at = next((n for n, f in enumerate(froms) if any(leaf is left_from for leaf in [f, *f._from_objects()])), None)
            left_from = froms[at] if at is not None else left_from
        if extra and onclause is None:
            onclause = join_condition(left_from, right)
        made = Join(left_from, right, and_(onclause, *extra) if extra else onclause, isouter, full)
        return [*froms, made] if at is None else [*froms[:at], made, *froms[at + 1:]]

    def _criteria_of(self, entity, anywhere=False):
        found = [c.condition(entity, anywhere) for c in self.criteria]
        return [c for c in found if c is not None]

    def _restricted(self, where, statement):
        """Conditions that classes bring: of those that share a table, and of options."""
        seen = []
        for kind, entry, *_ in self.entities:
            if kind == 'entity' and not any(entry.entity is s for s in seen):
                seen.append(entry.entity)
        for item in statement._from_obj:
            if hasattr(item, '_entity_zero') and not any(item is s for s in seen):
                seen.append(item)
        for entity in seen:
            if entity.single_criterion is not None and self.refresh is None:
                where.append(entity.single_criterion)
            if self.refresh is None:
                where += self._criteria_of(entity)

    # --- related objects by joins ---

    def _with_eager(self, core):
        tops = [entry[1] for entry in self.entities if entry[0] == 'entity']
        joins = self.eager and any(strategy == 'joined' for top in tops for _, strategy, _, _ in top.after)
        core._raw_columns = list(self.columns)
        if not joins:
            return core
        from sqlalchemy.orm._eager import join_eagerly
        return join_eagerly(self, core, tops)

    def _contained(self, top, prop, details, tree):
        """The columns of a relationship that the statement joins itself."""
        alias = details.get('alias') or details.get('of_type')
        entity = getattr(alias, '_aliased_insp', alias) if alias is not None else prop.mapper
        sub = EntityRows(entity, tree, top.path, top.start)
        self._load_columns(sub)
        top.joined.append((prop, sub))
        if prop.uselist:
            self._eager_collection = True


def relationship_join(froms, prop, parent, entity, isouter, full, extra, columns=()):
    """FROMs with what a relationship leads to joined to its parent."""
    prop.configure()
    parent_from, target = parent._as_from(), entity._as_from()
    at = next((n for n, f in enumerate(froms) if any(leaf is parent_from or any(leaf is l for l in parent_from._leaves()) for leaf in
                                                     [f, *f._from_objects()])), None)
    left = froms[at] if at is not None else parent_from
    secondary = None
    if prop.secondary is not None:
        secondary = prop.secondary.alias()
    first, second = prop.joined_condition(parent, entity, secondary)
    if entity.single_criterion is not None:
        extra = [entity.single_criterion, *extra]
    if secondary is not None:
        left = Join(left, secondary, first, isouter, full)
        first = second
    made = Join(left, target, and_(first, *extra) if extra else first, isouter, full)
    return [*froms, made] if at is None else [*froms[:at], made, *froms[at + 1:]]


def orm_join(left, right, onclause, isouter, full):
    from sqlalchemy.orm.util import entity_of
    if hasattr(onclause, '_join_target') and onclause._join_target is not None:
        first = left if isinstance(left, FromClause) else entity_of(left)._as_from()
        return relationship_join([first], onclause.prop, onclause.parent, entity_of(right), isouter, full, list(onclause._extra))[0]
    sides = [side if isinstance(side, FromClause) else entity_of(side)._as_from() for side in (left, right)]
    return Join(*sides, onclause, isouter, full)


class FromStatement(Executable, ClauseElement):
    """Entities that are loaded from any statement's rows."""
    __visit_name__ = 'from_statement'
    is_select = True

    def __init__(self, entities, element):
        self.entities, self.element = entities, element
        self._raw_columns = entities

    def _is_orm(self):
        return True


def descriptions(statement):
    found = []
    for item in statement._raw_columns:
        if hasattr(item, '_entity_zero') and hasattr(item, 'mapper'):
            expr = item.entity
            found.append({'name': item.class_.__name__ if item.is_mapper else item.name, 'type': item.class_, 'aliased': item.is_aliased_class, 'expr': expr,
                          'entity': expr})
        else:
            found.append({'name': getattr(item, 'key', None), 'type': getattr(item, 'type', None), 'aliased': False, 'expr': item, 'entity': None})
    return found
