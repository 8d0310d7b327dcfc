"""A bar that fills up."""
from time import monotonic

from rich.color import Color, blend_rgb
from rich.color_triplet import ColorTriplet
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import Style

PULSE_SIZE = 20


class ProgressBar:
    """A bar that fills up, or pulses where nobody knows how much there is to do."""

    def __init__(self, total=100.0, completed=0, width=None, pulse=False, style='bar.back', complete_style='bar.complete',
                 finished_style='bar.finished', pulse_style='bar.pulse', animation_time=None):
        self.total, self.completed, self.width, self.pulse = total, completed, width, pulse
        self.style, self.complete_style, self.finished_style = style, complete_style, finished_style
        self.pulse_style, self.animation_time = pulse_style, animation_time

    def __repr__(self):
        return f'<Bar {self.completed!r} of {self.total!r}>'

    @property
    def percentage_completed(self):
        return None if self.total is None else min(100, max(0.0, self.completed / self.total * 100.0))

    def update(self, completed, total=None):
        self.completed = completed
        self.total = self.total if total is None else total

    def _pulse(self, console, bar):
        """One wave of a bar that pulses."""
        front = console.get_style(self.pulse_style, default='white')
        back = console.get_style(self.style, default='black')
        if console.color_system not in ('standard', 'eight_bit', 'truecolor') or console.no_color:
            rest = ' ' if console.no_color else bar
            return [Segment(bar, front)] * (PULSE_SIZE // 2) + [Segment(rest, back)] * (PULSE_SIZE - PULSE_SIZE // 2)
        from math import cos, pi
        colors = [style.color.get_truecolor() if style.color else other
                  for style, other in ((front, ColorTriplet(255, 0, 255)), (back, ColorTriplet(0, 0, 0)))]
        fades = [0.5 + cos(at / PULSE_SIZE * pi * 2) / 2.0 for at in range(PULSE_SIZE)]
        return [Segment(bar, Style(color=Color.from_triplet(blend_rgb(*colors, cross_fade=fade)))) for fade in fades]

    def __rich_console__(self, console, options):
        width = min(self.width or options.max_width, options.max_width)
        bar, right, left = '-  ' if options.ascii_only else '━╸╺'
        if self.pulse or self.total is None:
            wave = self._pulse(console, bar)
            now = monotonic() if self.animation_time is None else self.animation_time
            offset = int(-now * 15) % len(wave)
            yield from (wave * (width // len(wave) + 2))[offset:offset + width]
            return
        done = min(self.total, max(0, self.completed))
        whole, half = divmod(int(width * 2 * done / self.total) if self.total else width * 2, 2)
        style = console.get_style(self.style)
        filled = console.get_style(self.finished_style if self.completed >= self.total else self.complete_style)
        if whole:
            yield Segment(bar * whole, filled)
        if half:
            yield Segment(right, filled)
        rest = width - whole - half
        if rest and not console.no_color and console.color_system is not None:
            if whole and not half:
                yield Segment(left, style)
                rest -= 1
            if rest:
                yield Segment(bar * rest, style)

    def __rich_measure__(self, console, options):
        return Measurement(4, options.max_width) if self.width is None else Measurement(self.width, self.width)
