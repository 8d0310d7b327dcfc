"""Options of statements: how related objects are loaded."""
from sqlalchemy import exc as sa_exc


class LoaderOption:
    """What one option says of attributes: (path of relationships, attribute's key or None for all, strategy, details)."""

    def __init__(self, steps=(), entity=None):
        self.steps, self.entity = tuple(steps), entity

    def _added(self, step):
        return type(self)((*self.steps, step), self.entity)

    def _with(self, strategy, attributes, **details):
        found = self
        for attribute in attributes:
            found = found._added((attribute, strategy, details))
        return found

    def joinedload(self, attr, innerjoin=None):
        return self._with('joined', [attr], innerjoin=innerjoin)

    def selectinload(self, attr, recursion_depth=None):
        return self._with('selectin', [attr], recursion_depth=recursion_depth)

    def subqueryload(self, attr):
        return self._with('subquery', [attr])

    def lazyload(self, attr):
        return self._with('select', [attr])

    def immediateload(self, attr, recursion_depth=None):
        return self._with('immediate', [attr], recursion_depth=recursion_depth)

    def noload(self, attr):
        return self._with('noload', [attr])

    def raiseload(self, attr, sql_only=False):
        return self._with('raise_on_sql' if sql_only else 'raise', [attr])

    def contains_eager(self, attr, alias=None, _is_chain=False):
        return self._with('contains', [attr], alias=alias)

    def defaultload(self, attr):
        return self._with('default', [attr])

    def load_only(self, *attrs, raiseload=False):
        found = self
        return found._added((attrs, 'only', {'raiseload': raiseload}))

    def defer(self, key, raiseload=False):
        return self._with('defer', [key], raiseload=raiseload)

    def undefer(self, key):
        return self._with('undefer', [key])

    def undefer_group(self, name):
        return self._added((name, 'undefer_group', {}))

    def selectin_polymorphic(self, classes):
        return self._added((None, 'polymorphic', {'classes': tuple(classes)}))

    def options(self, *opts):
        """Options of what the last step leads to."""
        return OptionGroup(self, opts)

    def _flat(self):
        return [self]

    def described(self):
        """What tells it apart from others, in words."""
        return tuple(f'{step[0]} {step[1]}' for one in self._flat() for step in one.steps)


Load = LoaderOption
_AbstractLoad = LoaderOption


class OptionGroup(LoaderOption):
    def __init__(self, head, opts):
        super().__init__(head.steps, head.entity)
        self.opts = opts

    def _flat(self):
        found = [LoaderOption(self.steps, self.entity)]
        for opt in self.opts:
            for one in opt._flat():
                found.append(LoaderOption((*self.steps, *one.steps), self.entity))
        return found


class LoaderTree:
    """Options by what they are of: of each attribute its strategy, and the tree of what it leads to."""

    def __init__(self):
        self.of, self.only, self.deferred, self.undeferred, self.groups, self.wildcard, self.raise_deferred = {}, None, set(), set(), set(), None, False
        # What holds here and for whatever is reached from here: a strategy, and conditions.
        self.default, self.criteria, self.polymorphic = None, (), ()

    def __bool__(self):
        return bool(self.of or self.only or self.deferred or self.undeferred or self.groups or self.wildcard or self.default or self.criteria or self.polymorphic)

    def below(self, parent):
        """This tree as it is where it is reached from another one."""
        if self.default == parent.default and self.criteria == parent.criteria:
            return self
        found = LoaderTree()
        found.__dict__.update(self.__dict__, default=parent.default, criteria=parent.criteria)
        return found

    def at(self, key):
        found = self.of.get(key)
        if found is None:
            found = self.of[key] = ['default', {}, LoaderTree()]
        return found

    @classmethod
    def of_options(cls, options, mapper):
        """The tree for an entity of a mapper's, of a statement's options."""
        found = cls()
        criteria = tuple(o for o in options if isinstance(o, LoaderCriteria) and o.propagates)
        found.criteria = criteria
        for option in options:
            if hasattr(option, 'tree'):
                found.criteria = (*option.tree.criteria, *criteria)
                found.default = option.tree.default
                return option.tree.below(found)
            for one in option._flat() if hasattr(option, '_flat') else ():
                if one.entity is not None and one.entity is not mapper and getattr(one.entity, 'mapper', one.entity) is not getattr(mapper, 'mapper', mapper):
                    continue
                found._take(one.steps, mapper, one.entity is not None)
        return found

    def _take(self, steps, entity, of_entity):
        tree, mapper = self, entity
        for attribute, strategy, details in steps:
            if strategy == 'only':
                if not _belongs(attribute[0], mapper):
                    return
                tree.only = {a.key if not isinstance(a, str) else a for a in attribute}
                tree.raise_deferred = details['raiseload']
                continue
            if strategy == 'polymorphic':
                tree.polymorphic += details['classes']
                continue
            if strategy == 'undefer_group':
                tree.groups.add(attribute)
                continue
            if isinstance(attribute, str) and attribute == '*':
                if tree is self and len(steps) == 1 and not of_entity:
                    tree.default = strategy
                else:
                    tree.wildcard = strategy
                continue
            if isinstance(attribute, str):
                raise sa_exc.ArgumentError("Strings are not accepted for attribute names in loader options; please use class-bound attributes directly.")
            if not _belongs(attribute, mapper):
                return
            key = attribute.key
            if strategy == 'defer':
                tree.deferred.add(key)
                tree.raise_deferred = tree.raise_deferred or details.get('raiseload', False)
                continue
            if strategy == 'undefer':
                tree.undeferred.add(key)
                continue
            node = tree.at(key)
            if strategy != 'default':
                node[0], node[1] = strategy, dict(details, extra=attribute._extra, of_type=attribute._of_type)
                if details.get('recursion_depth') and node[1]['of_type'] is None:
                    _repeat(key, node, details['recursion_depth'])
            tree, mapper = node[2], attribute._of_type or attribute.prop.mapper

    def strategy(self, prop):
        node = self.of.get(prop.key)
        if node is not None and node[0] != 'default':
            return node[0], node[1], node[2].below(self)
        own = self.wildcard or self.default or prop.lazy
        return own, {}, (node[2] if node is not None else LoaderTree()).below(self)

    def wants(self, prop):
        """Whether a column's attribute is loaded at once."""
        if prop.key in self.undeferred or prop.group is not None and prop.group in self.groups:
            return True
        if self.only is not None:
            return prop.key in self.only or prop.columns[0].primary_key
        if prop.key in self.deferred:
            return False
        return not prop.deferred


def _repeat(key, node, depth):
    """What a relationship of a class with itself leads to is loaded alike, so many times or to the end."""
    while depth > 0:
        below = node[2].of[key] = [node[0], node[1], LoaderTree()]
        node, depth = below, depth - 1
    if depth < 0:
        node[2].of[key] = node


def _belongs(attribute, entity):
    if isinstance(attribute, str):
        return True
    mine = getattr(entity, 'mapper', entity)
    parent = getattr(attribute.parent, 'mapper', attribute.parent)
    if getattr(entity, 'is_aliased_class', False) or getattr(attribute.parent, 'is_aliased_class', False):
        return attribute.parent is entity or getattr(attribute.parent, 'part_of', None) is entity
    return mine.isa(parent) or parent.isa(mine)


def _maker(name):
    def make(*keys, **kw):
        if name in ('load_only',):
            parent = keys[0].parent
            return LoaderOption((), parent).load_only(*keys, **kw)
        if name == 'undefer_group':
            return LoaderOption().undefer_group(*keys)
        found = LoaderOption()
        for key in keys:
            if found.entity is None and not isinstance(key, str):
                found = LoaderOption(found.steps, key.parent)
            found = getattr(found, name)(key, **kw)
        return found
    make.__name__ = make.__qualname__ = name
    return make


(joinedload, selectinload, subqueryload, lazyload, immediateload, noload, raiseload, contains_eager, defaultload, load_only, defer, undefer,
 undefer_group) = map(_maker, ('joinedload', 'selectinload', 'subqueryload', 'lazyload', 'immediateload', 'noload', 'raiseload', 'contains_eager',
                               'defaultload', 'load_only', 'defer', 'undefer', 'undefer_group'))


def load(entity):
    from sqlalchemy.orm.util import entity_of
    return LoaderOption((), entity_of(entity))


class LoadFor(LoaderOption):
    """`Load(entity)`: options of one of the statement's entities."""

    def __new__(cls, entity):
        return load(entity)


def with_loader_criteria(entity_or_base, where_criteria, loader_only=False, include_aliases=False, propagate_to_loaders=True, track_closure_variables=True):
    return LoaderCriteria(entity_or_base, where_criteria, include_aliases, propagate_to_loaders)


class LoaderCriteria:
    """A condition for each occurrence of an entity."""

    def __init__(self, entity, where, aliases=False, propagates=True):
        self.entity, self.where, self.aliases, self.propagates = entity, where, aliases, propagates
        # A mixin that is not mapped itself has none.
        self.of = entity.__dict__.get('__mapper__') if isinstance(entity, type) else getattr(entity, '_aliased_insp', entity)

    def described(self):
        return 'criteria', id(self.entity)

    def condition(self, entity, anywhere=False):
        """The condition for an entity that a statement names; anywhere also for one of another name."""
        mapper = getattr(entity, 'mapper', entity)
        if not issubclass(mapper.class_, self.entity if isinstance(self.entity, type) else self.of.class_):
            return None
        if not (self.propagates if anywhere else self.aliases or self.of is entity):
            return None
        found = self.where(entity._namespace()) if callable(self.where) and not hasattr(self.where, '__clause_element__') and not hasattr(
            self.where, '_parts') else self.where
        if found is self.where and getattr(entity, 'is_aliased_class', False) and self.of is not entity:
            found = entity.adapted(found.__clause_element__() if hasattr(found, '__clause_element__') else found)
        return found


def selectin_polymorphic(base_cls, classes):
    return load(base_cls).selectin_polymorphic(classes)
