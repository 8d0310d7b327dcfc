"""Columns of a display of progress."""
from abc import ABC, abstractmethod
from rich import filesize
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Column
from rich.text import Text

__name__ = 'rich.progress'  # where what is here is said to be  #: in rich/progress.py

_SPEED_UNITS = ['', '×10³', '×10⁶', '×10⁹', '×10¹²']


class ProgressColumn(ABC):
    """A column of a progress: what it shows of a task."""
    max_refresh = None

    def __init__(self, table_column=None):
        self._table_column, self._shown = table_column, {}

    def get_table_column(self):
        return self._table_column or Column()

    def __call__(self, task):
        now = task.get_time()
        if self.max_refresh is not None and not task.completed and task.id in self._shown:
            since, shown = self._shown[task.id]
            if since + self.max_refresh > now:
                return shown
        shown = self.render(task)
        self._shown[task.id] = now, shown
        return shown

    @abstractmethod
    def render(self, task):
        """What is shown of a task."""


class RenderableColumn(ProgressColumn):
    """Shows the same for all tasks."""

    def __init__(self, renderable='', *, table_column=None):
        self.renderable = renderable
        super().__init__(table_column)

    def render(self, task):
        return self.renderable


class SpinnerColumn(ProgressColumn):
    """Something that turns until a task is done."""

    def __init__(self, spinner_name='dots', style='progress.spinner', speed=1.0, finished_text=' ', table_column=None):
        self.set_spinner(spinner_name, style, speed)
        self.finished_text = Text.from_markup(finished_text) if isinstance(finished_text, str) else finished_text
        super().__init__(table_column)

    def set_spinner(self, spinner_name, spinner_style='progress.spinner', speed=1.0):
        self.spinner = Spinner(spinner_name, style=spinner_style, speed=speed)

    def render(self, task):
        return self.finished_text if task.finished else self.spinner.render(task.get_time())


class TextColumn(ProgressColumn):
    """A text with what a task has: `{task.description}`."""

    def __init__(self, text_format, style='none', justify='left', markup=True, highlighter=None, table_column=None):
        self.text_format, self.style, self.justify, self.markup = text_format, style, justify, markup
        self.highlighter = highlighter
        super().__init__(table_column or Column(no_wrap=True))

    def _shown_as(self, layout, task):
        written = layout.format(task=task)
        if self.markup:
            text = Text.from_markup(written, style=self.style, justify=self.justify)
        else:
            text = Text(written, style=self.style, justify=self.justify)
        if self.highlighter:
            self.highlighter.highlight(text)
        return text

    def render(self, task):
        return self._shown_as(self.text_format, task)


class BarColumn(ProgressColumn):
    """The bar."""

    def __init__(self, bar_width=40, style='bar.back', complete_style='bar.complete', finished_style='bar.finished',
                 pulse_style='bar.pulse', table_column=None):
        self.bar_width, self.style, self.complete_style = bar_width, style, complete_style
        self.finished_style, self.pulse_style = finished_style, pulse_style
        super().__init__(table_column)

    def render(self, task):
        return ProgressBar(
            total=None if task.total is None else max(0, task.total), completed=max(0, task.completed),
            width=None if self.bar_width is None else max(1, self.bar_width), pulse=not task.started,
            animation_time=task.get_time(), style=self.style, complete_style=self.complete_style,
            finished_style=self.finished_style, pulse_style=self.pulse_style)


def _clock(seconds):
    """Hours, minutes and seconds."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds


class TimeElapsedColumn(ProgressColumn):
    """How long a task has taken."""

    def render(self, task):
        elapsed = task.finished_time if task.finished else task.elapsed
        if elapsed is None:
            return Text('-:--:--', style='progress.elapsed')
        from datetime import timedelta
        return Text(str(timedelta(seconds=max(0, int(elapsed)))), style='progress.elapsed')


class TaskProgressColumn(TextColumn):
    """How much of a task is done, in percent; or how fast, where nobody knows how much there is to do."""

    def __init__(self, text_format='[progress.percentage]{task.percentage:>3.0f}%', text_format_no_percentage='', style='none',
                 justify='left', markup=True, highlighter=None, table_column=None, show_speed=False):
        self.text_format_no_percentage, self.show_speed = text_format_no_percentage, show_speed
        super().__init__(text_format, style, justify, markup, highlighter, table_column)

    @classmethod
    def render_speed(cls, speed):
        if speed is None:
            return Text('', style='progress.percentage')
        unit, suffix = filesize.pick_unit_and_suffix(int(speed), _SPEED_UNITS, 1000)
        return Text(f'{speed / unit:.1f}{suffix} it/s', style='progress.percentage')

    def render(self, task):
        if task.total is None and self.show_speed:
            return self.render_speed(task.finished_speed or task.speed)
        return self._shown_as(self.text_format_no_percentage if task.total is None else self.text_format, task)


class TimeRemainingColumn(ProgressColumn):
    """How long a task will take."""
    max_refresh = 0.5

    def __init__(self, compact=False, elapsed_when_finished=False, table_column=None):
        self.compact, self.elapsed_when_finished = compact, elapsed_when_finished
        super().__init__(table_column)

    def render(self, task):
        time, style = task.time_remaining, 'progress.remaining'
        if self.elapsed_when_finished and task.finished:
            time, style = task.finished_time, 'progress.elapsed'
        if task.total is None:
            return Text('', style=style)
        if time is None:
            return Text('--:--' if self.compact else '-:--:--', style=style)
        hours, minutes, seconds = _clock(int(time))
        short = self.compact and not hours
        return Text(f'{minutes:02d}:{seconds:02d}' if short else f'{hours:d}:{minutes:02d}:{seconds:02d}', style=style)


class FileSizeColumn(ProgressColumn):
    """How many bytes are done."""

    def render(self, task):
        return Text(filesize.decimal(int(task.completed)), style='progress.filesize')


class TotalFileSizeColumn(ProgressColumn):
    """How many bytes there are."""

    def render(self, task):
        return Text('' if task.total is None else filesize.decimal(int(task.total)), style='progress.filesize.total')


class MofNCompleteColumn(ProgressColumn):
    """How many are done of how many."""

    def __init__(self, separator='/', table_column=None):
        self.separator = separator
        super().__init__(table_column)

    def render(self, task):
        total = '?' if task.total is None else str(int(task.total))
        return Text(f'{int(task.completed):{len(total)}d}{self.separator}{total}', style='progress.download')


class DownloadColumn(ProgressColumn):
    """How many bytes are done of how many, in one unit."""

    def __init__(self, binary_units=False, table_column=None):
        self.binary_units = binary_units
        super().__init__(table_column)

    def render(self, task):
        done, total = int(task.completed), None if task.total is None else int(task.total)
        middle, base = ('iB', 1024) if self.binary_units else ('B', 1000)
        units = ['bytes'] + [('k' if letter == 'K' and base == 1000 else letter) + middle for letter in 'KMGTPEZY']
        unit, suffix = filesize.pick_unit_and_suffix(done if total is None else total, units, base)
        digits = 0 if unit == 1 else 1
        of = '?' if total is None else f'{total / unit:,.{digits}f}'
        return Text(f'{done / unit:,.{digits}f}/{of} {suffix}', style='progress.download')


class TransferSpeedColumn(ProgressColumn):
    """How many bytes a second are done."""

    def render(self, task):
        speed = task.finished_speed or task.speed
        return Text('?' if speed is None else f'{filesize.decimal(int(speed))}/s', style='progress.data.speed')
