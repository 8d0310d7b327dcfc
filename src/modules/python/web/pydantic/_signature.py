"""The signature that a model's class shows."""
from inspect import Parameter, Signature, signature
from keyword import iskeyword


class _Factory:
    def __repr__(self):
        return '<factory>'


def _is_name(word):
    return word.isidentifier() and not iskeyword(word)


def signature_of(cls):
    present = list(signature(cls.__init__).parameters.values())[1:]
    names, rest = {}, None
    config = cls.model_config
    by_alias, more = config.get('populate_by_name') or config.get('validate_by_alias') is not False, config.get('extra') == 'allow'
    for each in present:
        if each.kind is Parameter.VAR_KEYWORD:
            rest = each
        else:
            names[each.name] = each
    if rest is not None:
        for name, field in cls.__pydantic_fields__.items():
            shown = name
            if by_alias:
                shown = next((alias for alias in (field.alias, field.validation_alias) if isinstance(alias, str) and _is_name(alias)), name)
            if shown in names or name in names:
                continue
            if not _is_name(shown):
                more = True
                continue
            default = {} if field.is_required() else {'default': field.default if field.default_factory is None else _Factory()}
            names[shown] = Parameter(shown, Parameter.KEYWORD_ONLY, annotation=field.rebuild_annotation(), **default)
        if more:
            word = rest.name
            if len(present) == 1 and word == 'data':
                word = 'extra_data'
            while word in names or word in cls.__pydantic_fields__:
                word += '_'
            names[word] = rest.replace(name=word)
    return Signature(list(names.values()), return_annotation=None)
