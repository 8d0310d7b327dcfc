"""Bars of what is done of several tasks."""
from abc import ABC, abstractmethod
from collections import deque, namedtuple
from math import ceil
from operator import length_hint
from threading import Event, RLock, Thread
from rich import filesize, get_console
from rich.console import Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Column, Table
from rich.text import Text

from rich._progress_columns import (BarColumn, DownloadColumn, FileSizeColumn, MofNCompleteColumn, ProgressColumn,
                                    RenderableColumn, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn,
                                    TimeRemainingColumn, TotalFileSizeColumn, TransferSpeedColumn)

TaskID = int
ProgressSample = namedtuple('ProgressSample', 'timestamp completed')
_SAMPLES = 1000


class Task:
    """Something of which more and more is done."""

    def __init__(self, id, description, total, completed, _get_time, finished_time=None, visible=True, fields=None,
                 finished_speed=None, _lock=None):
        self.id, self.description, self.total, self.completed = id, description, total, completed
        self._get_time, self.finished_time, self.visible = _get_time, finished_time, visible
        self.fields, self.start_time, self.stop_time = {} if fields is None else fields, None, None
        self.finished_speed, self._progress, self._lock = finished_speed, deque(maxlen=_SAMPLES), _lock or RLock()

    def __repr__(self):
        told = 'id', 'description', 'total', 'completed', '_get_time', 'finished_time', 'visible', 'fields', 'finished_speed'
        return f'Task({", ".join(f"{name}={getattr(self, name)!r}" for name in told)})'

    def get_time(self):
        return self._get_time()

    @property
    def started(self):
        return self.start_time is not None

    @property
    def finished(self):
        return self.finished_time is not None

    @property
    def remaining(self):
        return None if self.total is None else self.total - self.completed

    @property
    def elapsed(self):
        if self.start_time is None:
            return None
        return (self.get_time() if self.stop_time is None else self.stop_time) - self.start_time

    @property
    def percentage(self):
        return min(100.0, max(0.0, self.completed / self.total * 100.0)) if self.total else 0.0

    @property
    def speed(self):
        """How much is done a second, by the last samples."""
        with self._lock:
            samples = self._progress
            if self.start_time is None or not samples:
                return None
            time = samples[-1].timestamp - samples[0].timestamp
            if time == 0:
                return None
            return sum([sample.completed for sample in samples][1:]) / time

    @property
    def time_remaining(self):
        if self.finished:
            return 0.0
        speed, remaining = self.speed, self.remaining
        return ceil(remaining / speed) if speed and remaining is not None else None

    def _reset(self):
        self._progress.clear()
        self.finished_time = self.finished_speed = None


class _TrackThread(Thread):
    """Tells a progress now and then how much of a sequence has been gone through."""

    def __init__(self, progress, task_id, update_period):
        self.progress, self.task_id, self.update_period = progress, task_id, update_period
        self.done, self.completed = Event(), 0
        super().__init__(daemon=True)

    def run(self):
        told = 0
        while not self.done.wait(self.update_period) and self.progress.live.is_started:
            completed = self.completed
            if told != completed:
                self.progress.advance(self.task_id, completed - told)
                told = completed
        self.progress.update(self.task_id, completed=self.completed, refresh=True)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.done.set()
        self.join()


class Progress:
    """Shows the bars of tasks while a block runs."""

    def __init__(self, *columns, console=None, auto_refresh=True, refresh_per_second=10, speed_estimate_period=30.0,
                 transient=False, redirect_stdout=True, redirect_stderr=True, get_time=None, disable=False, expand=False):
        assert refresh_per_second > 0, 'refresh_per_second must be > 0'
        self._lock, self.columns = RLock(), columns or self.get_default_columns()
        self.speed_estimate_period, self.disable, self.expand = speed_estimate_period, disable, expand
        self._tasks, self._task_index = {}, 0
        self.live = Live(console=console or get_console(), auto_refresh=auto_refresh, refresh_per_second=refresh_per_second,
                         transient=transient, redirect_stdout=redirect_stdout, redirect_stderr=redirect_stderr,
                         get_renderable=self.get_renderable)
        self.get_time = get_time or self.console.get_time
        self.print, self.log = self.console.print, self.console.log

    @classmethod
    def get_default_columns(cls):
        return TextColumn('[progress.description]{task.description}'), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()

    @property
    def console(self):
        return self.live.console

    @property
    def tasks(self):
        with self._lock:
            return list(self._tasks.values())

    @property
    def task_ids(self):
        with self._lock:
            return list(self._tasks)

    @property
    def finished(self):
        with self._lock:
            return all([task.finished for task in self._tasks.values()])

    def start(self):
        if not self.disable:
            self.live.start(refresh=True)

    def stop(self):
        if not self.disable:
            self.live.stop()
            if not self.console.is_interactive:
                self.console.print()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.stop()

    def track(self, sequence, total=None, completed=0, task_id=None, description='Working...', update_period=0.1):
        """Goes through a sequence and shows how far it is."""
        if total is None:
            total = float(length_hint(sequence)) or None
        if task_id is None:
            task_id = self.add_task(description, total=total, completed=completed)
        else:
            self.update(task_id, total=total, completed=completed)
        if self.live.auto_refresh:
            with _TrackThread(self, task_id, update_period) as told:
                for value in sequence:
                    yield value
                    told.completed += 1
        else:
            for value in sequence:
                yield value
                self.advance(task_id, 1)
                self.refresh()

    def wrap_file(self, file, total=None, *, task_id=None, description='Reading...'):
        """A file of which is shown how much has been read."""
        if total is None and task_id is not None:
            with self._lock:
                total = self._tasks[task_id].total
        if total is None:
            raise ValueError("unable to get the total number of bytes, please specify 'total'")
        from rich._progress_files import Reader
        return Reader(file, self, self._file_task(task_id, description, total), close_handle=False)

    def open(self, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, *, total=None, task_id=None,
             description='Reading...'):
        """Opens a file of which is shown how much has been read."""
        from rich._progress_files import opened, total_of
        if ''.join(sorted(mode)) not in ('br', 'rt', 'r'):
            raise ValueError(f'invalid mode {mode!r}')
        total = total_of(file) if total is None else total
        return opened(self, self._file_task(task_id, description, total), file, mode, buffering, encoding, errors, newline)

    def _file_task(self, task_id, description, total):
        if task_id is None:
            return self.add_task(description, total=total)
        self.update(task_id, total=total)
        return task_id

    def start_task(self, task_id):
        with self._lock:
            task = self._tasks[task_id]
            if task.start_time is None:
                task.start_time = self.get_time()

    def stop_task(self, task_id):
        with self._lock:
            task, now = self._tasks[task_id], self.get_time()
            if task.start_time is None:
                task.start_time = now
            task.stop_time = now

    def _forget_old_samples(self, task, now):
        while task._progress and task._progress[0].timestamp < now - self.speed_estimate_period:
            task._progress.popleft()

    def update(self, task_id, *, total=None, completed=None, advance=None, description=None, visible=None, refresh=False,
               **fields):
        """Says what has changed of a task."""
        with self._lock:
            task = self._tasks[task_id]
            before = task.completed
            if total is not None and total != task.total:
                task.total = total
                task._reset()
            if advance is not None:
                task.completed += advance
            if completed is not None:
                task.completed = completed
            if description is not None:
                task.description = description
            if visible is not None:
                task.visible = visible
            task.fields.update(fields)
            now = self.get_time()
            self._forget_old_samples(task, now)
            if task.completed > before:
                task._progress.append(ProgressSample(now, task.completed - before))
            if task.total is not None and task.completed >= task.total and task.finished_time is None:
                task.finished_time = task.elapsed
        if refresh:
            self.refresh()

    def reset(self, task_id, *, start=True, total=None, completed=0, visible=None, description=None, **fields):
        """Begins a task anew."""
        now = self.get_time()
        with self._lock:
            task = self._tasks[task_id]
            task._reset()
            task.start_time, task.completed = now if start else None, completed
            if total is not None:
                task.total = total
            if visible is not None:
                task.visible = visible
            if fields:
                task.fields = fields
            if description is not None:
                task.description = description
        self.refresh()

    def advance(self, task_id, advance=1):
        """Says that so much more of a task is done."""
        now = self.get_time()
        with self._lock:
            task = self._tasks[task_id]
            before = task.completed
            task.completed += advance
            self._forget_old_samples(task, now)
            task._progress.append(ProgressSample(now, task.completed - before))
            if task.total is not None and task.completed >= task.total and task.finished_time is None:
                task.finished_time, task.finished_speed = task.elapsed, task.speed

    def refresh(self):
        if not self.disable and self.live.is_started:
            self.live.refresh()

    def get_renderable(self):
        return Group(*self.get_renderables())

    def get_renderables(self):
        yield self.make_tasks_table(self.tasks)

    def make_tasks_table(self, tasks):
        columns = [Column(no_wrap=True) if isinstance(column, str) else column.get_table_column().copy()
                   for column in self.columns]
        table = Table.grid(*columns, padding=(0, 1), expand=self.expand)
        for task in tasks:
            if task.visible:
                table.add_row(*[column.format(task=task) if isinstance(column, str) else column(task)
                                for column in self.columns])
        return table

    def __rich__(self):
        with self._lock:
            return self.get_renderable()

    def add_task(self, description, start=True, total=100.0, completed=0, visible=True, **fields):
        """Adds a task; gives the number that it goes by."""
        with self._lock:
            number = self._task_index
            self._tasks[number] = Task(number, description, total, completed, visible=visible, fields=fields,
                                       _get_time=self.get_time, _lock=self._lock)
            if start:
                self.start_task(number)
            self._task_index += 1
        self.refresh()
        return number

    def remove_task(self, task_id):
        with self._lock:
            del self._tasks[task_id]


def _columns(description, bar, *more):
    heading = [TextColumn('[progress.description]{task.description}')] if description else []
    return [*heading, BarColumn(**bar), *more]


def track(sequence, description='Working...', total=None, completed=0, auto_refresh=True, console=None, transient=False,
          get_time=None, refresh_per_second=10, style='bar.back', complete_style='bar.complete', finished_style='bar.finished',
          pulse_style='bar.pulse', update_period=0.1, disable=False, show_speed=True):
    """Goes through a sequence and shows a bar of how far it is."""
    bar = {'style': style, 'complete_style': complete_style, 'finished_style': finished_style, 'pulse_style': pulse_style}
    columns = _columns(description, bar, TaskProgressColumn(show_speed=show_speed), TimeRemainingColumn(elapsed_when_finished=True))
    progress = Progress(*columns, auto_refresh=auto_refresh, console=console, transient=transient, get_time=get_time,
                        refresh_per_second=refresh_per_second or 10, disable=disable)
    with progress:
        yield from progress.track(sequence, total=total, completed=completed, description=description,
                                  update_period=update_period)


def _for_file(description, auto_refresh, console, transient, get_time, refresh_per_second, disable, bar):
    return Progress(*_columns(description, bar, DownloadColumn(), TimeRemainingColumn()), auto_refresh=auto_refresh,
                    console=console, transient=transient, get_time=get_time, refresh_per_second=refresh_per_second or 10,
                    disable=disable)


def wrap_file(file, total, *, description='Reading...', auto_refresh=True, console=None, transient=False, get_time=None,
              refresh_per_second=10, style='bar.back', complete_style='bar.complete', finished_style='bar.finished',
              pulse_style='bar.pulse', disable=False):
    """A block in which a bar shows how much of a file has been read."""
    from rich._progress_files import ReadContext
    bar = {'style': style, 'complete_style': complete_style, 'finished_style': finished_style, 'pulse_style': pulse_style}
    progress = _for_file(description, auto_refresh, console, transient, get_time, refresh_per_second, disable, bar)
    return ReadContext(progress, progress.wrap_file(file, total=total, description=description))


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, *, total=None, description='Reading...',
         auto_refresh=True, console=None, transient=False, get_time=None, refresh_per_second=10, style='bar.back',
         complete_style='bar.complete', finished_style='bar.finished', pulse_style='bar.pulse', disable=False):
    """Opens a file for a block in which a bar shows how much of it has been read."""
    from rich._progress_files import ReadContext
    bar = {'style': style, 'complete_style': complete_style, 'finished_style': finished_style, 'pulse_style': pulse_style}
    progress = _for_file(description, auto_refresh, console, transient, get_time, refresh_per_second, disable, bar)
    return ReadContext(progress, progress.open(file, mode, buffering, encoding, errors, newline, total=total,
                                               description=description))
