"""What tags and texts have in common: their places in the tree."""
from itertools import chain as _chain
from bs4._finding import matching, set_of

__name__ = 'bs4._tree'  # where what is here is said to be  #: in bs4/_tree.py


class PageElement:
    """What a tree is made of."""
    parent = None

    def _place(self):
        return next(n for n, each in enumerate(self.parent.contents) if each is self)

    @property
    def next_siblings(self):
        return iter(self.parent.contents[self._place() + 1:] if self.parent else ())

    @property
    def previous_siblings(self):
        return iter(self.parent.contents[:self._place()][::-1] if self.parent else ())

    next_sibling = property(lambda self: next(iter(self.next_siblings), None))
    previous_sibling = property(lambda self: next(iter(self.previous_siblings), None))
    decomposed = False

    def _within(self):
        """What is inside of it, itself excepted."""
        return ()

    def _last(self):
        """The last of all that is inside of it."""
        return self

    @property
    def next_element(self):
        first = next(iter(self._within()), None)
        at = self
        while first is None and at is not None:
            first, at = at.next_sibling, at.parent
        return first

    @property
    def previous_element(self):
        before = self.previous_sibling
        if before is not None:
            return before._last()
        return None if self.parent is None or self.parent.parent is None and self.parent.name == '[document]' else self.parent

    @property
    def next_elements(self):
        at = self.next_element
        while at is not None:
            after = at.next_element
            yield at
            at = after

    @property
    def previous_elements(self):
        at = self.previous_element
        while at is not None:
            before = at.previous_element
            yield at
            at = before

    @property
    def parents(self):
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    self_and_next_siblings = property(lambda self: _chain([self], self.next_siblings))
    self_and_previous_siblings = property(lambda self: _chain([self], self.previous_siblings))
    self_and_next_elements = property(lambda self: _chain([self], self.next_elements))
    self_and_previous_elements = property(lambda self: _chain([self], self.previous_elements))
    self_and_parents = property(lambda self: _chain([self], self.parents))

    def find_parent(self, name=None, attrs={}, **kwargs):
        return next(matching(self.parents, name, attrs, None, kwargs), None)

    def find_parents(self, name=None, attrs={}, limit=None, **kwargs):
        return set_of(matching(self.parents, name, attrs, None, kwargs), limit)

    def find_next_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return next(matching(self.next_siblings, name, attrs, string, kwargs), None)

    def find_next_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return set_of(matching(self.next_siblings, name, attrs, string, kwargs), limit)

    def find_previous_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return next(matching(self.previous_siblings, name, attrs, string, kwargs), None)

    def find_previous_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return set_of(matching(self.previous_siblings, name, attrs, string, kwargs), limit)

    def find_next(self, name=None, attrs={}, string=None, **kwargs):
        return next(matching(self.next_elements, name, attrs, string, kwargs), None)

    def find_all_next(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return set_of(matching(self.next_elements, name, attrs, string, kwargs), limit)

    def find_previous(self, name=None, attrs={}, string=None, **kwargs):
        return next(matching(self.previous_elements, name, attrs, string, kwargs), None)

    def find_all_previous(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return set_of(matching(self.previous_elements, name, attrs, string, kwargs), limit)

    def extract(self):
        if self.parent is not None:
            del self.parent.contents[self._place()]
            self.parent = None
        return self

    def _put(self, others, after, where):
        parent, put = self.parent, []
        if parent is None:
            raise ValueError(f"Element has no parent, so '{where}' has no meaning.")
        if any(other is self for other in others):
            raise ValueError(f"Can't insert an element {where} itself.")
        for other in others:
            if isinstance(other, PageElement):
                other.extract()
            new = parent.insert(self._place() + after, other)
            put += new
            if after and new:
                self = new[-1]
        return put

    def insert_before(self, *others):
        return self._put(others, 0, 'before')

    def insert_after(self, *others):
        return self._put(others, 1, 'after')

    def replace_with(self, *others):
        if self.parent is None:
            raise ValueError('Cannot replace one element with another when the element to be replaced is not part of a tree.')
        if len(others) == 1 and others[0] is self:
            return self
        if any(other is self.parent for other in others):
            raise ValueError('Cannot replace a Tag with its parent.')
        parent, at = self.parent, self._place()
        self.extract()
        parent.insert(at, *others)
        return self

    def wrap(self, wrapper):
        self.replace_with(wrapper)
        wrapper.append(self)
        return wrapper

    def decompose(self):
        self.extract()
        self.decomposed = True

    def __copy__(self):
        return self.__deepcopy__({})


def _node(given):
    return given if isinstance(given, PageElement) else NavigableString(given)
