"""The conditions by which a relationship's two sides meet."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.sql import operators
from sqlalchemy.sql.base import replaced, walk
from sqlalchemy.sql.elements import BindParameter, and_
from sqlalchemy.sql.schema import Column
from sqlalchemy.sql.selectable import Exists, join_condition, select


def _columns(given):
    if given is None:
        return []
    return [c.__clause_element__() if hasattr(c, '__clause_element__') else c for c in (given if isinstance(given, (list, tuple, set)) else [given])]


def _marked(expr, mark):
    """An expression whose columns say what part they have in a join's condition."""
    def change(element):
        if not isinstance(element, Column):
            return None
        found = element._generate()
        found._marks = (*getattr(element, '_marks', (element,)), mark)
        return found
    return replaced(expr.__clause_element__() if hasattr(expr, '__clause_element__') else expr, change)


def foreign(expr):
    return _marked(expr, 'foreign')


def remote(expr):
    return _marked(expr, 'remote')


class Joining:
    """The half of a relationship that knows its join."""

    def configure(self):
        """Finds the other class, the condition and the direction."""
        if self.configured:
            return
        self.configured = True
        from sqlalchemy.orm.relationships import MANYTOMANY, MANYTOONE, ONETOMANY
        registry = self.parent.registry
        self.mapper = self.target = registry.mapper_of(self.argument, self)
        self.target = self.mapper.local_table
        self.secondary = registry.resolved(self.secondary_given, self, table=True)
        resolve = registry.resolved
        self.primaryjoin, self.secondaryjoin = resolve(self.primaryjoin_given, self), resolve(self.secondaryjoin_given, self)
        foreign, remote = _columns(resolve(self.foreign_keys_given, self)), _columns(resolve(self.remote_side_given, self))
        self.primaryjoin = self._unmarked(self.primaryjoin, foreign, remote)
        self.secondaryjoin = self._unmarked(self.secondaryjoin, foreign, remote)
        self.order_by = _columns(resolve(self.order_by_given, self)) if self.order_by_given is not False else []
        self._conditions(foreign)
        pairs = self._pairs(self.primaryjoin, foreign)
        if self.secondary is not None:
            self.direction = MANYTOMANY
            self.pairs = [(a, b) for a, b in pairs]
            self.secondary_pairs = self._pairs(self.secondaryjoin, foreign)
        else:
            self.direction, self.pairs = self._directed(pairs, remote)
        if self.uselist is None:
            self.uselist = self.direction is not MANYTOONE
        if self.cascade.delete_orphan and self.direction in (MANYTOONE, MANYTOMANY) and not self.single_parent:
            one = 'many-to-one' if self.direction is MANYTOONE else 'many-to-many'
            side = f'"many-to-one"' if self.direction is MANYTOONE else '"many-to-many"'
            raise sa_exc.ArgumentError(
                f'For {one} relationship {self}, delete-orphan cascade is normally configured only on the "one" side of a one-to-many relationship, and not on '
                f'the "many" side of a many-to-one or many-to-many relationship.  To force this relationship to allow a particular "{self.mapper.class_.__name__}" '
                'object to be referenced by only a single '
                f'"{self.parent.class_.__name__}" object at a time via the {self} relationship, which would allow delete-orphan cascade to take place in this '
                'direction, set the single_parent=True flag.', code='bbf0')
        self._link()

    def _unmarked(self, condition, foreign, remote):
        """The condition itself; what its columns are marked as is added to the lists."""
        def change(element):
            marks = getattr(element, '_marks', None) if isinstance(element, Column) else None
            if marks is None:
                return None
            for mark, columns in ('foreign', foreign), ('remote', remote):
                if mark in marks[1:]:
                    columns.append(marks[0])
            return marks[0]
        return condition if condition is None else replaced(condition, change)

    def _conditions(self, foreign):
        mine, other = self.parent.persist_selectable, self.mapper.persist_selectable
        name = f'{self.parent.class_.__name__}.{self.key}'
        try:
            if self.secondary is not None:
                if self.secondaryjoin is None:
                    self.secondaryjoin = self._between(other, self.secondary, foreign)
                if self.primaryjoin is None:
                    self.primaryjoin = self._between(mine, self.secondary, foreign)
            elif self.primaryjoin is None:
                self.primaryjoin = self._between(mine, other, foreign)
        except sa_exc.NoForeignKeysError as error:
            if self.secondary is not None:
                raise sa_exc.NoForeignKeysError(
                    f"Could not determine join condition between parent/child tables on relationship {name} - there are no foreign keys linking these tables "
                    f"via secondary table '{self.secondary}'.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or "
                    "specify 'primaryjoin' and 'secondaryjoin' expressions.") from error
            raise sa_exc.NoForeignKeysError(
                f'Could not determine join condition between parent/child tables on relationship {name} - there are no foreign keys linking these tables.  '
                "Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify a 'primaryjoin' expression.") from error
        except sa_exc.AmbiguousForeignKeysError as error:
            raise sa_exc.AmbiguousForeignKeysError(
                f'Could not determine join condition between parent/child tables on relationship {name} - there are multiple foreign key paths linking the '
                "tables.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference "
                'to the parent table.') from error

    def _between(self, a, b, foreign):
        if foreign:
            conditions = [(key.column, column) for column in foreign for key in column.foreign_keys]
            found = [target == column for target, column in conditions]
            if found:
                return and_(*found) if len(found) > 1 else found[0]
        return join_condition(a, b)

    def _pairs(self, condition, foreign):
        """(column referred to, column that refers) for each equation of the condition."""
        found = []
        for element in walk(condition):
            if element.__visit_name__ != 'binary' or element.operator is not operators.eq:
                continue
            left, right = element.left, element.right
            if not isinstance(left, Column) or not isinstance(right, Column):
                continue
            if any(right is f for f in foreign) or not foreign and right.references(left):
                found.append((left, right))
            elif any(left is f for f in foreign) or not foreign and left.references(right):
                found.append((right, left))
        if not found:
            raise sa_exc.ArgumentError(f"Could not locate any relevant foreign key columns for primary join condition '{condition}' on relationship {self}.  "
                                       'Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are annotated in the join '
                                       'condition with the foreign() annotation.')
        return found

    def _directed(self, pairs, remote):
        """Which side refers to the other: pairs are (parent's column, the other's)."""
        from sqlalchemy.orm.relationships import MANYTOONE, ONETOMANY
        mine, other = self.parent.all_tables(), self.mapper.all_tables()
        first, second = pairs[0]
        if any(t is u for t in mine for u in other) and first.table is second.table:
            if remote:
                many_to_one = any(first is r for r in remote)
            else:
                many_to_one = False
        else:
            many_to_one = any(second.table is t for t in mine) and any(first.table is t for t in other)
        if many_to_one:
            return MANYTOONE, [(fk, pk) for pk, fk in pairs]
        return ONETOMANY, [(pk, fk) for pk, fk in pairs]

    def _refuse_taken(self, name, mapper):
        """The other side's name has to be free there, and in what inherits from there."""
        if name in mapper.props:
            raise sa_exc.ArgumentError(f"Error creating backref '{name}' on relationship '{self}': property of that name exists on mapper '{mapper}'")
        for sub in mapper.subclasses:
            if not sub.concrete:
                self._refuse_taken(name, sub)

    def _link(self):
        """Finds or makes the relationship at the other side."""
        if self.backref is not None:
            name, options = self.backref if isinstance(self.backref, tuple) else (self.backref, {})
            self.back_populates = name
            self._refuse_taken(name, self.mapper)
            options = dict(options)
            if self.secondary is not None:
                options.setdefault('primaryjoin', self.secondaryjoin), options.setdefault('secondaryjoin', self.primaryjoin)
                options.setdefault('secondary', self.secondary)
            else:
                options.setdefault('primaryjoin', self.primaryjoin)
                if self.mapper.local_table is self.parent.local_table and 'remote_side' not in options:
                    options['remote_side'] = [a for a, _ in self.pairs]
            from sqlalchemy.orm.relationships import RelationshipProperty
            options.setdefault('viewonly', self.viewonly)
            other = RelationshipProperty(self.parent.class_, back_populates=self.key, **options)
            self.mapper.add_property(name, other)
            other.configure()
        if self.back_populates:
            other = self.mapper.props.get(self.back_populates)
            if other is None:
                raise sa_exc.InvalidRequestError(f"Mapper '{self.mapper}' has no property '{self.back_populates}'.  If this property was indicated from other "
                                                 'mappers or configure events, ensure registry.configure() has been called.')
            other.configure()
            if other.secondary is None and other.direction is self.direction:
                raise sa_exc.ArgumentError(f'{other} and back-reference {self} are both of the same direction {self.direction!r}.  Did you mean to set '
                                           'remote_side on the many-to-one side ?')
            if not any(r is other for r in self.reverse):
                self.reverse.append(other)
            if not any(r is self for r in other.reverse):
                other.reverse.append(self)

    # --- statements ---

    @property
    def local_columns(self):
        return {a for a, _ in self.pairs}

    @property
    def local_remote_pairs(self):
        return list(self.pairs)

    @property
    def remote_side(self):
        return {b for _, b in self.pairs}

    def joined_condition(self, parent, target, secondary=None):
        """The conditions from one entity to another; (primary, secondary)."""
        local, remote = list(parent.mapper.all_tables()), list(self.mapper.all_tables())
        same = any(t is u for t in local for u in remote)
        remote_columns = [b for _, b in self.pairs]

        def change(element):
            if not isinstance(element, Column) or element.table is None:
                return None
            if self.secondary is not None and element.table is self.secondary:
                return secondary.c[element.key] if secondary is not None else None
            if same and self.secondary is None:
                if any(element is r for r in remote_columns):
                    return target.adapted(element) if target is not None else None
                return parent.adapted(element) if any(element.table is t for t in local) else None
            if any(element.table is t for t in local):
                return parent.adapted(element)
            if target is not None and any(element.table is t for t in remote):
                return target.adapted(element)
            return None

        def change_second(element):
            if not isinstance(element, Column):
                return None
            if element.table is self.secondary:
                return secondary.c[element.key] if secondary is not None else None
            return target.adapted(element) if target is not None and any(element.table is t for t in remote) else None
        primary = replaced(self.primaryjoin, change)
        return primary, None if self.secondary is None else replaced(self.secondaryjoin, change_second)

    def exists(self, attribute, criterion, kwargs, many):
        """EXISTS (SELECT 1 FROM the other side WHERE …)"""
        from sqlalchemy.sql.elements import literal_column
        if many != bool(self.uselist):
            raise sa_exc.InvalidRequestError("'any()' not implemented for scalar attributes. Use has()." if many else
                                             "'has()' not implemented for collections.  Use any().")
        target = attribute._of_type
        if target is None:
            if any(t is u for t in attribute.parent.mapper.all_tables() for u in self.mapper.all_tables()):
                from sqlalchemy.orm.util import AliasedClass
                target = AliasedClass(self.mapper.class_)._aliased_insp
                adapt = target
            else:
                target = self.mapper
        first, second = self.joined_condition(attribute.parent, target)
        conditions = [first] + ([second] if second is not None else [])
        for key, value in kwargs.items():
            conditions.append(getattr(target._namespace(), key) == value)
        if criterion is not None:
            criterion = criterion.__clause_element__() if hasattr(criterion, '__clause_element__') else criterion
            if target is not self.mapper:
                criterion = replaced(criterion, lambda e: target.adapted(e) if isinstance(e, Column) and e.table is self.mapper.local_table else None)
            conditions.append(criterion)
        froms = [target._as_from()] + ([self.secondary] if self.secondary is not None else [])
        inner = select(literal_column('1')).select_from(*froms).where(*conditions).correlate_except(*froms)
        return Exists(inner)

    def compared(self, attribute, other, negated):
        from sqlalchemy.orm.attributes import state_of
        from sqlalchemy.orm.relationships import MANYTOONE
        if other is None:
            if self.direction is MANYTOONE:
                conditions = [(attribute.parent.adapted(a).is_not(None) if negated else attribute.parent.adapted(a).is_(None)) for a, _ in self.pairs]
                return and_(*conditions)
            found = self.exists(attribute, None, {}, bool(self.uselist))
            return found if negated else ~found
        if self.uselist:
            raise sa_exc.InvalidRequestError("Can't compare a collection to an object or collection; use contains() to test for membership.")
        state = state_of(other)
        conditions = [_bound(state, b) == attribute.parent.adapted(a) for a, b in self.pairs]
        condition = and_(*conditions)
        return self._unequal(attribute, state) if negated else condition

    def _unequal(self, attribute, state):
        from sqlalchemy.sql.elements import or_
        return and_(*[or_(attribute.parent.adapted(a) != _value_of(state, b), attribute.parent.adapted(a).is_(None)) for a, b in self.pairs])

    def containing(self, attribute, other):
        from sqlalchemy.orm.attributes import state_of
        if not self.uselist:
            raise sa_exc.InvalidRequestError("'contains' not implemented for scalar attributes.  Use ==")
        state = state_of(other)
        if self.secondary is not None:
            secondary = self.secondary.alias()
            first, second = self.joined_condition(attribute.parent, None, secondary)
            second = replaced(second, lambda e: _bound(state, e) if isinstance(e, Column) and any(e.table is t for t in self.mapper.all_tables()) else None)
            return and_(first, second)
        return and_(*[attribute.parent.adapted(a) == _value_of(state, b) for a, b in self.pairs])


def _value_of(state, column):
    return getattr(state.obj(), state.mapper.key_of(column))


def _bound(state, column):
    return BindParameter('param', _value_of(state, column), type_=column.type, unique=True)
