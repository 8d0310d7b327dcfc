"""Built-ins with bars."""
from tqdm.auto import tqdm
from tqdm.utils import ObjectWrapper


class DummyTqdmFile(ObjectWrapper):
    """A stream whose whole lines are written between the bars."""

    def __init__(self, wrapped):
        super().__init__(wrapped)
        self.wrapper_setattr('_begun', [])

    def write(self, x, nolock=False):
        newline = b'\n' if isinstance(x, bytes) else '\n'
        before, end, rest = x.rpartition(newline)
        if end:
            tqdm.write(newline[:0].join((*self._begun, before, end)), end=newline[:0], file=self._wrapped, nolock=nolock)
            self._begun[:] = [rest]
            return
        self._begun.append(x)

    def __del__(self):
        if self._begun:
            nothing = self._begun[0][:0]
            try:
                tqdm.write(nothing.join(self._begun), end=nothing, file=self._wrapped)
            except (OSError, ValueError):
                pass


def tenumerate(iterable, start=0, total=None, tqdm_class=tqdm, **kwargs):
    return enumerate(tqdm_class(iterable, total=total, **kwargs), start)


def tzip(iter1, *others, tqdm_class=tqdm, **kwargs):
    yield from zip(tqdm_class(iter1, **kwargs), *others)


def tmap(function, *sequences, **kwargs):
    for values in tzip(*sequences, **kwargs):
        yield function(*values)
