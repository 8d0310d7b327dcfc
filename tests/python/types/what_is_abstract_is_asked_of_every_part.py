# `__isabstractmethod__` may be anything that has a truth value, of any object that is wrapped.
import abc


class Asked:
    def __bool__(self):
        raise ValueError('asked')


class Callable:
    def __call__(self):
        pass

    @property
    def __isabstractmethod__(self):
        return True


class Answers:
    def __getattr__(self, name):
        if name != '__isabstractmethod__':
            raise AttributeError(name)
        print('asked')
        return True


def marked(self):
    pass


def show(what, ask):
    try:
        print(what, repr(ask()))
    except Exception as e:
        print(what, type(e).__name__, e)


marked.__isabstractmethod__ = Asked()
kinds = {
    'plain': lambda f: f,
    'property': property,
    'setter': lambda f: property(None, f),
    'classmethod': classmethod,
    'staticmethod': staticmethod,
    'both': lambda f: classmethod(property(f)),
}
for name, kind in kinds.items():
    for part in marked, Callable(), Answers():
        made = kind(part)
        show(name, lambda: abc.ABCMeta('C', (), {'x': made}).__abstractmethods__)
        if name != 'plain':
            show(name, lambda: made.__isabstractmethod__)


class Always(property):
    __isabstractmethod__ = True


show('subclass', lambda: sorted(abc.ABCMeta('C', (), {'x': Always(len), 'y': Callable, 'z': 3}).__abstractmethods__))
