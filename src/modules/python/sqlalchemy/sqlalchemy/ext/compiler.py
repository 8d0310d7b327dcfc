"""`@compiles`: how a program's own elements are written."""


def compiles(class_, *specs):
    def decorate(fn):
        known = class_.__dict__.get('_compiled_by')
        if known is None:
            known = dict(getattr(class_, '_compiled_by', None) or {})
            class_._compiled_by = known
        for name in specs or ('*',):
            known[name] = fn
        return fn
    return decorate


def deregister(class_):
    if '_compiled_by' in class_.__dict__:
        del class_._compiled_by
