"""The lines of several files, one after the other."""
import io
import os
import sys
from types import GenericAlias

__all__ = ['input', 'close', 'nextfile', 'filename', 'lineno', 'filelineno', 'fileno', 'isfirstline', 'isstdin',
           'FileInput', 'hook_compressed', 'hook_encoded']

_state = None


def input(files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
    """The FileInput that the module's functions speak of from now on."""
    global _state
    if _state and _state._file:
        raise RuntimeError('input() already active')
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)  #: 89 _state = «FileInput(files, inplace, backup, mode=mode, openhook=openhook,⏎                   encoding=encoding, errors=errors)»
    return _state


def close():
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError('no active input()')
    return _state


def nextfile():
    return _active().nextfile()


def filename():
    return _active().filename()


def lineno():
    return _active().lineno()


def filelineno():
    return _active().filelineno()


def fileno():
    return _active().fileno()


def isfirstline():
    return _active().isfirstline()


def isstdin():
    return _active().isstdin()


class FileInput:
    """An iterator over the lines; `-` is the standard input. inplace: what is printed meanwhile becomes the file."""

    def __init__(self, files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
        self._savestdout = self._output = self._filename = self._file = None
        self._startlineno = self._filelineno = 0
        self._inplace, self._isstdin, self._started = inplace, False, False
        if isinstance(files, str):
            files = (files,)
        elif isinstance(files, os.PathLike):
            files = (os.fspath(files),)
        else:
            files = tuple(sys.argv[1:] if files is None else files) or ('-',)
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")  #: 221
        if openhook:
            if inplace:
                raise ValueError("FileInput cannot use an opening hook in inplace mode")  #: 226
            if not callable(openhook):
                raise ValueError("FileInput openhook must be callable")
        self._files, self._backup, self._mode = files, backup, mode
        self._openhook, self._encoding, self._errors = openhook, encoding, errors

    def __del__(self):
        self.close()

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            line = self._line()  #: 251 line = «self._readline()»
            if line:
                self._filelineno += 1
                return line
            if not self._file:
                raise StopIteration
            self.nextfile()

    def nextfile(self):
        """Leaves the rest of the file that is read."""
        stdout, self._savestdout = self._savestdout, None
        if stdout:
            sys.stdout = stdout
        output, self._output = self._output, None
        if output:
            output.close()
        file, self._file = self._file, None
        try:
            if file and not self._isstdin:
                file.close()
        finally:
            backup = self._backupname if self._inplace and self._started and hasattr(self, '_backupname') else None
            if backup and not self._backup:
                self._backupname = None
                try:
                    os.unlink(backup)
                except OSError:
                    pass
            self._isstdin = False

    def readline(self):
        while True:
            line = self._line()  #: 292 line = «self._readline()»
            if line:
                self._filelineno += 1
                return line
            if not self._file:
                return line
            self.nextfile()

    def _line(self):  #: -
        if self._file is None:
            if not self._files:
                return b'' if 'b' in self._mode else ''
            self._open()
        return self._file.readline()

    def _open(self):  #: in fileinput.py _readline
        self._filename, self._files = self._files[0], self._files[1:]
        self._startlineno = self.lineno()
        self._filelineno, self._file, self._started = 0, None, True
        binary = 'b' in self._mode
        encoding = None if binary else self._encoding or 'locale'
        if self._filename == '-':
            self._filename, self._isstdin = '<stdin>', True
            self._file = getattr(sys.stdin, 'buffer', sys.stdin) if binary else sys.stdin
            return
        if self._inplace:
            self._backupname = os.fspath(self._filename) + (self._backup or '.bak')
            try:
                os.unlink(self._backupname)
            except OSError:
                pass
            os.rename(self._filename, self._backupname)
            self._file = open(self._backupname, self._mode, encoding=encoding, errors=self._errors)
            self._output = open(self._filename, self._mode.replace('r', 'w'), encoding=encoding, errors=self._errors)
            os.chmod(self._filename, os.stat(self._backupname).st_mode & 0o777)
            self._savestdout, sys.stdout = sys.stdout, self._output
        elif self._openhook:
            if self._encoding is None:
                self._file = self._openhook(self._filename, self._mode)
            else:
                self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)
        else:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)  #: 370

    def filename(self):
        return self._filename

    def lineno(self):
        return self._startlineno + self._filelineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        if self._file:
            try:
                return self._file.fileno()
            except ValueError:
                pass
        return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin

    __class_getitem__ = classmethod(GenericAlias)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    if encoding is None and 'b' not in mode:
        encoding = 'locale'
    ending = os.path.splitext(filename)[1]
    if ending == '.gz':
        import gzip
        stream = gzip.open(filename, mode)
    elif ending == '.bz2':
        import bz2
        stream = bz2.BZ2File(filename, mode)
    else:
        return open(filename, mode, encoding=encoding, errors=errors)
    return stream if 'b' in mode else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    def openhook(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)
    return openhook
