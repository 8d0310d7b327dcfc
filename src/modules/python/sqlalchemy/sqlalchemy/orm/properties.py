"""What a mapped class's attributes are: columns, expressions, other names."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm.state import NO_VALUE
from sqlalchemy.sql import coercions
from sqlalchemy.sql.base import NO_ARG
from sqlalchemy.sql.operators import ColumnOperators
from sqlalchemy.sql.schema import Column


class MapperProperty:
    is_column = is_relationship = is_expression_only = is_synonym = False
    key = parent = None
    _loads_with = None

    @property
    def class_attribute(self):
        return getattr(self.parent.class_, self.key)

    @property
    def info(self):
        return self.__dict__.setdefault('_info', {})

    def for_columns(self, entity, attribute):
        return self.expression(entity)

    def operate(self, attribute, op, *other, **kw):
        return attribute.__clause_element__().operate(op, *other, **kw)

    def _fired(self, state, value, old):
        """The value that listeners of `set` make of one."""
        attribute = state.mapper.attribute(self.key)
        for listener in (attribute.__dict__.get('_listeners') or {}).get('set', ()):
            value = listener(state.obj(), value, old, attribute)
        return value

    def __str__(self):
        return f'{self.parent.class_.__name__}.{self.key}'

    def __repr__(self):
        return f'<{type(self).__name__} at 0x{id(self):x}; {self.key}>'


class ColumnProperty(MapperProperty):
    """An attribute that is a column of the mapped table, or an expression that is loaded with it."""
    is_column = True
    strategy_key = (('deferred', False), ('instrument', True))

    def __init__(self, *columns, deferred=False, group=None, expire_on_flush=True, active_history=False, raiseload=False, doc=None, info=None):
        self.columns = [coercions.scalar(coercions.column(c)) for c in columns]
        self.deferred, self.group, self.active_history, self.raiseload = deferred or group is not None, group, active_history, raiseload
        self.is_expression_only = not isinstance(self.columns[0], Column)
        if info:
            self.__dict__['_info'] = info

    def expression(self, entity):
        return entity.adapted(self.columns[0], self)

    def for_columns(self, entity, attribute):
        found = self.expression(entity)
        if getattr(found, 'key', None) == self.key and not self.is_expression_only:
            return found
        from sqlalchemy.orm.util import KeyedColumn
        return KeyedColumn.of(found, self.key)

    def checked(self, state, value):
        for validator in state.mapper.validators.get(self.key, ()):
            value = validator(state.obj(), self.key, value)
        return value

    def assign(self, state, value):
        data = state.dict
        old = data.get(self.key, NO_VALUE)
        if old is NO_VALUE and self.active_history and state.key is not None:
            old = self.load(state)
        value = self.checked(state, self._fired(state, value, old))
        if hasattr(value, '__clause_element__') and not isinstance(value, type):
            value = value.__clause_element__()
        state.changes(self.key, old)
        data[self.key] = value
        state.expired_attributes.discard(self.key)

    def load(self, state):
        """The value where the instance has none yet: what the database has, or None."""
        if state.key is None:
            return None
        if self.key in state.expired_attributes or self.deferred or self.is_expression_only or state.key is not None:
            from sqlalchemy.orm.loading import load_attributes
            if self.raiseload and self.key not in state.expired_attributes:
                raise sa_exc.InvalidRequestError(f"'{self}' is not available due to raiseload=True")
            load_attributes(state, self)
            return state.dict.get(self.key)
        return None


class MappedColumn(ColumnOperators):
    """A column that a declarative class has; its type may come from the annotation."""

    def __init__(self, *args, init=NO_ARG, repr=NO_ARG, default=NO_ARG, default_factory=NO_ARG, insert_default=NO_ARG, compare=NO_ARG, kw_only=NO_ARG,
                 hash=NO_ARG, deferred=False, deferred_group=None, deferred_raiseload=None, active_history=False, sort_order=0, use_existing_column=False, **kw):
        self.dataclass_options = {name: value for name, value in dict(init=init, repr=repr, default=default, default_factory=default_factory, compare=compare,
                                                                      kw_only=kw_only, hash=hash).items() if value is not NO_ARG}
        column_default = insert_default if insert_default is not NO_ARG else default
        self.insert_default_given = insert_default is not NO_ARG
        if column_default is not NO_ARG:
            kw['default'] = column_default
        self.has_nullable = 'nullable' in kw and kw['nullable'] is not None
        self.column = Column(*args, **kw)
        self.deferred, self.group, self.raiseload = deferred or deferred_group is not None, deferred_group, deferred_raiseload
        self.sort_order, self.active_history, self.use_existing = sort_order, active_history, use_existing_column

    def _copy(self):
        found = MappedColumn.__new__(MappedColumn)
        found.__dict__.update(self.__dict__)
        found.column = self.column._copy()
        found.column._creation_order = self.column._creation_order
        return found

    @property
    def foreign_keys(self):
        return self.column.foreign_keys

    name = property(lambda self: self.column.name)
    type = property(lambda self: self.column.type)

    def __clause_element__(self):
        return self.column

    def operate(self, op, *other, **kw):
        return self.column.operate(op, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        return self.column.reverse_operate(op, other, **kw)

    def __getattr__(self, name):
        if name[:2] == '__' or name == 'column':
            raise AttributeError(name)
        return getattr(self.column, name)


class SynonymProperty(MapperProperty):
    is_synonym = True

    def __init__(self, name, map_column=None, descriptor=None, comparator_factory=None, info=None, doc=None):
        self.name, self.descriptor = name, descriptor

    def _target(self, entity):
        return getattr(entity._namespace(), self.name)

    def expression(self, entity):
        return self._target(entity).__clause_element__()

    def operate(self, attribute, op, *other, **kw):
        return self._target(attribute.parent).operate(op, *other, **kw)

    def assign(self, state, value):
        setattr(state.obj(), self.name, value)

    def load(self, state):
        return getattr(state.obj(), self.name)


Synonym = SynonymProperty


class CompositeProperty(MapperProperty):
    """An attribute that stands for several columns, as an object that they make."""
    is_synonym = True

    def __init__(self, class_or_attr, *attrs, **kw):
        self.composite_class, self.attrs_given = class_or_attr, attrs
        if not isinstance(class_or_attr, type):
            self.composite_class, self.attrs_given = class_or_attr, attrs

    def _keys(self):
        found = []
        for given in self.attrs_given:
            if isinstance(given, str):
                found.append(given)
            else:
                column = given.column if isinstance(given, MappedColumn) else given
                found.append(next(k for k, p in self.parent.props.items() if p.is_column and p.columns[0] is column))
        return found

    def expression(self, entity):
        from sqlalchemy.sql.elements import ClauseList
        return ClauseList(*[getattr(entity._namespace(), key) for key in self._keys()])

    def operate(self, attribute, op, *other, **kw):
        from sqlalchemy.sql import operators
        from sqlalchemy.sql.elements import and_
        values = other[0].__composite_values__() if hasattr(other[0], '__composite_values__') else tuple(other[0].__dict__.values())
        condition = and_(*[getattr(attribute.parent._namespace(), key) == value for key, value in zip(self._keys(), values)])
        return condition if op is operators.eq else ~condition

    def assign(self, state, value):
        obj = state.obj()
        parts = value.__composite_values__() if hasattr(value, '__composite_values__') else tuple(value.__dict__.values())
        for key, part in zip(self._keys(), parts):
            setattr(obj, key, part)

    def load(self, state):
        obj = state.obj()
        values = [getattr(obj, key) for key in self._keys()]
        return None if all(v is None for v in values) and state.key is None else self.composite_class(*values)


Composite = CompositeProperty
