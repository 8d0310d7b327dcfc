"""Questions to the person behind the client, with answers of a model's form."""
from collections.abc import Sequence
from types import UnionType
from typing import Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

ElicitSchemaModelT = TypeVar('ElicitSchemaModelT', bound=BaseModel)
_PLAIN = (str, int, float, bool)


class AcceptedElicitation(BaseModel, Generic[ElicitSchemaModelT]):
    action: Literal['accept'] = 'accept'
    data: ElicitSchemaModelT


class DeclinedElicitation(BaseModel):
    action: Literal['decline'] = 'decline'


class CancelledElicitation(BaseModel):
    action: Literal['cancel'] = 'cancel'


class AcceptedUrlElicitation(BaseModel):
    action: Literal['accept'] = 'accept'


ElicitationResult = AcceptedElicitation[ElicitSchemaModelT] | DeclinedElicitation | CancelledElicitation
UrlElicitationResult = AcceptedUrlElicitation | DeclinedElicitation | CancelledElicitation


def _texts(kind):
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Sequence) and get_args(kind) == (str,)


def _is_plain(kind):
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return all(each in (*_PLAIN, type(None)) or _texts(each) for each in kinds)


def _check(schema):
    for name, field in schema.model_fields.items():
        if field.annotation is not None and not _is_plain(field.annotation):
            raise TypeError(f"Elicitation schema field '{name}' must be a primitive type {_PLAIN}, a sequence of strings (list[str], etc.), "
                            'or Optional of these types. Nested models and complex types are not allowed.')


def _not_accepted(action):
    if action == 'decline':
        return DeclinedElicitation()
    if action == 'cancel':
        return CancelledElicitation()
    raise ValueError(f'Unexpected elicitation action: {action}')


async def elicit_with_validation(session, message, schema, related_request_id=None):
    _check(schema)
    result = await session.elicit_form(message=message, requestedSchema=schema.model_json_schema(), related_request_id=related_request_id)
    if result.action == 'accept' and result.content is not None:
        return AcceptedElicitation(data=schema.model_validate(result.content))
    return _not_accepted(result.action)


async def elicit_url(session, message, url, elicitation_id, related_request_id=None):
    result = await session.elicit_url(message=message, url=url, elicitation_id=elicitation_id, related_request_id=related_request_id)
    return AcceptedUrlElicitation() if result.action == 'accept' else _not_accepted(result.action)
