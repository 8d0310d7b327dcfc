"""A message with its time, its level and its line, in columns."""
from rich.containers import Renderables
from rich.table import Table
from rich.text import Text


class LogRender:
    """Makes rows of a log; a time that is the last row's is left out."""

    def __init__(self, show_time=True, show_level=False, show_path=True, time_format='[%x %X]', omit_repeated_times=True,
                 level_width=8):
        self.show_time, self.show_level, self.show_path, self.time_format = show_time, show_level, show_path, time_format
        self.omit_repeated_times, self.level_width, self._last_time = omit_repeated_times, level_width, None

    def __call__(self, console, renderables, log_time=None, time_format=None, level='', path=None, line_no=None,
                 link_path=None):
        table, row = Table.grid(padding=(0, 1)), []
        table.expand = True
        if self.show_time:
            table.add_column(style='log.time')
            log_time, layout = log_time or console.get_datetime(), time_format or self.time_format
            shown = layout(log_time) if callable(layout) else Text(log_time.strftime(layout))
            if self.omit_repeated_times and shown == self._last_time:
                shown = Text(' ' * len(shown))
            else:
                self._last_time = shown
            row.append(shown)
        if self.show_level:
            table.add_column(style='log.level', width=self.level_width)
            row.append(level)
        table.add_column(ratio=1, style='log.message', overflow='fold')
        row.append(Renderables(renderables))
        if self.show_path and path:
            table.add_column(style='log.path')
            link = f'link file://{link_path}' if link_path else ''
            place = Text()
            place.append(path, style=link)
            if line_no:
                place.append(':')
                place.append(f'{line_no}', style=link and f'{link}#{line_no}')
            row.append(place)
        table.add_row(*row)
        return table
