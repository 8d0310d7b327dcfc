"""Compiles files: whether they can be is the point here, since a file of bytecode holds its source."""
import enum
import importlib.util
import os
import sys
import traceback

__all__ = ['compile', 'main', 'PyCompileError', 'PycInvalidationMode']


class PyCompileError(Exception):
    """A file cannot be compiled."""

    def __init__(self, exc_type, exc_value, file, msg=''):
        name = exc_type.__name__
        if exc_type is SyntaxError:
            told = ''.join(traceback.format_exception_only(exc_type, exc_value)).replace('File "<string>"', f'File "{file}"')
        else:
            told = f'Sorry: {name}: {exc_value}'
        self.msg = msg or told
        super().__init__(self.msg, name, exc_value, file)
        self.exc_type_name, self.exc_value, self.file = name, exc_value, file

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """How a file of bytecode tells whether its source has changed."""
    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def _get_default_invalidation_mode():
    return PycInvalidationMode.CHECKED_HASH if os.environ.get('SOURCE_DATE_EPOCH') else PycInvalidationMode.TIMESTAMP


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compiles a file and gives the name of that with the bytecode; None if it cannot be compiled."""
    if invalidation_mode is None:
        invalidation_mode = _get_default_invalidation_mode()
    if cfile is None:
        level = {'optimization': optimize if optimize >= 1 else ''} if optimize >= 0 else {}
        cfile = importlib.util.cache_from_source(file, **level)
    if os.path.islink(cfile):
        raise FileExistsError(f'{cfile} is a symlink and will be changed into a regular file if import writes a byte-compiled file to it')
    if os.path.exists(cfile) and not os.path.isfile(cfile):
        raise FileExistsError(
            f'{cfile} is a non-regular file and will be changed into a regular one if import writes a byte-compiled file to it')
    loader = importlib.util.SourceFileLoader('<py_compile>', file)
    source = loader.get_data(file)
    try:
        loader.source_to_code(source, dfile or file, _optimize=optimize)
    except Exception as error:
        told = PyCompileError(error.__class__, error, dfile or file)
        if quiet < 2:
            if doraise:
                raise told
            sys.stderr.write(told.msg + '\n')
        return None
    if folder := os.path.dirname(cfile):
        os.makedirs(folder, exist_ok=True)
    with open(cfile, 'wb') as written:
        written.write(_head(file, source, invalidation_mode) + _content(source))
    return cfile


def _head(file, source, mode):
    """What a file of bytecode begins with."""
    def word(number):
        return (int(number) & 0xFFFFFFFF).to_bytes(4, 'little')

    if mode is PycInvalidationMode.TIMESTAMP:
        found = os.stat(file)
        return importlib.util.MAGIC_NUMBER + word(0) + word(found.st_mtime) + word(found.st_size)
    return importlib.util.MAGIC_NUMBER + word(1 | (mode is PycInvalidationMode.CHECKED_HASH) << 1) + importlib.util.source_hash(source)


def _content(source):
    import marshal
    return marshal.dumps(source)


def main():
    """Compiles the files that a command line names."""
    import argparse
    parser = argparse.ArgumentParser(description='A simple command-line interface for py_compile module.')
    parser.add_argument('-q', '--quiet', action='store_true', help='Suppress error output')
    parser.add_argument('filenames', nargs='+', help='Files to compile')
    args = parser.parse_args()
    names = [name.rstrip('\n') for name in sys.stdin.readlines()] if args.filenames == ['-'] else args.filenames
    for name in names:
        try:
            compile(name, doraise=True)
        except (PyCompileError, OSError) as error:
            parser.exit(1, None if args.quiet else str(error))


if __name__ == '__main__':
    main()
