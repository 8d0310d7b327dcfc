"""Comments that say types, as `ast.parse(type_comments=True)` finds them (PEP 484)."""
import ast
import io
import re
import tokenize

_COMMENT = re.compile(r'#[ \t]*type:[ \t]*(.*)', re.S)
_IGNORED = re.compile(r'ignore(?![A-Za-z0-9\x80-\U0010ffff])(.*)', re.S)
_BLOCKS = ast.For, ast.AsyncFor, ast.With, ast.AsyncWith, ast.FunctionDef, ast.AsyncFunctionDef


def add(tree, text, filename):
    """Gives the comments to the nodes that they are about, and those that ignore a line to the tree."""
    lines = text.splitlines()
    nodes = list(ast.walk(tree))
    before, after_colon = None, False
    tokens = [token for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type != tokenize.NL]
    for at, token in enumerate(tokens):
        said = _COMMENT.fullmatch(token.string) if token.type == tokenize.COMMENT else None
        if said is None:
            if token.type != tokenize.COMMENT:
                before = token
            continue
        ignored = _IGNORED.fullmatch(said[1])
        if ignored:
            if isinstance(tree, ast.Module):
                tree.type_ignores.append(ast.TypeIgnore(token.start[0], ignored[1]))
            continue
        place = token.start[0], _bytes(lines, token.start)
        alone = not lines[token.start[0] - 1][:token.start[1]].strip()
        node = _owner(nodes, before, tokens[at + 1], alone, place, lines)
        if node is None or node.type_comment is not None:
            both = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            begin = token.start[1] + said.start(1) + 1
            where = filename, token.start[0], begin, lines[token.start[0] - 1] + '\n', token.end[0], token.end[1] + 1
            bare = node is None and lines[token.start[0] - 1][:token.start[1]].rstrip().endswith('*,')
            raise SyntaxError('Cannot have two type comments on def' if both else
                              'bare * has associated type comment' if bare else 'invalid syntax', where)
        node.type_comment = said[1]


def _bytes(lines, place):
    """The column in bytes, as nodes tell it."""
    return len(lines[place[0] - 1][:place[1]].encode())


def _owner(nodes, before, following, alone, place, lines):
    """The node that a comment is about, behind the token `before` it; None: it may not stand there."""
    if before is None:
        return None
    end = before.end[0], _bytes(lines, before.end)
    if before.type == tokenize.NEWLINE:
        # On a line of its own, it is the function's whose body is to begin.
        within = [node for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
                  and (node.lineno, node.col_offset) < place < (node.body[0].lineno, node.body[0].col_offset)]
        return within[-1] if alone and within else None
    if before.string == ':' and following.type == tokenize.NEWLINE:
        within = [node for node in nodes if isinstance(getattr(node, 'body', None), list) and hasattr(node, 'lineno')
                  and (node.lineno, node.col_offset) < place < (node.body[0].lineno, node.body[0].col_offset)]
        innermost = max(within, key=lambda node: (node.lineno, node.col_offset), default=None)
        return innermost if isinstance(innermost, _BLOCKS) else None
    if following.type == tokenize.NEWLINE:
        ends = [node for node in nodes if isinstance(node, ast.Assign) and (node.end_lineno, node.end_col_offset) == end]
        return ends[0] if ends else None
    for node in nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and (
                (node.lineno, node.col_offset) < place < (node.body[0].lineno, node.body[0].col_offset)):
            given = [part for part in ast.walk(node.args) if isinstance(part, ast.arg)
                     and (part.end_lineno, part.end_col_offset) <= end]
            if given:
                return max(given, key=lambda part: (part.end_lineno, part.end_col_offset))
    return None
