"""A spinner and a text for as long as something takes."""
from rich.live import Live
from rich.spinner import Spinner


class Status:
    """Shows a spinner and a text for a block; nothing of it stays."""

    def __init__(self, status, *, console=None, spinner='dots', spinner_style='status.spinner', speed=1.0,
                 refresh_per_second=12.5):
        self.status, self.spinner_style, self.speed = status, spinner_style, speed
        self._spinner = Spinner(spinner, text=status, style=spinner_style, speed=speed)
        self._live = Live(self.renderable, console=console, refresh_per_second=refresh_per_second, transient=True)

    renderable = property(lambda self: self._spinner)
    console = property(lambda self: self._live.console)

    def update(self, status=None, *, spinner=None, spinner_style=None, speed=None):
        self.status = self.status if status is None else status
        self.spinner_style = self.spinner_style if spinner_style is None else spinner_style
        self.speed = self.speed if speed is None else speed
        if spinner is None:
            self._spinner.update(text=self.status, style=self.spinner_style, speed=self.speed)
        else:
            self._spinner = Spinner(spinner, text=self.status, style=self.spinner_style, speed=self.speed)
            self._live.update(self.renderable, refresh=True)

    def start(self):
        self._live.start()

    def stop(self):
        self._live.stop()

    def __rich__(self):
        return self.renderable

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.stop()
