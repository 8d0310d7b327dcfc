"""The description of an application, in OpenAPI."""
import copy as _copy
import inspect as _inspect
import re
from http.client import responses as _phrases

from fastapi import params as _params, routing as _routing
from fastapi._fields import choices, fields_of, is_of, is_sequence, is_subclass, model_of, without_none
from fastapi.datastructures import DefaultPlaceholder
from fastapi.encoders import jsonable_encoder
from fastapi.openapi.order import natural, ordered
from fastapi.utils import deep_dict_update, is_body_allowed_for_status_code
from pydantic import TypeAdapter
from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse

REF_PREFIX = '#/components/schemas/'
_TEMPLATE = REF_PREFIX + '{model}'
_BINARY = {'type': 'string', 'contentMediaType': 'application/octet-stream'}
_WITH_BODY = 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'
_RANGES = {'1XX': 'Information', '2XX': 'Success', '3XX': 'Redirection', '4XX': 'Client Error', '5XX': 'Server Error',
           'DEFAULT': 'Default Response'}
_ERRORS = {
    'ValidationError': {
        'title': 'ValidationError', 'type': 'object',
        'properties': {'loc': {'title': 'Location', 'type': 'array',
                               'items': {'anyOf': [{'type': 'string'}, {'type': 'integer'}]}},
                       'msg': {'title': 'Message', 'type': 'string'}, 'type': {'title': 'Error Type', 'type': 'string'},
                       'input': {'title': 'Input'}, 'ctx': {'title': 'Context', 'type': 'object'}},
        'required': ['loc', 'msg', 'type']},
    'HTTPValidationError': {
        'title': 'HTTPValidationError', 'type': 'object',
        'properties': {'detail': {'title': 'Detail', 'type': 'array',
                                  'items': {'$ref': REF_PREFIX + 'ValidationError'}}}},
}


def _binary(schema):
    """The same schema, with bytes as OpenAPI has them."""
    if isinstance(schema, list):
        return [_binary(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get('format') == 'binary' and schema.get('type') == 'string':
        schema = {**_BINARY, **{name: value for name, value in schema.items() if name not in ('type', 'format')}}
    return {name: _binary(value) for name, value in schema.items()}


def _refs(schema, rename):
    """The same schema, with other names of definitions."""
    if isinstance(schema, list):
        return [_refs(each, rename) for each in schema]
    if isinstance(schema, dict):
        return {name: REF_PREFIX + rename.get(value[len(REF_PREFIX):], value[len(REF_PREFIX):])
                if name == '$ref' and isinstance(value, str) and value.startswith(REF_PREFIX) else _refs(value, rename)
                for name, value in schema.items()}
    return schema


def _named(schema):
    """The definitions that a schema refers to."""
    if isinstance(schema, list):
        for each in schema:
            yield from _named(each)
    elif isinstance(schema, dict):
        for name, value in schema.items():
            if name == '$ref' and isinstance(value, str):
                yield value.removeprefix(REF_PREFIX)
            else:
                yield from _named(value)


def _leads_back(name, definitions):
    """Whether a definition refers to itself, directly or by others."""
    seen, left = set(), [name]
    while left:
        for each in _named(definitions.get(left.pop(), {})):
            if each == name:
                return True
            if each not in seen:
                seen.add(each)
                left.append(each)
    return False


class _Schemas:
    """Schemas of fields, and the definitions that they refer to, by what they are made for."""

    def __init__(self, separate):
        self._separate, self._made = separate, {}
        self._definitions = {'validation': {}, 'serialization': {}}

    def collect(self, field):
        if isinstance(field, _routing.BodyField):
            for each in field.fields:
                self.collect(each)
            self._definitions['validation'][field.model_name] = self._body(field)
            self._made[id(field)] = 'validation', {'$ref': REF_PREFIX + field.model_name}
            return
        mode, info = field.mode if self._separate else 'validation', field.field_info
        if is_of(UploadFile, field.annotation):
            schema = self._files(field)
        else:
            schema = _binary(field.adapter.json_schema(mode=mode, ref_template=_TEMPLATE))
            for name, definition in schema.pop('$defs', {}).items():
                if 'description' in definition:
                    definition['description'] = definition['description'].split('\f')[0]
                self._definitions[mode].setdefault(name, definition)
            if '$ref' not in schema and _is_model(field.annotation):
                name = re.sub(r'[^a-zA-Z0-9.\-_]', '_', field.annotation.__name__)
                if info.title or info.description or info.examples:
                    own = {part: getattr(info, part) for part in ('title', 'description', 'examples')}
                    schema = _binary(TypeAdapter(field.annotation).json_schema(mode=mode, ref_template=_TEMPLATE))
                    schema.pop('$defs', None)
                else:
                    own = {}
                self._definitions[mode].setdefault(name, schema)
                schema = {'$ref': REF_PREFIX + name, **{part: value for part, value in own.items() if value}}
            if 'default' not in schema and not info.is_required() and info.default_factory is None:
                schema['default'] = jsonable_encoder(info.default)
        self._made[id(field)] = mode, schema

    @staticmethod
    def _files(field):
        schema = {'items': dict(_BINARY), 'type': 'array'} if is_sequence(field.annotation) else dict(_BINARY)
        if type(None) in choices(field.annotation):
            schema = {'anyOf': [schema, {'type': 'null'}]}
        info = field.field_info
        for name in 'title', 'description':
            if getattr(info, name, None):
                schema[name] = getattr(info, name)
        if not info.is_required() and info.default is not None:
            schema['default'] = jsonable_encoder(info.default)
        return schema

    def _body(self, field):
        properties = {each.alias: {**({} if '$ref' in self._made[id(each)][1] or _is_model(without_none(each.annotation))
                                      else {'title': each.alias.replace('_', ' ').title()}), **self._made[id(each)][1]}
                      for each in field.fields}
        required = [each.alias for each in field.fields if each.field_info.is_required()]
        return {'properties': properties, 'type': 'object', **({'required': required} if required else {}),
                'title': field.model_name}

    def settle(self):
        """Gives definitions that differ by what they are for names of their own."""
        ins, outs = self._definitions['validation'], self._definitions['serialization']
        apart = {name for name in ins.keys() & outs.keys() if _leads_back(name, ins)}
        while True:
            names = [{name: f'{name}-{what}' for name in apart} for what in ('Input', 'Output')]
            more = {name for name in ins.keys() & outs.keys() - apart
                    if _refs(ins[name], names[0]) != _refs(outs[name], names[1])}
            if not more:
                break
            apart |= more
        self._names = {'validation': names[0], 'serialization': names[1]}
        return {self._names[mode].get(name, name): _refs(schema, self._names[mode])
                for mode, found in self._definitions.items() for name, schema in found.items()}

    def of(self, field, alias=None):
        mode, schema = self._made[id(field)]
        schema = dict(_refs(schema, self._names[mode]))
        if '$ref' not in schema:
            schema['title'] = field.field_info.title or (alias or (
                field.name if mode == 'serialization' and field.name.startswith('Response_') else field.alias)
            ).title().replace('_', ' ')
        return natural(schema, bool(field.field_info.title))


def _is_model(annotation):
    import dataclasses
    from enum import Enum
    from pydantic import BaseModel
    return is_subclass(annotation, (BaseModel, Enum)) or isinstance(annotation, type) and (
        dataclasses.is_dataclass(annotation))


def _flat(route):
    """The parameters of a route, those of models one by one: which kind, the field, and what it is a part of."""
    if not hasattr(route, '_parameters'):
        route._parameters = []
        dependants = [each for each, _ in route.dependant.all()]
        for kind in 'path', 'query', 'header', 'cookie':
            for dependant in dependants:
                for field in getattr(dependant, kind + '_params'):
                    model = model_of(field.annotation)
                    route._parameters += [(kind, each, field) for each in (fields_of(model) if model else [field])]
    return route._parameters


def _parameters(route, schemas):
    found = {}
    for kind, field, parent in _flat(route):
        info = field.field_info
        if not getattr(parent.field_info, 'include_in_schema', True):
            continue
        dashes = kind == 'header' and getattr(parent.field_info, 'convert_underscores', True)
        alias = field.alias
        name = alias.replace('_', '-') if dashes and alias == field.name else alias
        # A model that may be absent asks for none of its fields.
        absent = field is not parent and without_none(parent.annotation) is not parent.annotation and (
            not parent.field_info.is_required())
        parameter = {'name': name, 'in': kind, 'required': info.is_required() and not absent, 'schema': schemas.of(field, alias)}
        if info.description:
            parameter['description'] = info.description
        if getattr(info, 'openapi_examples', None):
            parameter['examples'] = jsonable_encoder(info.openapi_examples)
        elif getattr(info, 'has_example', False):
            parameter['example'] = jsonable_encoder(info.example)
        if info.deprecated:
            parameter['deprecated'] = True
        if parameter['required'] or (kind, name) not in found or not found[kind, name]['required']:
            found[kind, name] = parameter
    return list(found.values())


def _request_body(field, schemas):
    info = field.field_info
    content = {'schema': schemas.of(field)}
    if info.openapi_examples:
        content['examples'] = jsonable_encoder(info.openapi_examples)
    elif info.has_example:
        content['example'] = jsonable_encoder(info.example)
    return {**({'required': True} if info.is_required() else {}), 'content': {info.media_type: content}}


def _answer_schema(route, cls, schemas):
    if not is_subclass(cls, JSONResponse):
        return {'type': 'string'}
    return schemas.of(route.response_field) if route.response_field else {}


def _add_responses(route, cls, operation, schemas):
    status = route.status_code
    if status is None:
        status = _inspect.signature(cls.__init__).parameters['status_code'].default
    answers = operation.setdefault('responses', {})
    answer = answers.setdefault(str(status), {})
    answer['description'] = route.response_description
    if is_body_allowed_for_status_code(route.status_code):
        if route.is_json_stream:
            item = schemas.of(route.stream_item_field) if route.stream_item_field else {}
            answer['content'] = {'application/jsonl': {'itemSchema': item}}
        elif route.is_sse_stream:
            item = {'type': 'object', 'properties': {
                'data': {'type': 'string'}, 'event': {'type': 'string'}, 'id': {'type': 'string'},
                'retry': {'type': 'integer', 'minimum': 0}}}
            if route.stream_item_field:
                item['required'] = ['data']
                item['properties']['data'] = {'type': 'string', 'contentMediaType': 'application/json',
                                              'contentSchema': schemas.of(route.stream_item_field)}
            answer['content'] = {'text/event-stream': {'itemSchema': item}}
        elif cls.media_type:
            answer.setdefault('content', {}).setdefault(cls.media_type, {})['schema'] = _answer_schema(route, cls, schemas)
    for code, given in route.responses.items():
        given = _copy.deepcopy(given)
        given.pop('model', None)
        key = str(code).upper()
        known = answers.setdefault('default' if key == 'DEFAULT' else key, {})
        if code in route.response_fields:
            media = given.setdefault('content', {}).setdefault(cls.media_type or 'application/json', {})
            deep_dict_update(media.setdefault('schema', {}), schemas.of(route.response_fields[code]))
        words = _RANGES.get(key) or (_phrases.get(int(code)) if key.isdigit() else None)
        description = given.get('description') or known.get('description') or words or 'Additional Response'
        deep_dict_update(known, given)
        known['description'] = description


def _path(route, schemas, seen, schemes, definitions):
    """The operations of a route."""
    cls = route.response_class
    cls = cls.value if isinstance(cls, DefaultPlaceholder) else cls
    path = {}
    for method in route.methods:
        operation = {}
        if route.tags:
            operation['tags'] = [jsonable_encoder(tag) for tag in route.tags]
        operation['summary'] = route.summary or route.name.replace('_', ' ').title()
        if route.description:
            operation['description'] = route.description
        if route.unique_id in seen:
            import warnings
            place = getattr(route.endpoint, '__globals__', {}).get('__file__')
            warnings.warn(f'Duplicate Operation ID {route.unique_id} for function '
                          f'{getattr(route.endpoint, "__name__", "<unnamed_endpoint>")}' + (f' at {place}' if place else ''))
        seen.add(route.unique_id)
        operation['operationId'] = route.unique_id
        if route.deprecated:
            operation['deprecated'] = True
        security = {}
        for dependant, scopes in route.dependant.all():
            if dependant is not route.dependant and dependant.is_security:
                scheme = dependant.call
                schemes[scheme.scheme_name] = scheme.model.described()
                known = security.setdefault(scheme.scheme_name, [])
                known += [scope for scope in scopes if scope not in known]
        if security:
            operation['security'] = [{name: scopes} for name, scopes in security.items()]
        parameters = _parameters(route, schemas)
        if parameters:
            operation['parameters'] = parameters
        if method in _WITH_BODY and route.body_field:
            operation['requestBody'] = _request_body(route.body_field, schemas)
        if route.callbacks:
            operation['callbacks'] = {each.name: {each.path: _path(each, schemas, seen, schemes, definitions)}
                                      for each in route.callbacks if isinstance(each, _routing.APIRoute)}
        _add_responses(route, cls, operation, schemas)
        if (_flat(route) or route.body_field) and not {'422', '4XX', 'default'} & operation['responses'].keys():
            operation['responses']['422'] = {'description': 'Validation Error', 'content': {
                'application/json': {'schema': {'$ref': REF_PREFIX + 'HTTPValidationError'}}}}
            definitions.update(_copy.deepcopy(_ERRORS))
        if route.openapi_extra:
            deep_dict_update(operation, route.openapi_extra)
        path[method.lower()] = operation
    return path


def _collect(routes, schemas):
    for route in routes:
        for field in (route.body_field, route.response_field, *route.response_fields.values(), route.stream_item_field,
                      *(field for _, field, _ in _flat(route))):
            if field is not None:
                schemas.collect(field)
        _collect([each for each in route.callbacks or () if isinstance(each, _routing.APIRoute)], schemas)


def get_openapi(*, title, version, openapi_version='3.1.0', summary=None, description=None, routes, webhooks=None,
                tags=None, servers=None, terms_of_service=None, contact=None, license_info=None,
                separate_input_output_schemas=True, external_docs=None):
    info = {'title': title, 'summary': summary, 'description': description, 'termsOfService': terms_of_service,
            'contact': contact, 'license': license_info, 'version': version}
    found = {'openapi': openapi_version, 'info': {name: value for name, value in info.items() if value}}
    if servers:
        found['servers'] = servers
    schemas, seen, schemes = _Schemas(separate_input_output_schemas), set(), {}
    groups = [[route for route in _routing.iter_route_contexts(group or ())
               if isinstance(route, _routing.APIRoute) and route.include_in_schema] for group in (routes, webhooks)]
    for group in groups:
        _collect(group, schemas)
    definitions = schemas.settle()
    written = []
    for group in groups:
        written.append({})
        for route in group:
            written[-1].setdefault(route.path_format, {}).update(_path(route, schemas, seen, schemes, definitions))
    components = {}
    if definitions:
        components['schemas'] = {name: definitions[name] for name in sorted(definitions)}
    if schemes:
        components['securitySchemes'] = schemes
    found['paths'] = written[0]
    if written[1]:
        found['webhooks'] = written[1]
    if components:
        found['components'] = components
    if tags:
        found['tags'] = tags
    if external_docs:
        found['externalDocs'] = external_docs
    return jsonable_encoder(ordered(found), exclude_none=True)
