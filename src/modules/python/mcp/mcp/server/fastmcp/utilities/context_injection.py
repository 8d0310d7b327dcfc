import inspect
import typing


def find_context_parameter(fn):
    """The name of the parameter whose type is Context, or one of whose types is."""
    from mcp.server.fastmcp.server import Context
    try:
        hints = typing.get_type_hints(fn)
    except Exception:
        return None
    for name, hint in hints.items():
        kinds = [hint, *(typing.get_args(hint) if typing.get_origin(hint) is not None else ())]
        if any(inspect.isclass(kind) and issubclass(kind, Context) for kind in kinds):
            return name
    return None


def inject_context(fn, kwargs, context, context_kwarg):
    return kwargs if context is None or context_kwarg is None else {**kwargs, context_kwarg: context}
