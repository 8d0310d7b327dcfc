"""What older versions of the language lack, as `ast.parse(feature_version=…)` says it."""
import ast
import io
import tokenize


def check(tree, text, filename, minor):
    """SyntaxError if something in the tree is newer than Python 3.`minor`: the first that ends."""
    found = [(place.end_lineno, place.end_col_offset, -place.lineno, -place.col_offset, what, since)
             for node in ast.walk(tree) for place, what, since in _needs(node) if minor < since]
    if minor < 6 and '_' in text:
        found += [(*token.end, 0, 0, 'Underscores in numeric literals are', 6)
                  for token in tokenize.generate_tokens(io.StringIO(text).readline)
                  if token.type == tokenize.NUMBER and '_' in token.string]
    if found:
        line, column, _, _, what, since = min(found)
        lines = text.splitlines(True)
        if what in _BLOCKS:
            # Their end is seen where the next statement begins.
            behind = (at for at in range(line, len(lines)) if (rest := lines[at].strip()) and rest[0] != '#')
            line = next(behind, line - 1) + 1
        raise SyntaxError(f'{what} only supported in Python 3.{since} and greater',
                          (filename, line, column, lines[line - 1] if line <= len(lines) else '', line, column))


def _needs(node):
    """What is newer, where it ends, and the version that has it."""
    kind = type(node).__name__
    if kind in _KINDS:
        yield node, *_KINDS[kind]
    elif isinstance(node, (ast.BinOp, ast.AugAssign)):
        if isinstance(node.op, ast.MatMult):
            yield node, "The '@' operator is", 5
    elif kind in ('ListComp', 'SetComp', 'DictComp', 'GeneratorExp'):
        if any(part.is_async for part in node.generators):
            yield node, 'Async comprehensions are', 6
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and node.args.posonlyargs:
        yield node.args.posonlyargs[-1], 'Positional-only parameters are', 8
    if getattr(node, 'type_params', None):
        yield node.type_params[-1], 'Type parameter lists are', 12
    if getattr(node, 'default_value', None):
        yield node, 'Type parameter defaults are', 13


_KINDS = {'AsyncFunctionDef': ('Async functions are', 5), 'AsyncFor': ('Async for loops are', 5),
          'AsyncWith': ('Async with statements are', 5), 'Await': ('Await expressions are', 5),
          'AnnAssign': ('Variable annotation syntax is', 6), 'NamedExpr': ('Assignment expressions are', 8),
          'Match': ('Pattern matching is', 10), 'TryStar': ('Exception groups are', 11), 'TypeAlias': ('Type statement is', 12)}
_BLOCKS = 'Async functions are', 'Async for loops are', 'Async with statements are', 'Pattern matching is', 'Exception groups are'
