"""Compiles what somebody is typing: code, or None while it is not complete."""
import __future__
import warnings as _warnings

__all__ = ['compile_command', 'Compile', 'CommandCompiler']

PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT = 0x200, 0x4000
_FEATURES = [getattr(__future__, name) for name in __future__.all_feature_names]
# What the compiler says of a source that more lines can mend, if it says so of its end.
_UNENDED = ("' was never closed", 'unterminated triple-quoted ', 'unexpected EOF', 'expected an indented block',
            "expected 'except' or 'finally' block")


def _is_unended(error, source, symbol):
    words, lines = str(error.msg), source.rstrip().split('\n')
    if source.endswith('\\') and '#' not in lines[-1]:
        return True
    if words.endswith(_UNENDED[0]) or words.startswith(_UNENDED[1]):
        return True
    past = (error.lineno or 0) > len(lines) or (
        error.lineno == len(lines) and (error.offset or 0) > len(lines[-1].rstrip()))
    return past and words.startswith(_UNENDED[2:]) or (
        symbol != 'eval' and lines[-1].lstrip().startswith('@') and len(lines) == error.lineno)


def _is_open_block(source):
    """Whether the last statement is a compound one, to which lines can be added until an empty one comes."""
    import ast
    last = ast.parse(source).body[-1:]
    return bool(last) and isinstance(last[0], (
        ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.If, ast.For, ast.AsyncFor, ast.While, ast.With,
        ast.AsyncWith, ast.Try, ast.TryStar, ast.Match))


def _maybe_compile(compiler, source, filename, symbol):
    if all(not line.strip() or line.strip()[0] == '#' for line in source.split('\n')):
        if symbol == 'eval':
            return None
        source = 'pass'
    with _warnings.catch_warnings():
        _warnings.simplefilter('ignore', (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source + '\n', filename, symbol)
        except SyntaxError as error:
            if _is_unended(error, source, symbol):
                return None
        else:
            if symbol == 'single' and not source.endswith('\n') and _is_open_block(source):
                return None
    return compiler(source, filename, symbol, incomplete_input=False)  #: 74


def _compile(source, filename, symbol, incomplete_input=True):
    return compile(source, filename, symbol, 0, True)  #: 81 return «compile(source, filename, symbol, flags)»


def compile_command(source, filename='<input>', symbol='single'):
    """The code of a command; None: more lines may follow. SyntaxError, OverflowError, ValueError: it is none."""
    return _maybe_compile(_compile, source, filename, symbol)  #: 102


class Compile:
    """Compiles, and keeps to the `from __future__ import` of what it has compiled."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        asked = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT
        code = compile(source, filename, symbol, self.flags & ~asked | flags, True)  #: 117 codeob = «compile(source, filename, symbol, flags, True)»
        for feature in _FEATURES:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """As compile_command(), with what a Compile keeps."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)  #: 152
