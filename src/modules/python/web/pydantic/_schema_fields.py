"""Schemas of models, and of what else has fields or arguments."""
import inspect
import sys
import typing
from typing import Any, get_args, get_origin
from pydantic_core import PydanticUndefined, core_schema as cs, to_jsonable_python

from . import _generics
from ._decorators import Infos, bare, serializer_info, takes_info
from .aliases import AliasChoices, AliasPath
from .config import Config
from .errors import PydanticUndefinedAnnotation, PydanticUserError
from .fields import FieldInfo
from .functional_serializers import returned
from .functional_validators import of_decorator
from ._configured import complete_fields, configured
from ._evaluation import eval_type, spaces_of
from ._schema_parts import _each_item, _metadata, _ref, with_default


class OfFields:
    """Schemas of models, and of what else has fields or arguments."""

    def _common(self, name, field, infos):
        """The schema of a field with what its class says of it, and its metadata."""
        marks = [*field.metadata, *(of_decorator(each) for each in infos.field_validators.values() if name in each.info.fields or '*' in each.info.fields)]
        self.names.append(name)
        try:
            tagging = (lambda made: self._discriminated(made, field.discriminator)) if field.discriminator is not None else None
            made = self.annotated(field.annotation, marks, tagging)
        finally:
            self.names.pop()
        old = [each for each in infos.validators.values() if name in each.info.fields or '*' in each.info.fields]
        if any(each.info.always for each in old):
            field.validate_default = True
        for each in old:
            if each.info.each_item:
                made = _each_item(dict(made), each)
        for each in old:
            if not each.info.each_item:
                make = cs.with_info_before_validator_function if each.info.mode == 'before' else cs.with_info_after_validator_function
                made = make(each.func, made)
        if not field.is_required():
            made = with_default(field, made)
        for each in infos.field_serializers.values():
            if name in each.info.fields or '*' in each.info.fields:
                made = self._dumped_by(each, made)
        told = {'title': field.title, 'description': field.description, 'deprecated': bool(field.deprecated) or field.deprecated == '' or None,
                'examples': to_jsonable_python(field.examples)}
        told = {key: value for key, value in told.items() if value is not None}
        metadata = {}
        if told:
            metadata['pydantic_js_updates'] = told
        if field.json_schema_extra is not None:
            metadata['pydantic_js_extra'] = field.json_schema_extra
        return made, metadata

    def _dumped_by(self, bound, made):
        function = bound.func
        own = next(iter(inspect.signature(bare(function)).parameters), None) == 'self' and not inspect.ismethod(function)
        info = serializer_info(function, bound.info.mode, 'field_serializer', 1 if own else 0)
        kind = returned(bare(function), bound.info.return_type)
        make = cs.plain_serializer_function_ser_schema if bound.info.mode == 'plain' else cs.wrap_serializer_function_ser_schema
        made = dict(made)
        made['serialization'] = make(function, is_field_serializer=own, info_arg=info, when_used=bound.info.when_used,
                                     return_schema=None if kind is PydanticUndefined else self.schema(self.resolve(kind)))
        return made

    def _field(self, kind, name, field, infos, /, **more):
        made, metadata = self._common(name, field, infos)
        alias = field.validation_alias
        if isinstance(alias, (AliasChoices, AliasPath)):
            alias = alias.convert_to_aliases()
        entry = {'type': kind, 'schema': made, 'validation_alias': alias, 'serialization_alias': field.serialization_alias,
                 'serialization_exclude': field.exclude, 'serialization_exclude_if': field.exclude_if, 'frozen': field.frozen,
                 'metadata': metadata, **more}
        return {key: value for key, value in entry.items() if value is not None}

    def _computed(self, infos, known):
        found = []
        for each in infos.computed_fields.values():
            info = each.info
            kind = returned(bare(info.wrapped_property), info.return_type)
            if kind is PydanticUndefined:
                raise PydanticUserError('Computed field is missing return type annotation or specifying `return_type` to the '
                                        '`@computed_field` decorator (e.g. `@computed_field(return_type=int | str)`)', code='model-field-missing-annotation')
            info.return_type = kind = _generics.replaced(self.resolve(kind), known)
            made = self.schema(kind)
            for serializer in infos.field_serializers.values():
                if each.cls_var_name in serializer.info.fields or '*' in serializer.info.fields:
                    made = self._dumped_by(serializer, made)
            told = {'title': info.title, 'description': info.description, 'deprecated': bool(info.deprecated) or info.deprecated == '' or None,
                    'examples': to_jsonable_python(info.examples)}
            metadata = {'pydantic_js_updates': {'readOnly': True, **{k: v for k, v in told.items() if v is not None}}}
            if info.json_schema_extra is not None:
                metadata['pydantic_js_extra'] = info.json_schema_extra
            found.append(cs.computed_field(each.cls_var_name, made, alias=info.alias, serialization_exclude_if=info.exclude_if, metadata=metadata))
        return found

    def _checks(self, cls, infos, fields):
        names = {*fields, *infos.computed_fields}
        for name in ('field_validators', 'validators', 'field_serializers'):
            for each in getattr(infos, name).values():
                if each.info.check_fields is False:
                    continue
                for field in each.info.fields:
                    if field != '*' and field not in (names if name == 'field_serializers' else fields):
                        raise PydanticUserError(
                            f'Decorators defined with incorrect fields: {_ref(cls)}.{each.cls_var_name} (use check_fields=False if you\'re '
                            'inheriting from the model and intended this)', code='decorator-missing-field')

    def _model(self, cls):
        if cls.__dict__.get('__pydantic_complete__') and cls.__dict__.get('__pydantic_core_schema__') is not None:
            made = cls.__pydantic_core_schema__
            return dict(made) if self.config.json_encoders else made
        return self._recursive(cls, _ref(cls), lambda: self.model_schema(cls))

    def model_schema(self, cls):
        from .main import BaseModel
        if cls is BaseModel:
            return cs.model_schema(cls, cs.model_fields_schema({}, model_name='BaseModel'))
        config, infos = Config(cls.model_config), cls.__pydantic_decorators__
        fields = cls.__pydantic_fields__
        outer = self.spaces, self.known
        self.spaces, self.known = [*spaces_of(cls, getattr(cls, '__pydantic_parent_space__', None)), *self.spaces], {}
        self.configs.append(config)
        self.classes.append(cls)
        try:
            complete_fields(cls, self)
            fields = cls.__pydantic_fields__
            self._checks(cls, infos, fields)
            core = config.core(cls.__name__)
            if cls.__pydantic_root_model__:
                root, metadata = self._common('root', fields['root'], infos)
                inner = self._validated_by(root, infos.model_validators, 'inner')
                whole = cs.model_schema(cls, inner, root_model=True, custom_init=cls.__pydantic_custom_init__ or None,
                                        post_init=cls.__pydantic_post_init__, config=core, metadata={'root': metadata})
            else:
                extras = self._extras(cls, config)
                shape = cs.model_fields_schema({name: self._field('model-field', name, field, infos) for name, field in fields.items()},
                                               computed_fields=self._computed(infos, _generics.of_model(cls)), model_name=cls.__name__, **extras)
                inner = self._rooted(shape, infos)
                inner = self._validated_by(inner, infos.model_validators, 'inner')
                whole = cs.model_schema(cls, inner, custom_init=cls.__pydantic_custom_init__ or None, frozen=config.frozen,
                                        post_init=cls.__pydantic_post_init__, config=core)
            metadata = _metadata(whole)
            metadata['model'] = cls
            method = cls.__get_pydantic_json_schema__
            if getattr(method, '__func__', None) is not BaseModel.__get_pydantic_json_schema__.__func__:
                metadata['pydantic_js_functions'] = [method]
            made = self._dumped_whole(whole, infos)
            return self._validated_by(made, infos.model_validators, 'outer')
        finally:
            self.classes.pop()
            self.configs.pop()
            self.spaces, self.known = outer

    def _extras(self, cls, config):
        hint = None
        for base in cls.__mro__:
            if base.__name__ == 'BaseModel' and base.__module__ == 'pydantic.main':
                break
            hint = base.__dict__.get('__annotations__', {}).get('__pydantic_extra__')
            if hint is not None:
                break
        if hint is None or config.extra != 'allow':
            return {}
        args = get_args(self.resolve(hint))
        if not args:
            return {}
        kind = args[1] if len(args) == 2 else Any
        return {} if kind is Any else {'extras_schema': self.schema(kind)}

    def _rooted(self, made, infos):
        for each in infos.root_validators.values():
            make = cs.with_info_before_validator_function if each.info.mode == 'before' else cs.with_info_after_validator_function
            made = make(each.func, made)
        return made

    def _validated_by(self, made, validators, where):
        ref = made.pop('ref', None)
        for each in validators.values():
            mode = each.info.mode
            if (where == 'inner') != (mode == 'before') and where != 'all':
                continue
            info = 'with' if takes_info(each.func, mode, 'model') else 'no'
            if mode == 'after' and not inspect.ismethod(each.func):
                pass
            made = getattr(cs, f'{info}_info_{mode}_validator_function')(each.func, made)
        if ref:
            made['ref'] = ref
        return made

    def _dumped_whole(self, made, infos):
        for each in list(infos.model_serializers.values())[-1:]:
            info = serializer_info(each.func, each.info.mode, 'model_serializer')
            kind = returned(bare(each.func), each.info.return_type)
            make = cs.plain_serializer_function_ser_schema if each.info.mode == 'plain' else cs.wrap_serializer_function_ser_schema
            made['serialization'] = make(each.func, info_arg=info, when_used=each.info.when_used,
                                         return_schema=None if kind is PydanticUndefined else self.schema(self.resolve(kind)))
        return made

    def _hints(self, cls):
        """The annotations of a class and its bases, looked up."""
        found = {}
        for base in reversed(getattr(cls, '__mro__', (cls,))):
            own = base.__dict__.get('__annotations__')
            if own:
                spaces = [*spaces_of(base), *self.spaces]
                for name, kind in own.items():
                    try:
                        found[name] = eval_type(kind, spaces)
                    except NameError as error:
                        raise PydanticUndefinedAnnotation.from_name_error(error) from error
        return found

    def _typed_dict(self, kind, cls):
        from .fields import FieldInfo

        def make():
            given = getattr(cls, '__pydantic_config__', None)
            config = Config(dict(given)) if given is not None else Config({k: v for k, v in self.config.given.items() if k != 'title'})
            self.configs.append(config)
            outer, self.known = self.known, {**self.known, **_generics.of_alias(kind)}
            infos = Infos.build(cls, False)
            try:
                fields = {}
                for name, hint in self._hints(cls).items():
                    field = FieldInfo.from_annotation(_generics.replaced(hint, self.known))
                    required = (name in cls.__required_keys__ or 'required' in field._qualifiers) and 'not_required' not in field._qualifiers
                    configured(config, name, field)
                    fields[name] = self._field('typed-dict-field', name, field, infos, required=required if field.is_required() else False)
                made = cs.typed_dict_schema(fields, cls=cls, config=config.core(cls.__name__), metadata={'typed_dict': cls})
                made = self._dumped_whole(made, infos)
                return self._validated_by(made, infos.model_validators, 'all')
            finally:
                self.configs.pop()
                self.known = outer
        return self._recursive(('dict', kind), _ref(cls), make)

    def _named_tuple(self, kind, cls):
        known = {**self.known, **_generics.of_alias(kind)}
        hints = {name: _generics.replaced(hint, known) for name, hint in self._hints(cls).items() if name in cls._fields}
        infos, fields = Infos(), []
        for name in cls._fields:
            default = cls._field_defaults.get(name, PydanticUndefined)
            hint = hints.get(name, Any)
            field = FieldInfo.from_annotation(hint) if default is PydanticUndefined else FieldInfo.from_annotated_attribute(hint, default)
            made, metadata = self._common(name, field, infos)
            fields.append({'name': name, 'schema': made, 'metadata': metadata})
        return {'type': 'named-tuple', 'cls': cls, 'fields': fields, 'ref': _ref(cls), 'metadata': {'pydantic_js_prefer_positional_arguments': True}}

    def _dataclass(self, kind, cls):
        ready = cls.__dict__.get('__pydantic_core_schema__')
        if cls.__dict__.get('__pydantic_complete__') and isinstance(ready, dict) and kind is cls:
            return ready
        return self._recursive(kind, _ref(cls), lambda: self.dataclass_schema(cls, kind))

    def dataclass_schema(self, cls, kind=None):
        from .dataclasses import fields_of, is_pydantic
        given = getattr(cls, '__pydantic_config__', None)
        config = Config(dict(given)) if given is not None else Config({k: v for k, v in self.config.given.items() if k != 'title'})
        self.configs.append(config)
        self.classes.append(cls)
        outer = self.spaces, self.known
        self.spaces = [*spaces_of(cls, getattr(cls, '__pydantic_parent_space__', None)), *self.spaces]
        self.known = {**self.known, **_generics.of_alias(kind if kind is not None else cls)}
        try:
            infos = cls.__dict__.get('__pydantic_decorators__') or Infos.build(cls, False)
            for each in infos.computed_fields.values():
                each.info.configured(config, each.cls_var_name)
            fields = fields_of(cls, self, config)
            if is_pydantic(cls):
                cls.__pydantic_fields__ = fields
            self._checks(cls, infos, fields)
            entries = []
            for name, field in fields.items():
                entries.append(self._field('dataclass-field', name, field, infos, name=name, init=field.init, init_only=field.init_var,
                                           kw_only=bool(field.kw_only)))
            post = hasattr(cls, '__post_init__')
            shape = cs.dataclass_args_schema(cls.__name__, entries, computed_fields=self._computed(infos, self.known), collect_init_only=post)
            inner = self._validated_by(self._rooted(shape, infos), infos.model_validators, 'inner')
            slots = '__slots__' in cls.__dict__
            made = cs.dataclass_schema(cls, inner, [name for name, field in fields.items() if not field.init_var], post_init=post,
                                       slots=slots, frozen=cls.__dataclass_params__.frozen, config=config.core(cls.__name__))
            _metadata(made)['model'] = cls
            made = self._dumped_whole(made, infos)
            made = self._validated_by(made, infos.model_validators, 'outer')
            return made
        finally:
            self.configs.pop()
            self.classes.pop()
            self.spaces, self.known = outer

    def call(self, function):
        """The schema of a function's arguments and of what it returns."""
        inner = function
        while type(inner).__name__ == 'partial':
            inner = inner.func
        module = sys.modules.get(getattr(inner, '__module__', ''), None)
        outer, self.spaces = self.spaces, [*self.spaces, getattr(inner, '__globals__', vars(module) if module else {})]
        try:
            arguments = self.arguments(function)
            returns = None
            if self.config.validate_return:
                kind = inspect.signature(function).return_annotation
                if kind is not inspect.Signature.empty:
                    returns = self.schema(self.resolve(kind))
            return cs.call_schema(arguments, function, function_name=getattr(inner, '__qualname__', None) and getattr(inner, '__name__', None), return_schema=returns)
        finally:
            self.spaces = outer

    def arguments(self, function):
        modes = {0: 'positional_only', 1: 'positional_or_keyword', 3: 'keyword_only'}
        made, more, infos = [], {}, Infos()
        for name, parameter in inspect.signature(function).parameters.items():
            hint = Any if parameter.annotation is inspect.Parameter.empty else self.resolve(parameter.annotation)
            if parameter.kind in modes:
                default = parameter.default
                field = FieldInfo.from_annotation(hint) if default is inspect.Parameter.empty else FieldInfo.from_annotated_attribute(hint, default)
                configured(self.config, name, field)
                schema, metadata = self._common(name, field, infos)
                if metadata:
                    schema = dict(schema)
                    _metadata(schema).update(metadata)
                alias = field.validation_alias
                made.append(cs.arguments_parameter(name, schema, mode=modes[parameter.kind], alias=alias.convert_to_aliases() if isinstance(
                    alias, (AliasChoices, AliasPath)) else alias))
            elif parameter.kind == 2:
                more['var_args_schema'] = self.schema(hint)
            else:
                if get_origin(hint) is typing.Unpack:
                    more.update(var_kwargs_schema=self.schema(get_args(hint)[0]), var_kwargs_mode='unpacked-typed-dict')
                else:
                    more.update(var_kwargs_schema=self.schema(hint), var_kwargs_mode='uniform')
        return cs.arguments_schema(made, **more)
