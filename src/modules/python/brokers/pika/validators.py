"""Checks of arguments."""


def require_string(value, value_name):
    if not isinstance(value, str):
        raise TypeError(f'{value_name} must be a str or unicode str, but got {value!r}')


def require_callback(callback, callback_name='callback'):
    if not callable(callback):
        raise TypeError(f'callback {callback_name} must be callable, but got {callback!r}')


def rpc_completion_callback(callback):
    """Whether no answer is waited for."""
    if callback is not None and not callable(callback):
        raise TypeError('completion callback must be callable if not None')
    return callback is None


def zero_or_greater(name, value):
    if int(value) < 0:
        raise ValueError(f'{name} must be >= 0, but got {value}')
