"""What is called after an attempt that is not the last."""
from tenacity._utils import to_ordinal


def after_nothing(retry_state):
    pass


def after_log(logger, log_level, sec_format='%.3g'):
    def log_it(state):
        seconds = state.seconds_since_start
        logger.log(log_level, f"Finished call to '{state.get_fn_name()}' after {'?' if seconds is None else sec_format % seconds}(s), "
                              f'this was the {to_ordinal(state.attempt_number)} time calling it.')

    return log_it
