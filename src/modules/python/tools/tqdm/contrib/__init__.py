"""Built-ins with bars."""
from tqdm.auto import tqdm


def tenumerate(iterable, start=0, total=None, tqdm_class=tqdm, **kwargs):
    return enumerate(tqdm_class(iterable, total=total, **kwargs), start)


def tzip(iter1, *others, tqdm_class=tqdm, **kwargs):
    for first, *rest in zip(tqdm_class(iter1, **kwargs), *others):
        yield (first, *rest)


def tmap(function, *sequences, **kwargs):
    for values in tzip(*sequences, **kwargs):
        yield function(*values)
