"""Trees walked through, shown and changed."""
import sys as _sys

__name__ = 'ast'  # where what is here is said to be  #: in ast.py


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """The tree as text."""
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)  #: 197
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def shown(node, level):
        level += 1
        prefix, sep = ('', ', ') if indent is None else ('\n' + indent * level, ',\n' + indent * level)
        if isinstance(node, list):
            if not node:
                return '[]', True
            return f'[{prefix}{sep.join(shown(item, level)[0] for item in node)}]', False
        if not isinstance(node, AST):
            return repr(node), True
        cls, parts, skipped = type(node), [], []
        all_simple, named = True, annotate_fields
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                named = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                named = True
                continue
            if not show_empty and value == [] and type(cls._field_types.get(name)) is type(list[int]):
                if not named:
                    skipped.append('[]')
                continue
            if not named:
                parts.extend(skipped)
                skipped.clear()
            value, simple = shown(value, level)
            all_simple = all_simple and simple
            parts.append(f'{name}={value}' if named else value)
        if include_attributes:
            for name in node._attributes:
                value = getattr(node, name, ...)
                if value is ... or value is None and getattr(cls, name, ...) is None:
                    continue
                value, simple = shown(value, level)
                all_simple = all_simple and simple
                parts.append(f'{name}={value}')
        if all_simple and len(parts) <= 3:
            return f'{cls.__name__}({", ".join(parts)})', not parts
        return f'{cls.__name__}({prefix}{sep.join(parts)})', False

    return shown(node, 0)[0]


def iter_fields(node):
    """The fields' names and values."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """The node and all below, level by level."""
    from collections import deque
    open = deque([node])
    while open:
        node = open.popleft()
        open.extend(iter_child_nodes(node))
        yield node


def copy_location(new_node, old_node):
    """Gives a node another's place."""
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or name.startswith('end_') and hasattr(old_node, name):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of the node above."""
    def fix(node, place):
        place = list(place)
        for at, name in enumerate(_PLACE):
            if name in node._attributes:
                if getattr(node, name, None) is None if name.startswith('end_') else not hasattr(node, name):
                    setattr(node, name, place[at])
                else:
                    place[at] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Moves all nodes down by lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    """The docstring of a module, a class or a function."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(value.value)
    return value.value


def get_source_segment(source, node, *, padded=False):
    """The part of a source that a node stands for."""
    first, _, last, _ = place = [getattr(node, name, None) for name in _PLACE]
    if None in place:
        return None
    import re
    lines = re.findall(r'[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+', source)[first - 1:last]
    lines = [line.encode() for line in lines]
    lines[-1] = lines[-1][:node.end_col_offset]
    before, lines[0] = lines[0][:node.col_offset].decode(), lines[0][node.col_offset:]
    if padded and len(lines) > 1:
        lines[0] = ''.join(c if c in '\f\t' else ' ' for c in before).encode() + lines[0]
    return b''.join(lines).decode()


class NodeVisitor:
    """Goes through a tree; a subclass has a method `visit_X` for each class X that it wants."""

    def visit(self, node):
        method = 'visit_' + node.__class__.__name__
        visitor = getattr(self, method, self.generic_visit)
        return visitor(node)  #: 428

    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)  #: 436
            elif isinstance(value, AST):
                self.visit(value)  #: 438


    def visit_Constant(self, node):
        value = node.value
        for name, kinds in _OLD.items():
            if type(value) in kinds and (visitor := getattr(self, f'visit_{name}', None)):
                import warnings
                text = f'visit_{name} is deprecated; add visit_Constant'
                warnings._warn_at(text, DeprecationWarning, _sys.modules[__name__].__file__, 445, __name__)
                return visitor(node)
        return self.generic_visit(node)


class NodeTransformer(NodeVisitor):
    """A visitor whose methods give what stands in a node's place; None takes the node away."""

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)  #: 504 value = «self.visit(value)»
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)  #: 513 new_node = «self.visit(old_value)»
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node
