"""What the program wants called whenever a process is forked (`os.register_at_fork`)."""
import _frames

# By the moment of the call. A forked process begins with what its parent had.
hooks = {'before': [], 'after_in_child': [], 'after_in_parent': []}


def register_at_fork(*args, **functions):
    if args:
        raise TypeError('register_at_fork() takes no positional arguments')
    given = {when: functions.pop(when) for when in hooks if when in functions}
    if functions:
        raise TypeError(f'register_at_fork() got an unexpected keyword argument {next(iter(functions))!r}')
    if not given:
        raise TypeError('At least one argument is required.')
    for when, function in given.items():
        if not callable(function):
            raise TypeError(f'{when!r} must be callable, not {type(function).__name__}')
    for when, function in given.items():
        hooks[when].append(function)


def call(when):
    """Calls them in the order of registration; before the fork, the latest first. What one raises is told of only."""
    functions = hooks[when]
    for function in functions[::-1] if when == 'before' else functions[:]:
        try:
            function()
        except BaseException as error:
            _frames.unraisable(error, function)
