"""What is called before the wait for another attempt."""


def before_sleep_nothing(retry_state):
    pass


def before_sleep_log(logger, log_level, exc_info=False, sec_format='%.3g'):
    def log_it(state):
        if state.outcome is None or state.next_action is None:
            raise RuntimeError(f'log_it() called before {"outcome" if state.outcome is None else "next_action"} was set')
        failed = state.outcome.failed
        error = state.outcome.exception()
        came = f'raised {type(error).__name__}: {error}' if failed else f'returned {state.outcome.result()}'
        text = f'Retrying {state.get_fn_name()} in {sec_format % state.next_action.sleep} seconds as it {came}.'
        if exc_info and failed:
            import traceback
            text += '\n' + ''.join(traceback.format_exception(error)).rstrip()
        logger.log(log_level, text)

    return log_it
