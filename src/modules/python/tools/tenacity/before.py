"""What is called before an attempt."""
from tenacity._utils import to_ordinal


def before_nothing(retry_state):
    pass


def before_log(logger, log_level):
    def log_it(state):
        logger.log(log_level, f"Starting call to '{state.get_fn_name()}', this is the {to_ordinal(state.attempt_number)} time calling it.")

    return log_it
