"""What is called before and after attempts; above all, logging."""
import functools


def callback_name(function):
    parts = [] if getattr(function, '__module__', None) is None else [function.__module__]
    if isinstance(function, functools.partial):
        return callback_name(function.func)
    name = getattr(function, '__qualname__', None) or getattr(type(function), '__qualname__', '')
    return '.'.join([*parts, name])


def _ordinal(number):
    if 11 <= number % 100 <= 13:
        return f'{number}th'
    return f'{number}{ {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")}'


def before_nothing(retry_state):
    pass


after_nothing = before_sleep_nothing = before_nothing


def before_log(logger, log_level):
    def log_it(state):
        logger.log(log_level, f"Starting call to '{state.get_fn_name()}', this is the {_ordinal(state.attempt_number)} time calling it.")

    return log_it


def after_log(logger, log_level, sec_format='%.3g'):
    def log_it(state):
        seconds = state.seconds_since_start
        logger.log(log_level, f"Finished call to '{state.get_fn_name()}' after {'?' if seconds is None else sec_format % seconds}(s), "
                              f'this was the {_ordinal(state.attempt_number)} time calling it.')

    return log_it


def before_sleep_log(logger, log_level, exc_info=False, sec_format='%.3g'):
    def log_it(state):
        failed = state.outcome.failed
        error = state.outcome.exception()
        came = f'raised {type(error).__name__}: {error}' if failed else f'returned {state.outcome.result()}'
        text = f'Retrying {state.get_fn_name()} in {sec_format % state.next_action.sleep} seconds as it {came}.'
        if exc_info and failed:
            import traceback
            text += '\n' + ''.join(traceback.format_exception(error)).rstrip()
        logger.log(log_level, text)

    return log_it
