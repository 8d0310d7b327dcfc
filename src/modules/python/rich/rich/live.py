"""Something that is shown anew while a block runs; where there is no terminal it is shown once, at the end."""
import sys
from threading import Event, RLock, Thread

from rich import get_console
from rich.console import Group, RenderHook
from rich.control import Control
from rich.file_proxy import FileProxy
from rich.live_render import LiveRender


class _RefreshThread(Thread):
    """Shows it anew so many times a second."""

    def __init__(self, live, refresh_per_second):
        self.live, self.refresh_per_second, self.done = live, refresh_per_second, Event()
        super().__init__(daemon=True)

    def stop(self):
        self.done.set()

    def run(self):
        while not self.done.wait(1 / self.refresh_per_second):
            with self.live._lock:
                if not self.done.is_set():
                    self.live.refresh()


class Live(RenderHook):
    """Shows something anew while a block runs."""

    def __init__(self, renderable=None, *, console=None, screen=False, auto_refresh=True, refresh_per_second=4, transient=False,
                 redirect_stdout=True, redirect_stderr=True, vertical_overflow='ellipsis', get_renderable=None):
        assert refresh_per_second > 0, 'refresh_per_second must be > 0'
        self._renderable, self.console = renderable, get_console() if console is None else console
        self._screen, self._alt_screen = screen, False
        self._redirects, self._replaced = {'stdout': redirect_stdout, 'stderr': redirect_stderr}, {}
        self._lock = RLock()
        self.auto_refresh, self.transient, self.refresh_per_second = auto_refresh, screen or transient, refresh_per_second
        self._started = self._nested = False
        self._refresh_thread, self.vertical_overflow, self._get_renderable = None, vertical_overflow, get_renderable
        self._live_render = LiveRender(self.get_renderable(), vertical_overflow=vertical_overflow)

    @property
    def is_started(self):
        return self._started

    def get_renderable(self):
        return (self._renderable if self._get_renderable is None else self._get_renderable()) or ''

    @property
    def renderable(self):
        """What is shown: with those that began within this one."""
        lives = self.console._live_stack
        shown = Group(*[live.get_renderable() for live in lives]) if lives and lives[0] is self else self.get_renderable()
        if not self._alt_screen:
            return shown
        from rich.screen import Screen
        return Screen(shown)

    def start(self, refresh=False):
        with self._lock:
            if self._started:
                return
            self._started = True
            if not self.console.set_live(self):
                self._nested = True
                return
            if self._screen:
                self._alt_screen = self.console.set_alt_screen(True)
            self.console.show_cursor(False)
            self._enable_redirect_io()
            self.console.push_render_hook(self)
            if refresh:
                try:
                    self.refresh()
                except Exception:
                    self.stop()
                    raise
            if self.auto_refresh:
                self._refresh_thread = _RefreshThread(self, self.refresh_per_second)
                self._refresh_thread.start()

    def stop(self):
        with self._lock:
            if not self._started:
                return
            self._started = False
            console = self.console
            console.clear_live()
            if self._nested:
                if not self.transient:
                    console.print(self.renderable)
                return
            if self.auto_refresh and self._refresh_thread is not None:
                self._refresh_thread.stop()
                self._refresh_thread = None
            self.vertical_overflow = 'visible'
            with console:
                try:
                    if not self._alt_screen:
                        self.refresh()
                finally:
                    self._disable_redirect_io()
                    console.pop_render_hook()
                    if not self._alt_screen and console.is_terminal and self._live_render.last_render_height:
                        console.line()
                    console.show_cursor(True)
                    if self._alt_screen:
                        console.set_alt_screen(False)
                    elif self.transient:
                        console.control(self._live_render.restore_cursor())

    def __enter__(self):
        self.start(refresh=self._renderable is not None)
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.stop()

    def _enable_redirect_io(self):
        if self.console.is_terminal:
            for name, wanted in self._redirects.items():
                file = getattr(sys, name)
                if wanted and not isinstance(file, FileProxy):
                    self._replaced[name] = file
                    setattr(sys, name, FileProxy(self.console, file))

    def _disable_redirect_io(self):
        for name, file in self._replaced.items():
            setattr(sys, name, file)
        self._replaced = {}

    def update(self, renderable, *, refresh=False):
        """Shows something else from now on."""
        if isinstance(renderable, str):
            renderable = self.console.render_str(renderable)
        with self._lock:
            self._renderable = renderable
            if refresh:
                self.refresh()

    def refresh(self):
        """Shows it now, if there is a terminal or it is the last time."""
        with self._lock:
            console = self.console
            self._live_render.set_renderable(self.renderable)
            if self._nested:
                if console._live_stack:
                    console._live_stack[0].refresh()
            elif console.is_terminal and not console.is_dumb_terminal or not (
                    console.is_terminal or self._started or self.transient):
                with console:
                    console.print(Control())

    def process_renderables(self, renderables):
        self._live_render.vertical_overflow = self.vertical_overflow
        if self.console.is_interactive:
            with self._lock:
                back = Control.home() if self._alt_screen else self._live_render.position_cursor()
                return [back, *renderables, self._live_render]
        if not self._started and not self.transient:
            return [*renderables, self._live_render]
        return renderables
