"""functools uses names of other modules: programs reach them there."""
import functools
from functools import RLock, get_cache_token, recursive_repr


class Node:
    def __init__(self, value):
        self.value, self.children = value, []

    @functools.recursive_repr()
    def __repr__(self):
        return f'Node({self.value!r}, children={self.children!r})'


root = Node(1)
root.children.append(root)
print(root, recursive_repr is functools.recursive_repr, type(get_cache_token()).__name__)
print(functools.namedtuple('Point', 'x y')(1, 2), functools.GenericAlias, type(RLock()))
print(functools.cache(len).cache_info(), functools._CacheInfo)
for name in 'nothing', '__path__':
    try:
        getattr(functools, name)
    except AttributeError as error:
        print(error)
