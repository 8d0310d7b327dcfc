"""The signature that a model's class shows."""
from inspect import Parameter, Signature, signature


class _Factory:
    def __repr__(self):
        return '<factory>'


def signature_of(cls):
    present = list(signature(cls.__init__).parameters.values())[1:]
    names, rest = {}, None
    by_name = cls.model_config.get('populate_by_name') or cls.model_config.get('validate_by_name')
    for each in present:
        if each.kind is Parameter.VAR_KEYWORD:
            rest = each
        else:
            names[each.name] = each
    if rest is not None:
        for name, field in cls.__pydantic_fields__.items():
            shown = field.alias if isinstance(field.alias, str) and field.alias.isidentifier() else name
            if by_name:
                shown = name
            if shown in names:
                continue
            default = {} if field.is_required() else {'default': field.default if field.default_factory is None else _Factory()}
            names[shown] = Parameter(shown, Parameter.KEYWORD_ONLY, annotation=field.rebuild_annotation(), **default)
        if cls.model_config.get('extra') == 'allow':
            word = rest.name
            if len(present) == 1 and word == 'data':
                word = 'extra_data'
            while word in names:
                word += '_'
            names[word] = Parameter(word, Parameter.VAR_KEYWORD)
    return Signature(list(names.values()), return_annotation=None)
