"""Levels and their numbers."""
NAME_TO_LEVEL = {'critical': 50, 'exception': 40, 'error': 40, 'warn': 30, 'warning': 30, 'info': 20, 'debug': 10, 'notset': 0}
LEVEL_TO_NAME = {level: name for name, level in NAME_TO_LEVEL.items() if name not in ('warn', 'exception', 'notset')}


def add_log_level(logger, method_name, event_dict):
    """The level."""
    event_dict['level'] = {'warn': 'warning', 'exception': 'error'}.get(method_name, method_name)
    return event_dict
