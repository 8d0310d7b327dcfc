"""Orders of things that depend on each other."""
__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class TopologicalSorter:
    """A graph of nodes and their predecessors."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, graph=None):
        self._before, self._after, self._ready, self._open, self._finished = {}, {}, None, set(), set()
        for node, predecessors in graph.items() if graph is not None else ():  #: 51 for node, predecessors in «graph.items»():
            self.add(node, *predecessors)  #: 52

    def _node(self, node):
        if node not in self._before:
            self._before[node], self._after[node] = 0, []

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')  #: 75 raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node)
        self._before[node] += len(predecessors)
        for one in predecessors:
            self._node(one)
            self._after[one].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')  #: 95 raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._before.items() if count == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)  #: 106 raise CycleError(f"nodes are in a cycle", cycle)

    def _cycle(self):
        done = set()
        for start in self._after:
            if start in done:
                continue
            path, places, ways = [start], {start: 0}, [iter(self._after[start])]
            while ways:
                node = next(ways[-1], None)
                if node is None:
                    ways.pop()
                    last = path.pop()
                    del places[last]
                    done.add(last)
                elif node in places:
                    return path[places[node]:] + [node]
                elif node not in done:
                    places[node] = len(path)
                    path.append(node)
                    ways.append(iter(self._after[node]))
        return None

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')  #: 119 raise ValueError("prepare() must be called first")
        found, self._ready = tuple(self._ready), []
        self._open.update(found)
        return found

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')  #: 145 raise ValueError("prepare() must be called first")
        return bool(self._ready or self._open)

    __bool__ = is_active

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')  #: 164 raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._before:
                raise ValueError(f'node {node!r} was not added using add()')  #: 172 raise ValueError(f"node {node!r} was not added using add()")
            if node not in self._open:
                why = 'already marked done' if node in self._finished else 'not passed out (still not ready)'
                raise ValueError(f'node {node!r} was {why}')
            self._open.remove(node)
            self._finished.add(node)
            for one in self._after[node]:
                self._before[one] -= 1
                if self._before[one] == 0:
                    self._ready.append(one)

    def static_order(self):
        self.prepare()  #: 244
        while self.is_active():  #: 245
            group = self.get_ready()
            yield from group
            self.done(*group)
