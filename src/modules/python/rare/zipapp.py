"""Programs in one file: archives with a `__main__.py`."""
import contextlib
import os
import pathlib
import shutil
import stat
import zipfile

__all__ = ['ZipAppError', 'create_archive', 'get_interpreter']
MAIN_TEMPLATE = '# -*- coding: utf-8 -*-\nimport {module}\n{module}.{fn}()\n'
shebang_encoding = 'utf-8'


class ZipAppError(ValueError):
    pass


@contextlib.contextmanager
def _opened(archive, mode):
    if isinstance(archive, (str, os.PathLike)):
        with open(archive, mode) as file:
            yield file
    else:
        yield archive


def _write_interpreter(file, interpreter):
    if interpreter:
        file.write(b'#!' + interpreter.encode(shebang_encoding) + b'\n')


def _copy(archive, target, interpreter):
    """An archive with another first line."""
    with _opened(archive, 'rb') as source:
        first = source.read(2)
        if first == b'#!':
            first = b''
            source.readline()
        with _opened(target, 'wb') as written:
            _write_interpreter(written, interpreter)
            written.write(first)
            shutil.copyfileobj(source, written)
    if interpreter and isinstance(target, str):
        os.chmod(target, os.stat(target).st_mode | stat.S_IEXEC)


def create_archive(source, target=None, interpreter=None, main=None, filter=None, compressed=False):
    """Packs a folder into a file that Python can run, or copies such a file."""
    if hasattr(source, 'read') and hasattr(source, 'readline'):
        return _copy(source, target, interpreter)
    source = pathlib.Path(source)
    if source.is_file():
        return _copy(source, target, interpreter)
    if not source.exists():
        raise ZipAppError('Source does not exist')
    has_main = (source / '__main__.py').is_file()
    if main and has_main:
        raise ZipAppError('Cannot specify entry point if the source has __main__.py')
    if not main and not has_main:
        raise ZipAppError('Archive has no entry point')
    begins = _beginning(main) if main else None
    if target is None:
        target = source.with_suffix('.pyz')
    elif not hasattr(target, 'write'):
        target = pathlib.Path(target)
    with _opened(target, 'wb') as file:
        _write_interpreter(file, interpreter)
        with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
            for child in sorted(source.rglob('*')):
                name = child.relative_to(source)
                if filter is None or filter(name) and child.resolve() != name.resolve():
                    archive.write(child, name.as_posix())
            if begins:
                archive.writestr('__main__.py', begins.encode())
    if interpreter and not hasattr(target, 'write'):
        target.chmod(target.stat().st_mode | stat.S_IEXEC)


def _beginning(main):
    """The `__main__.py` that calls what `module:function` names."""
    module, colon, function = main.partition(':')
    if not colon or not all(part.isidentifier() for part in (*module.split('.'), *function.split('.'))):
        raise ZipAppError(f'Invalid entry point: {main}')
    return MAIN_TEMPLATE.format(module=module, fn=function)


def get_interpreter(archive):
    """What an archive's first line says that it is run by; None: nothing."""
    with _opened(archive, 'rb') as file:
        if file.read(2) == b'#!':
            return file.readline().strip().decode(shebang_encoding)
