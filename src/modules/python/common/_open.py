"""Open files: `open()` and what it gives."""
import _files
import _frames
import io as _io
from _frames import extension as _extension, shortcuts as _shortcuts

from _raw_files import FileIO
from _buffers import BufferedRWPair, BufferedRandom, BufferedReader, BufferedWriter, _BLOCK, _Buffered
from _text_streams import IncrementalNewlineDecoder, TextIOWrapper

# The names that the system has for the standard streams.
_STANDARD = {f'{name}': number for number, word in enumerate(('stdin', 'stdout', 'stderr'))
             for name in (f'/dev/{word}', f'/dev/fd/{number}', f'/proc/self/fd/{number}')}


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """A file of the run's file system."""
    if not isinstance(file, int) or not -1 << 31 <= file < 1 << 31:
        if not isinstance(file, (str, bytes)) and not hasattr(type(file), '__fspath__'):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
        file = _files.fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {_frames.argument_type(mode)}")
    buffering = _frames.c_int(buffering)
    for name, value in ('encoding', encoding), ('errors', errors), ('newline', newline):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {_frames.type_name(value)}")
    letters = set(mode)
    if letters - set('axrwb+t') or len(mode) > len(letters):
        raise ValueError(f"invalid mode: '{mode}'")
    binary = 'b' in mode
    if 't' in mode and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set('xrwa')) != 1:
        if not letters & set('xrwa') or len(letters & set('xrwa')) > 1:
            text = 'ust have exactly one of create/read/write/append mode'
            raise ValueError('m' + text if letters & set('xrwa') else f'M{text} and at most one plus')
    if binary:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")
        if buffering == 1:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                          RuntimeWarning)
    standard = _STANDARD.get(file) if isinstance(file, str) else None
    if standard is not None:
        file, closefd = standard, False
    if isinstance(file, int):
        if file in (0, 1, 2):
            import sys
            stream = (sys.__stdin__, sys.__stdout__, sys.__stderr__)[file]
            if binary or closefd or not file and standard is None:
                return stream.buffer if binary else stream
            # Closed, it leaves the stream open.
            return TextIOWrapper(stream.buffer, encoding, errors, newline, buffering == 1)
        place = _files._descriptor(file) if file >= 0 else None
        if place and not hasattr(place, 'node'):
            import _unseekable
            return _unseekable.of_number(file, mode, buffering, encoding, errors, newline, closefd, place)
    try:
        raw = FileIO(file, mode.replace('b', '').replace('t', ''), closefd, opener)
    except _files.NamedPipe:
        number = _files.open(file, 2 if '+' in mode else 0 if 'r' in mode else 1)
        return open(number, mode, buffering, encoding, errors, newline)
    if buffering == 0:
        if binary:
            return raw
        raw.close()
        raise ValueError("can't have unbuffered text I/O")
    size = buffering if buffering > 1 else _BLOCK
    buffered = (BufferedRandom if '+' in mode else BufferedReader if 'r' in mode else BufferedWriter)(raw, size)
    if binary:
        return buffered
    try:
        text = TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)
    except BaseException:
        buffered.close()
        raise
    text.mode = mode
    return text


def sibling(name):
    """For io's lazy names."""
    return globals()[name]


_extension(FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper, IncrementalNewlineDecoder)
_shortcuts(4, TextIOWrapper, FileIO)
_io.RawIOBase.register(FileIO)
_io.TextIOBase.register(TextIOWrapper)
for _kind in BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair:
    _io.BufferedIOBase.register(_kind)
_frames.unseen(_Buffered)
