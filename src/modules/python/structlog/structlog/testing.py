"""What programs' tests use."""
from contextlib import contextmanager

from structlog._config import configure, get_config
from structlog._levels import add_log_level
from structlog._output import ReturnLogger, ReturnLoggerFactory
from structlog.exceptions import DropEvent


class LogCapture:
    """Keeps events."""

    def __init__(self):
        self.entries = []

    def __call__(self, _, method_name, event_dict):
        event_dict['log_level'] = add_log_level(None, method_name, {})['level']
        self.entries.append(event_dict)
        raise DropEvent


@contextmanager
def capture_logs(processors=()):
    """Keeps the events of a block."""
    kept = LogCapture()
    used = get_config()['processors']
    before = used.copy()
    try:
        used.clear()
        used.extend([*processors, kept])
        configure(processors=used)
        yield kept.entries
    finally:
        used.clear()
        used.extend(before)
        configure(processors=used)
