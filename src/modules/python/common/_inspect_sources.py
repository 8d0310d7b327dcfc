"""The text of what a program has defined."""
import sys

__name__ = 'inspect'  # where what is here is said to be  #: in inspect.py


def _code_of(object):
    object = getattr(object, '__func__', object)
    for name in '__wrapped__', '__code__', 'f_code', 'tb_frame':
        if name == '__wrapped__':
            object = unwrap(object) if hasattr(object, name) else object
        elif hasattr(object, name):
            found = getattr(object, name)
            return found.f_code if name == 'tb_frame' else found
    return object if hasattr(object, 'co_firstlineno') else None


def getfile(object):
    """Where an object was defined."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))  #: 924
    if isclass(object):
        owner = getattr(object, '__module__', None)
        module = sys.modules.get(owner)
        if getattr(module, '__file__', None):
            return module.__file__
        if owner == '__main__':
            raise OSError('source code not available')  #: 931
        raise TypeError('{!r} is a built-in class'.format(object))  #: 932
    code = _code_of(object)
    if code is None:
        kind = type(object).__name__
        raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {kind}')  #: 943 raise TypeError('module, class, method, function, traceback, frame, or '⏎                'code object was expected, got {}'.format(⏎                type(object).__name__))
    return code.co_filename


def getsourcefile(object):
    """The file to read the source from, None if there is none."""
    import linecache
    import os
    file = getfile(object)  #: 963 filename = «getfile(object)»
    if file.startswith('<') or file in linecache.cache or os.path.exists(file):
        return file
    module = getmodule(object, file)
    if module is sys.modules['__main__'] or getattr(module, '__loader__', None) is not None or \
            getattr(getattr(module, '__spec__', None), 'loader', None) is not None:
        return file


def findsource(object):
    """The lines of a definition's file."""
    import linecache
    file = getsourcefile(object)  #: 1060 file = «getsourcefile(object)»
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if file[:1] != '<' or file[-1:] != '>':
            raise OSError('source code not available')
    lines = linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')  #: 1078
    return lines, 0 if ismodule(object) else _first_line(object, lines) - 1


def _first_line(object, lines):  #: -
    code = _code_of(object)
    if code is not None:
        first = code.co_firstlineno
    else:
        first = vars(object).get('__firstlineno__')
        if first is None:
            raise OSError('source code not available')
    if first > len(lines):
        raise OSError('lineno is out of bounds')
    return first


def _indent(line):
    return len(line) - len(line.lstrip())


def _logical_lines(lines):
    """(first, last, text of the first) of each statement or part of one that the tokenizer ends with NEWLINE, and of
    each comment that stands alone."""
    depth, quote, first = 0, '', None
    for at, line in enumerate(lines):
        here, joined = 0, False
        if first is None:
            text = line.strip()
            if not text or text[0] == '#':
                if text:
                    yield at, at, text, _indent(line)
                continue
            first = at
        while here < len(line):
            c = line[here]
            joined = c == '\\'
            if quote:
                if c == '\\':
                    here += 1
                elif line.startswith(quote, here):
                    here += len(quote) - 1
                    quote = ''
            elif c == '#':
                break
            elif c in '\'"':
                quote = c * 3 if line.startswith(c * 3, here) else c
                here += len(quote) - 1
            elif joined and not line[here + 1:].strip():
                break
            else:
                depth += (c in '([{') - (c in ')]}')
            here += 1
        if len(quote) == 1 and not joined:
            quote = ''
        # A bracket too many ends what began outside of these lines.
        if depth < 0 or not depth and not quote and not joined:
            yield first, at, lines[first].strip(), _indent(lines[first])
            depth, first = 0, None
    if first is not None:
        yield first, len(lines) - 1, lines[first].strip(), _indent(lines[first])


def getblock(lines):
    """The lines of the definition that begins in the first one."""
    last, body, head = 0, None, None
    for first, end, text, indent in _logical_lines(lines):
        if text[0] == '#':
            if body is not None and indent >= body:
                last = end
        elif head is None:
            last = end
            if text[0] == '@':
                continue
            if text.split(None, 1)[0] not in ('def', 'class', 'async'):
                break
            head = indent
        elif indent <= head:
            break
        else:
            body, last = indent if body is None else body, end
    return lines[:last + 1]


def getsourcelines(object):
    """The lines of a definition, and the number of the first."""
    object = unwrap(object)
    lines, first = findsource(object)  #: 1238 lines, lnum = «findsource(object)»
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[first:]), first + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])  #: 1256 lines, lnum = «getsourcelines(object)»
