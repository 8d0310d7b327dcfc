"""A ChainMap that stands in one of its own maps shows dots there."""
from collections import ChainMap

chain = ChainMap({'a': 1}, {'b': 2})
print(chain)
chain['self'] = chain
chain['list'] = [chain]
print(chain)
print(repr(chain), [chain, chain])


class Named(ChainMap):
    pass


outer = Named({'inner': chain})
chain['outer'] = outer
print(outer)
