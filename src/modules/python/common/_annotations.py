"""Annotations as signatures write them."""
_GenericAlias = type(list[int])


def written(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        before, *words = repr(annotation).split('typing.')
        text = before
        for word in words:
            # That of a longer name stays.
            text += word if not text or not (text[-1].isalnum() or text[-1] in '_.') else f'typing.{word}'
        return text
    if isinstance(annotation, _GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)
