"""In place of `test.support.logging_helper`."""
import logging.handlers


class TestHandler(logging.handlers.BufferingHandler):
    """Keeps the fields of each record."""

    def __init__(self, matcher):
        super().__init__(0)
        self.matcher = matcher

    def shouldFlush(self, record):
        return False

    def emit(self, record):
        self.format(record)
        self.buffer.append(vars(record))

    def matches(self, **wanted):
        return any(self.matcher.matches(fields, **wanted) for fields in self.buffer)
