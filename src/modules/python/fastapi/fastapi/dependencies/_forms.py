"""Forms that are one of several models."""
from functools import partial
from typing import Annotated, Union, get_args, get_origin

from fastapi._fields import choices, is_subclass, model_of
from pydantic import BaseModel, BeforeValidator, Tag
from starlette.datastructures import FormData


def models_of(annotation):
    """The models that a form may be; none: it has a parameter's value under its name."""
    model = model_of(annotation)
    if model is not None:
        return [model]
    found = [_plain(each) for each in choices(annotation) if each is not type(None)]
    return found if len(found) > 1 and all(is_subclass(each, BaseModel) for each in found) else []


def _plain(annotation):
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def by_models(annotation, values_of):
    """The union with each model reading the form its own way: a name that is there several times is no list for all of them."""
    found = []
    for each in choices(annotation):
        if each is not type(None):
            metadata = get_args(each)[1:] if get_origin(each) is Annotated else ()
            model = _plain(each)
            tag = next((one for one in reversed(metadata) if isinstance(one, Tag)), Tag(model.__name__))
            each = Annotated[each, BeforeValidator(partial(_read, model=model, values_of=values_of)), tag]
        found.append(each)
    return Union[tuple(found)]


def _read(value, model, values_of):
    if not isinstance(value, dict):
        return value
    pairs = [(name, item) for name, items in value.items() for item in (items if isinstance(items, list) else [items])]
    return values_of(model, FormData(pairs))
