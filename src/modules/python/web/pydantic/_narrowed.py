"""Copies of models with parts of what they hold."""
from pydantic_core._inferred import chosen


def narrow(model, include, exclude):
    """Takes from a copy, and from copies of what is below it, what is not to be included."""
    for name, value in list(model.__dict__.items()):
        here, inner, outer = chosen(name, include, exclude)
        if here:
            model.__dict__[name] = _part(value, inner, outer)
        else:
            del model.__dict__[name]
            model.__pydantic_fields_set__.discard(name)


def _part(value, include, exclude):
    if include is None and exclude is None:
        return value
    if hasattr(value, '__pydantic_fields_set__'):
        made = value.model_copy()
        narrow(made, include, exclude)
        return made
    if isinstance(value, dict):
        found = ((key, each, chosen(key, include, exclude)) for key, each in value.items())
        return {key: _part(each, inner, outer) for key, each, (here, inner, outer) in found if here}
    if isinstance(value, (list, tuple)):
        size = len(value)
        include, exclude = (_from_start(rule, size) for rule in (include, exclude))
        found = ((each, chosen(at, include, exclude)) for at, each in enumerate(value))
        return type(value)([_part(each, inner, outer) for each, (here, inner, outer) in found if here])
    return value


def _from_start(rule, size):
    if isinstance(rule, dict):
        return {at + size if isinstance(at, int) and at < 0 else at: below for at, below in rule.items()}
    return rule if rule is None else {at + size if isinstance(at, int) and at < 0 else at for at in rule}
