"""Makes classes of fields: their methods are written, compiled and put in."""
import abc
import sys
from functools import cached_property, partial
from attr import _config, setters
from attr._fields import NOTHING, Attribute, Converter, Factory, _CountingAttr, keyed, told
from attr.exceptions import FrozenInstanceError, NotAnAttrsClassError, UnannotatedAttributeError

from attr._written_methods import (_HASH, _Init, __ne__, _eq_text, _first_annotation, _frozen_delattrs,
                                   _frozen_setattrs, _hash_text, _order_of, _repr_of, _set, _states_of)

_CLASS_VARIABLES = 'typing.ClassVar', 't.ClassVar', 'ClassVar', 'typing_extensions.ClassVar'
_CONVERT_AND_VALIDATE = setters.pipe(setters.convert, setters.validate)


def attrib(default=NOTHING, validator=None, repr=True, cmp=None, hash=None, init=True, metadata=None, type=None, converter=None,
           factory=None, kw_only=None, eq=None, order=None, on_setattr=None, alias=None):
    """A field of a class."""
    eq, eq_key, order, order_key = keyed(cmp, eq, order)
    if hash not in (None, True, False):
        raise TypeError('Invalid value for hash.  Must be True, False, or None.')
    if factory is not None:
        if default is not NOTHING:
            raise ValueError('The `default` and `factory` arguments are mutually exclusive.')
        if not callable(factory):
            raise ValueError('The `factory` argument must be a callable.')
        default = Factory(factory)
    if isinstance(on_setattr, (list, tuple)):
        on_setattr = setters.pipe(*on_setattr)
    if validator and isinstance(validator, (list, tuple)):
        validator = and_(*validator)
    if converter and isinstance(converter, (list, tuple)):
        converter = pipe(*converter)
    return _CountingAttr(_default=default, _validator=validator, repr=repr, hash=hash, init=init, metadata=metadata or {},
                         type=type, converter=converter, kw_only=kw_only, eq=eq, eq_key=eq_key, order=order,
                         order_key=order_key, on_setattr=on_setattr, alias=alias)


def _is_class_variable(annotation):
    return str(annotation).strip('\'"').startswith(_CLASS_VARIABLES)


def _own_fields(cls, these, auto_attribs, kw_only):
    """The fields that a class itself tells of."""
    annotations, body = cls.__dict__.get('__annotations__', {}), cls.__dict__
    if these is not None:
        given = list(these.items())
    elif auto_attribs is True:
        names = [name for name, annotation in annotations.items() if not _is_class_variable(annotation)]
        given = []
        for name in names:
            value = body.get(name, NOTHING)
            given.append((name, value if value.__class__ is _CountingAttr else attrib(value)))
        bare = [name for name, value in body.items() if value.__class__ is _CountingAttr and name not in names]
        if bare:
            bare.sort(key=lambda name: body[name].counter)
            raise UnannotatedAttributeError(f'The following `attr.ib`s lack a type annotation: {", ".join(bare)}.')
    else:
        given = [(name, value) for name, value in body.items() if value.__class__ is _CountingAttr]
        given.sort(key=lambda pair: pair[1].counter)
    return [value.named(name, kw_only, annotations.get(name)) for name, value in given]


def _inherited_fields(cls, taken, by_mro):
    """The fields of the classes that a class is based on: the nearest of each name, those of the farthest class first."""
    found = []
    for base in reversed(cls.__mro__[1:-1]) if by_mro else cls.__mro__[1:-1]:
        for field in getattr(base, '__attrs_attrs__', ()):
            if field.name in taken or by_mro and field.inherited:
                continue
            if not by_mro:
                taken.add(field.name)
            found.append(field.evolve(inherited=True))
    last = {field.name: field for field in found}
    return [field for field in found if last[field.name] is field]


def _fields_of(cls, these, auto_attribs, kw_only, forced, by_mro, transform):
    own = _own_fields(cls, these, auto_attribs, kw_only)
    fields = _inherited_fields(cls, {field.name for field in own}, by_mro) + own
    if kw_only and forced:
        fields = [field.evolve(kw_only=True) for field in fields]
    for field in fields:
        field.name_for_init()
    if transform is not None:
        fields = list(transform(cls, fields))
    optional = False
    for field in fields:
        if field.init is not False and field.kw_only is False:
            if optional and field.default is NOTHING:
                raise ValueError('No mandatory attributes allowed after an attribute with a default value or factory.  '
                                 f'Attribute in question: {field!r}')
            optional = optional or field.default is not NOTHING
    for field in fields:
        field.name_for_init()
    names = {field.name: property(lambda self, at=at: self[at]) for at, field in enumerate(fields)}
    own_names = {field.name for field in own} if transform is None else {field.name for field in fields if not field.inherited}
    return type(f'{cls.__name__}Attributes', (tuple,), names)(fields), own_names


class _Plan:
    """What a class is to be made into."""

    def __init__(self, cls, fields, own, options):
        self.cls, self.fields, self.own = cls, fields, own
        self.__dict__.update(options)
        self.hooked = self.on_setattr is not None and self.on_setattr is not setters.NO_OP
        if self.frozen and self.hooked or self.frozen and any(
                field.on_setattr not in (None, setters.NO_OP) for field in fields):
            raise ValueError("Frozen classes can't use on_setattr.")
        self._forget_idle_hook()
        self.pre_init = bool(getattr(cls, '__attrs_pre_init__', False))
        self.post_init = bool(getattr(cls, '__attrs_post_init__', False))
        self.pre_init_takes = False
        if self.pre_init:
            from inspect import signature
            self.pre_init_takes = len(signature(cls.__attrs_pre_init__).parameters) > 1
        self.body = {'__attrs_attrs__': fields, '__attrs_props__': self.props}
        self.sets_itself = False

    def _forget_idle_hook(self):
        """A hook that converts and checks has nothing to do without converters and validators."""
        does = {_CONVERT_AND_VALIDATE: ('converter', 'validator'), setters.validate: ('validator',), setters.convert: ('converter',)}
        asked = does.get(self.on_setattr) if self.hooked else None
        if asked and not any(getattr(field, name) is not None for field in self.fields for name in asked):
            self.on_setattr, self.hooked = None, False

    def fill(self):
        """Puts the methods in."""
        names, texts, body, cls = {'_set': _set}, [], self.body, self.cls
        if self.repr:
            body['__repr__'] = self._named(_repr_of(self.fields, self.repr_ns))
        if self.str:
            if not self.repr:
                raise ValueError('__str__ can only be generated if a __repr__ exists.')

            def __str__(self):
                return self.__repr__()
            body['__str__'] = self._named(__str__)
        if self.eq:
            texts.append(_eq_text(self.fields, names))
            body['__ne__'] = __ne__
        if self.order:
            body.update({name: self._named(method) for name, method in _order_of(self.fields).items()})
        if self.hashed:
            texts.append(_hash_text(cls, self.fields, names, self.cache_hash))
        elif self.hashed is None:
            body['__hash__'] = None
        init = _Init('__init__' if self.init else '__attrs_init__', self)
        texts.append(init.text)
        names.update(init.names)
        made = {}
        exec(compile('\n'.join(texts), f'<attrs generated methods {cls.__module__}.{cls.__qualname__}>', 'exec'), names, made)
        body.update({name: self._named(method) for name, method in made.items()})
        made['__init__' if self.init else '__attrs_init__'].__annotations__ = init.annotations
        if self.frozen:
            body['__setattr__'], body['__delattr__'], self.sets_itself = _frozen_setattrs, _frozen_delattrs, True
        else:
            self._add_setattr()
        if '__replace__' not in cls.__dict__:
            body['__replace__'] = evolve
        if self.match_args and '__match_args__' not in cls.__dict__:
            body['__match_args__'] = tuple(field.name for field in self.fields if field.init and not field.kw_only)
        if self.states:
            body['__getstate__'], body['__setstate__'] = _states_of([field.name for field in self.fields], self.cache_hash)

    def _add_setattr(self):
        hooks = {field.name: (field, field.on_setattr or self.on_setattr) for field in self.fields}
        hooks = {name: pair for name, pair in hooks.items() if pair[1] and pair[1] is not setters.NO_OP}
        if not hooks:
            return
        if self.own_setattr:
            raise ValueError("Can't combine custom __setattr__ with on_setattr hooks.")

        def __setattr__(self, name, val):
            if name in hooks:
                field, hook = hooks[name]
                val = hook(self, field, val)
            _set(self, name, val)
        self.body['__attrs_own_setattr__'], self.sets_itself = True, True
        self.body['__setattr__'] = self._named(__setattr__)

    def _named(self, method):
        method.__module__ = self.cls.__module__
        method.__qualname__ = f'{self.cls.__qualname__}.{method.__name__}'
        method.__doc__ = f'Method generated by attrs for class {self.cls.__qualname__}.'
        return method

    def patched(self, keep):
        """The class itself, with what was made."""
        cls = self.cls
        if not keep:
            for name in self.own:
                if name in cls.__dict__:
                    delattr(cls, name)
        for name, value in self.body.items():
            setattr(cls, name, value)
        if not self.sets_itself and getattr(cls, '__attrs_own_setattr__', False):
            cls.__attrs_own_setattr__ = False
            if not self.own_setattr:
                cls.__setattr__ = _set
        return abc.update_abstractmethods(cls)

    def slotted(self):
        """A class in the place of this one, with slots for its fields."""
        cls, names = self.cls, [field.name for field in self.fields]
        body = {name: value for name, value in cls.__dict__.items() if name not in (*names, '__dict__', '__weakref__')}
        body.update(self.body)
        if not self.sets_itself:
            body['__attrs_own_setattr__'] = False
            if not self.own_setattr and any(base.__dict__.get('__attrs_own_setattr__', False) for base in cls.__bases__):
                body['__setattr__'] = _set
        bases = cls.__mro__[1:-1]
        there = {name: getattr(base, name) for base in bases for name in getattr(base, '__slots__', ())}
        slots = [name for name in names if name in self.own]
        if self.weakref_slot and '__weakref__' not in getattr(cls, '__slots__', ()) and '__weakref__' not in names and not any(
                base.__dict__.get('__weakref__') is not None for base in bases):
            slots.append('__weakref__')
        cached = {name: value.func for name, value in body.items() if isinstance(value, cached_property)}
        for name in cached:
            slots.append(name)
            del body[name]
        if cached:
            body['__getattr__'] = _getattr_of(cached, body.get('__getattr__'), lambda: made)
        body.update({name: there[name] for name in slots if name in there})
        slots = [name for name in slots if name not in there] + [_HASH] * bool(self.cache_hash)
        body['__slots__'], body['__qualname__'] = tuple(slots), cls.__qualname__
        made = type(cls)(cls.__name__, cls.__bases__, body)
        for value in [*made.__dict__.values(), *cached.values()]:
            _lead_to(made, cls, getattr(value, '__func__', None) or getattr(value, 'fget', None) or value)
        return made


def _lead_to(made, cls, function):
    """`super()` and `__class__` in a method mean the class that was made in the place of the first."""
    for cell in getattr(function, '__closure__', None) or ():
        try:
            if cell.cell_contents is cls:
                cell.cell_contents = made
        except ValueError:
            pass


def _getattr_of(cached, original, cls):
    """Computes cached properties, which have slots."""
    def __getattr__(self, item):
        function = cached.get(item)
        if function is not None:
            result = function(self)
            _set(self, item, result)
            return result
        if original is not None:
            return original(self, item)
        above = super(cls(), self)
        if hasattr(above, '__getattr__'):
            return above.__getattr__(item)
        raise AttributeError(f"'{self.__class__.__name__}' object has no attribute '{item}'")
    return __getattr__


def _wanted(cls, flag, detect, names, default=True):
    """Whether methods are made: unless the class has one of them and that is looked for."""
    if flag is True or flag is False:
        return flag
    return default if not detect or flag is not None else not any(name in cls.__dict__ for name in names) and default


def compared(cmp, eq, order, default_eq):
    """Whether objects are compared and ordered."""
    if cmp is not None and (eq is not None or order is not None):
        raise ValueError("Don't mix `cmp` with `eq' and `order`.")
    if cmp is not None:
        return cmp, cmp
    eq = default_eq if eq is None else eq
    order = eq if order is None else order
    if eq is False and order is True:
        raise ValueError('`order` can only be True if `eq` is True too.')
    return eq, order


def _hashing(cls, hash, detect, eq, frozen, is_exception):
    """True: a hash is made; None: objects have none; False: it is left as it is."""
    if hash not in (None, True, False):
        raise TypeError('Invalid value for hash.  Must be True, False, or None.')
    if is_exception or hash is False:
        return False
    if hash:
        return True
    if detect and '__hash__' in cls.__dict__ or eq is False:
        return False
    return True if frozen else None


def attrs(maybe_cls=None, these=None, repr_ns=None, repr=None, cmp=None, hash=None, init=None, slots=False, frozen=False,
          weakref_slot=True, str=False, auto_attribs=False, kw_only=False, cache_hash=False, auto_exc=False, eq=None, order=None,
          auto_detect=False, collect_by_mro=False, getstate_setstate=None, on_setattr=None, field_transformer=None,
          match_args=True, unsafe_hash=None, force_kw_only=True):
    """Makes a class of fields."""
    if repr_ns is not None:
        import warnings
        warnings.warn(DeprecationWarning('The `repr_ns` argument is deprecated and will be removed in or after August 2025.'),
                      stacklevel=2)
    eq_, order_ = compared(cmp, eq, order, None)
    hash = hash if unsafe_hash is None else unsafe_hash
    if isinstance(on_setattr, (list, tuple)):
        on_setattr = setters.pipe(*on_setattr)

    def wrap(cls):
        is_frozen = frozen or cls.__setattr__ is _frozen_setattrs
        is_exception = auto_exc is True and issubclass(cls, BaseException)
        own_setattr = auto_detect and '__setattr__' in cls.__dict__
        if own_setattr and is_frozen:
            raise ValueError("Can't freeze a class with a custom __setattr__.")
        eq = not is_exception and _wanted(cls, eq_, auto_detect, ('__eq__', '__ne__'))
        hashed = _hashing(cls, hash, auto_detect, eq, is_frozen, is_exception)
        if cache_hash and not hashed:
            raise TypeError('Invalid value for cache_hash.  To use hash caching, hashing must be either explicitly or '
                            'implicitly enabled.')
        fields, own = _fields_of(cls, these, auto_attribs, bool(kw_only), force_kw_only, collect_by_mro, field_transformer)
        options = {
            'frozen': is_frozen, 'is_exception': is_exception, 'own_setattr': own_setattr, 'eq': eq, 'hashed': hashed,
            'repr': _wanted(cls, repr, auto_detect, ('__repr__',)), 'str': str, 'cache_hash': cache_hash,
            'order': not is_exception and _wanted(cls, order_, auto_detect, ('__lt__', '__le__', '__gt__', '__ge__')),
            'init': _wanted(cls, init, auto_detect, ('__init__',)), 'match_args': match_args, 'on_setattr': on_setattr,
            'states': _wanted(cls, getstate_setstate, auto_detect, ('__getstate__', '__setstate__'), slots),
            'weakref_slot': weakref_slot}
        options['props'] = {**options, 'slots': slots, 'kw_only': kw_only, 'collect_by_mro': collect_by_mro}
        options['repr_ns'] = repr_ns
        if cache_hash and not options['init']:
            raise TypeError('Invalid value for cache_hash.  To use hash caching, init must be True.')
        plan = _Plan(cls, fields, own, options)
        plan.fill()
        made = plan.slotted() if slots else plan.patched(bool(these))
        if getattr(made, '__attrs_init_subclass__', None) and '__attrs_init_subclass__' not in made.__dict__:
            made.__attrs_init_subclass__()
        return made

    return wrap if maybe_cls is None else wrap(maybe_cls)


def define(maybe_cls=None, *, these=None, repr=None, unsafe_hash=None, hash=None, init=None, slots=True, frozen=False,
           weakref_slot=True, str=False, auto_attribs=None, kw_only=False, cache_hash=False, auto_exc=True, eq=None, order=False,
           auto_detect=True, getstate_setstate=None, on_setattr=None, field_transformer=None, match_args=True,
           force_kw_only=False):
    """Makes a class of annotated fields, with slots; values that are set are converted and checked."""
    def wrap(cls):
        hook = on_setattr
        if frozen is False and hook is None:
            hook = _CONVERT_AND_VALIDATE
        if any(base.__setattr__ is _frozen_setattrs for base in cls.__bases__):
            if on_setattr not in (None, setters.NO_OP):
                raise ValueError("Frozen classes can't use on_setattr (frozen-ness was inherited).")
            hook = setters.NO_OP
        make = partial(attrs, these=these, repr=repr, hash=hash, unsafe_hash=unsafe_hash, init=init, slots=slots, frozen=frozen,
                       weakref_slot=weakref_slot, str=str, kw_only=kw_only, cache_hash=cache_hash, auto_exc=auto_exc, eq=eq,
                       order=order, auto_detect=auto_detect, collect_by_mro=True, getstate_setstate=getstate_setstate,
                       on_setattr=hook, field_transformer=field_transformer, match_args=match_args, force_kw_only=force_kw_only)
        if auto_attribs is not None:
            return make(cls, auto_attribs=auto_attribs)
        try:
            return make(cls, auto_attribs=True)
        except UnannotatedAttributeError:
            return make(cls, auto_attribs=False)

    return wrap if maybe_cls is None else wrap(maybe_cls)


mutable = define
frozen = partial(define, frozen=True, on_setattr=None)


def field(*, default=NOTHING, validator=None, repr=True, hash=None, init=True, metadata=None, type=None, converter=None,
          factory=None, kw_only=None, eq=None, order=None, on_setattr=None, alias=None):
    """A field of a class."""
    return attrib(default=default, validator=validator, repr=repr, hash=hash, init=init, metadata=metadata, type=type,
                  converter=converter, factory=factory, kw_only=kw_only, eq=eq, order=order, on_setattr=on_setattr, alias=alias)


def generic_base(cls):
    """The class that `cls[int]` is of; None: it is none of those."""
    return cls.__origin__ if cls.__class__.__name__ == '_GenericAlias' else None


def fields(cls):
    """The fields of a class."""
    base = generic_base(cls)
    if base is None and not isinstance(cls, type):
        if getattr(type(cls), '__attrs_attrs__', None) is None:
            raise TypeError('Passed object must be a class or attrs instance.')
        return fields(type(cls))
    found = getattr(cls, '__attrs_attrs__', None)
    if found is None and base is not None:
        found = getattr(base, '__attrs_attrs__', None)
    if found is None:
        raise NotAnAttrsClassError(f'{cls!r} is not an attrs-decorated class.')
    return found


def fields_dict(cls):
    """The fields of a class by their names."""
    if not isinstance(cls, type):
        raise TypeError('Passed object must be a class.')
    return {field.name: field for field in fields(cls)}


def validate(inst):
    """Calls the validators of an object's fields."""
    if _config._run_validators:
        for one in fields(inst.__class__):
            if one.validator is not None:
                one.validator(inst, one, getattr(inst, one.name))


def evolve(*args, **changes):
    """A copy of an object with other values in some of its fields."""
    if len(args) != 1:
        raise TypeError(f'evolve() takes 1 positional argument, but {len(args)} were given')
    inst = args[0]
    for one in fields(inst.__class__):
        if one.init and one.alias not in changes:
            changes[one.alias] = getattr(inst, one.name)
    return inst.__class__(**changes)


def make_class(name, attrs, bases=(object,), class_body=None, **attributes_arguments):
    """A class of these fields."""
    from types import new_class
    if isinstance(attrs, dict):
        given = attrs
    elif isinstance(attrs, (list, tuple)):
        given = {one: attrib() for one in attrs}
    else:
        raise TypeError('attrs argument must be a dict or a list.')
    body = dict(class_body or {})
    for method in ('__attrs_pre_init__', '__attrs_post_init__', '__init__'):
        if method in given:
            body[method] = given.pop(method)
    made = new_class(name, bases, {}, lambda namespace: namespace.update(body))
    made.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__')
    arguments = attributes_arguments
    arguments['eq'], arguments['order'] = compared(arguments.pop('cmp', None), arguments.get('eq'), arguments.get('order'), True)
    made = _attrs(these=given, **arguments)(made)
    made.__annotations__ = {one: value.type for one, value in given.items() if value.type is not None}
    return made


_attrs = attrs


class _AndValidator:
    """Several validators, one after the other."""

    def __init__(self, validators):
        self._validators = validators

    def __call__(self, inst, attr, value):
        for validator in self._validators:
            validator(inst, attr, value)

    def __repr__(self):
        return f'_AndValidator(_validators={self._validators!r})'

    def __eq__(self, other):
        return self._validators == other._validators if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self):
        return hash(self._validators)


def and_(*validators):
    """All of these."""
    flat = []
    for validator in validators:
        flat += validator._validators if isinstance(validator, _AndValidator) else [validator]
    return _AndValidator(tuple(flat))


def pipe(*converters):
    """Converters, one after the other."""
    def pipe_converter(val):
        for converter in converters:
            val = converter(val)
        return val

    def pipe_with_instance(val, inst, field):
        for converter in converters:
            val = converter(val, inst, field) if isinstance(converter, Converter) else converter(val)
        return val

    if any(isinstance(converter, Converter) for converter in converters):
        return Converter(pipe_with_instance, takes_self=True, takes_field=True)
    first = _first_annotation(converters[0]) if converters else None
    if first is not None:
        pipe_converter.__annotations__['val'] = first
    return pipe_converter
