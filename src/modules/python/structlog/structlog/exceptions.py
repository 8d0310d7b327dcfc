"""What structlog refuses, and what drops an event."""


class DropEvent(BaseException):
    """A processor drops the event."""


class NoConsoleRendererConfiguredError(Exception):
    """There is none among the processors."""


class MultipleConsoleRenderersConfiguredError(Exception):
    """There are several among the processors."""
