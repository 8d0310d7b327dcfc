"""Wraps values so that they are compared in another way."""
import operator
import types

_SIGNS = {'lt': operator.lt, 'le': operator.le, 'gt': operator.gt, 'ge': operator.ge}


def cmp_using(eq=None, lt=None, le=None, gt=None, ge=None, require_same_type=True, class_name='Comparable'):
    """A class that compares values by these functions."""
    given = {'lt': lt, 'le': le, 'gt': gt, 'ge': ge}
    orders = {name: function for name, function in given.items() if function is not None}

    def method(function, name):
        def compare(self, other):
            if require_same_type and other.value.__class__ is not self.value.__class__:
                return NotImplemented
            result = function(self.value, other.value)
            return NotImplemented if result is NotImplemented else result
        compare.__name__ = f'__{name}__'
        return compare

    def __init__(self, value):
        self.value = value

    body = {'__slots__': ['value'], '__init__': __init__, '__hash__': None}
    if eq is not None:
        body['__eq__'] = method(eq, 'eq')
        body['__ne__'] = lambda self, other: not self == other
    body.update({f'__{name}__': method(function, name) for name, function in orders.items()})
    made = types.new_class(class_name, (object,), {}, lambda names: names.update(body))
    if 0 < len(orders) < 4:
        if eq is None:
            raise ValueError('eq must be define is order to complete ordering from lt, le, gt, ge.')
        from functools import total_ordering
        made = total_ordering(made)
    return made
