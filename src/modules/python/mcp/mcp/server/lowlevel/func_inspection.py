import inspect
from typing import get_type_hints


def create_call_wrapper(func, request_type):
    """How a handler is called that may want the request, which it says with the type of a parameter that has no default."""
    try:
        parameters, hints = inspect.signature(func).parameters, get_type_hints(func)
    except (ValueError, TypeError, NameError):
        return lambda request: func()
    takers = [each for each in parameters.values() if hints.get(each.name) == request_type]
    taker = next((each for each in takers if each.kind is each.POSITIONAL_ONLY), next(iter(takers), None))
    if taker is None or taker.default is not taker.empty:
        return lambda request: func()
    if taker.kind is taker.POSITIONAL_ONLY:
        return lambda request: func(request)
    return lambda request: func(**{taker.name: request})
