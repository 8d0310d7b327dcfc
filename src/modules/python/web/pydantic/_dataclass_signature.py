"""The signature that a dataclass shows."""
from inspect import Parameter, Signature


from ._signature import _Factory


def signature_of(cls):
    found = []
    for name, field in cls.__pydantic_fields__.items():
        if field.init is False:
            continue
        shown = field.alias if isinstance(field.alias, str) and field.alias.isidentifier() else name
        default = {} if field.is_required() else {'default': field.default if field.default_factory is None else _Factory()}
        kind = Parameter.KEYWORD_ONLY if field.kw_only else Parameter.POSITIONAL_OR_KEYWORD
        found.append(Parameter(shown, kind, annotation=field.annotation, **default))
    found.sort(key=lambda each: each.kind)
    try:
        return Signature(found, return_annotation=None)
    except ValueError:
        return Signature([each.replace(kind=Parameter.KEYWORD_ONLY) for each in found], return_annotation=None)
