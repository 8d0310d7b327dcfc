"""Records in files: what they are called, when the next one begins, how many are kept and how they are packed."""
import datetime
import decimal
import glob
import numbers
import os
import re
import shutil
import string
from functools import partial

from loguru._records import aware_now, datetime as _moment

_DAYS = 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'
_UNITS = ((r'y|years?', 31536000), (r'months?', 2628000), (r'w|weeks?', 604800), (r'd|days?', 86400), (r'h|hours?', 3600),
          (r'min(?:ute)?s?', 60), (r's|sec(?:ond)?s?', 1), (r'ms|milliseconds?', 0.001), (r'us|microseconds?', 0.000001))
_TIMES = '%H', '%H:%M', '%H:%M:%S', '%H:%M:%S.%f', '%I %p', '%I:%M %S', '%I:%M:%S %p', '%I:%M:%S.%f %p'
# When files were made, as far as this process knows.
_made = {}


def _made_at(path):
    return _made.get(os.path.realpath(path)) or os.stat(path).st_mtime


class _Date:
    """`{time}` in the name of a file."""

    def __init__(self, moment=None):
        self._moment = moment or aware_now()

    def __format__(self, spec):
        return format(self._moment, spec or '%Y-%m-%d_%H-%M-%S_%f')


def _renamed(root, ext):
    """A name for what is there already, by when it was made."""
    date = _Date(_moment.fromtimestamp(_made_at(root + ext)))
    path, count = f'{root}.{date}{ext}', 1
    while os.path.exists(path):
        count += 1
        path = f'{root}.{date}.{count}{ext}'
    return path


def _size(text):
    """`10 MB` in bytes; None if the text is no size."""
    match = re.fullmatch(r'([e\+\-\.\d]+)\s*([kmgtpezy])?(i)?(b)', text.strip(), re.I)
    if not match:
        return None
    number, unit, binary, bits = match.groups()
    try:
        number = float(number)
    except ValueError as error:
        raise ValueError(f"Invalid float value while parsing size: '{number}'") from error
    power = 'kmgtpezy'.index(unit.lower()) + 1 if unit else 0
    return number * (1024 if binary else 1000) ** power / (8 if bits == 'b' else 1)


def _duration(text):
    """`1 week, 3 days` as a timedelta; None if the text is no duration."""
    pattern = r'(?:([e\+\-\.\d]+)\s*([a-z]+)[\s\,]*)'
    if not re.fullmatch(pattern + '+', text.strip(), re.I):
        return None
    seconds = 0
    for number, unit in re.findall(pattern, text.strip(), re.I):
        try:
            number = float(number)
        except ValueError as error:
            raise ValueError(f"Invalid float value while parsing duration: '{number}'") from error
        for names, factor in _UNITS:
            if re.fullmatch(names, unit, re.I):
                seconds += number * factor
                break
        else:
            raise ValueError(f"Invalid unit value while parsing duration: '{unit}'")
    return datetime.timedelta(seconds=seconds)


def _day(text):
    text = text.strip().lower()
    if text in _DAYS:
        return _DAYS.index(text)
    if text[:1] != 'w' or not text[1:].isdigit():
        return None
    day = int(text[1:])
    if day > 6:
        raise ValueError(f"Invalid weekday value while parsing day (expected [0-6]): '{day}'")
    return day


def _time(text):
    text = text.strip()
    if not re.match(r'^[\d\.\:]+\s*(?:[ap]m)?$', text, re.I):
        return None
    for form in _TIMES:
        try:
            return datetime.datetime.strptime(text, form).time()
        except ValueError:
            pass
    raise ValueError(f"Unrecognized format while parsing time: '{text}'")


def _daytime(text):
    """`monday at 12:00` as a day and a time, one of which may be None; None if the text is neither."""
    match = re.match(r'^(.*?)\s+at\s+(.*)$', text.strip(), re.I)
    parts = match.groups() if match else (text.strip(), text.strip())
    found = []
    for part, read, name in zip(parts, (_day, _time), ('day', 'time')):
        try:
            value = read(part)
            if match and value is None:
                raise ValueError(f'Unparsable {name}')
        except ValueError as error:
            raise ValueError(f"Invalid {name} while parsing daytime: '{part}'") from error
        found.append(value)
    return None if found == [None, None] else found


def _midnight(moment, days):
    return (moment + datetime.timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)


def _next_month(t):
    return _midnight(t.replace(day=1) + datetime.timedelta(days=32), 0).replace(day=1)


_FREQUENCIES = {
    'hourly': lambda t: (t + datetime.timedelta(hours=1)).replace(minute=0, second=0, microsecond=0),
    'daily': lambda t: _midnight(t, 1),
    'weekly': lambda t: _midnight(t, 7 - t.weekday()),
    'monthly': _next_month,
    'yearly': lambda t: _midnight(t.replace(year=t.year + 1, month=1, day=1), 0),
}


def _weekday(t, day):
    return t + datetime.timedelta(days=(day - t.weekday() - 1) % 7 + 1)


class _AtTimes:
    """A new file begins at times: `step` gives the next one."""

    def __init__(self, step, time=None):
        self._step, self._time, self._limit = step, time, None

    def __call__(self, message, file):
        now = message.record['time']
        if self._limit is None:
            path = os.path.realpath(file.name)
            made = _made[path] = _made_at(path)
            start = limit = datetime.datetime.fromtimestamp(made, tz=datetime.timezone.utc)
            if self._time is not None:
                zone = self._time.tzinfo or now.tzinfo
                limit = limit.astimezone(zone).replace(hour=self._time.hour, minute=self._time.minute,
                                                       second=self._time.second, microsecond=self._time.microsecond)
            if limit <= start:
                limit = self._step(limit)
            zone = self._time.tzinfo if self._time is not None else None
            self._limit = limit if zone else limit.astimezone(now.tzinfo).replace(tzinfo=None)
        if self._limit.tzinfo is None:
            now = now.replace(tzinfo=None)
        if now < self._limit:
            return False
        while self._limit <= now:
            self._limit = self._step(self._limit)
        return True


def _at_size(message, file, size):
    file.seek(0, 2)
    return file.tell() + len(message) > size


def _rotation(rotation):
    """What tells whether a message begins a new file."""
    if isinstance(rotation, str):
        text = rotation
        rotation = _size(text)
        if rotation is None:
            rotation = _duration(text)
        if rotation is None:
            frequency = _FREQUENCIES.get(text.strip().lower())
            if frequency is not None:
                return _AtTimes(frequency)
            day, rotation = _daytime(text) or (None, None)
            if day is not None:
                return _AtTimes(partial(_weekday, day=day), rotation or datetime.time())
            if rotation is None:
                raise ValueError(f"Cannot parse rotation from: '{text}'")
    if rotation is None or callable(rotation):
        return rotation
    if isinstance(rotation, (numbers.Real, decimal.Decimal)):
        return partial(_at_size, size=rotation)
    if isinstance(rotation, datetime.time):
        return _AtTimes(lambda t: t + datetime.timedelta(days=1), rotation)
    if isinstance(rotation, datetime.timedelta):
        return _AtTimes(lambda t: t + rotation)
    raise TypeError(f"Cannot infer rotation for objects of type: '{type(rotation).__name__}'")


def _retention(retention):
    """What removes old files from a list of them."""
    if isinstance(retention, str):
        text = retention
        retention = _duration(text)
        if retention is None:
            raise ValueError(f"Cannot parse retention from: '{text}'")
    if retention is None or callable(retention):
        return retention
    if isinstance(retention, int):
        def old(logs):
            return sorted(logs, key=lambda log: (-os.stat(log).st_mtime, log))[retention:]
    elif isinstance(retention, datetime.timedelta):
        def old(logs):
            limit = datetime.datetime.now().timestamp() - retention.total_seconds()
            return [log for log in logs if os.stat(log).st_mtime <= limit]
    else:
        raise TypeError(f"Cannot infer retention for objects of type: '{type(retention).__name__}'")

    def remove(logs):
        for log in old(logs):
            os.remove(log)

    return remove


def _compression(compression):
    """What packs a file and removes it."""
    if compression is None or callable(compression):
        return compression
    if not isinstance(compression, str):
        raise TypeError(f"Cannot infer compression for objects of type: '{type(compression).__name__}'")
    ext = compression.strip().lstrip('.')
    if ext in ('gz', 'bz2', 'xz', 'lzma'):
        import importlib
        opener = importlib.import_module({'gz': 'gzip', 'xz': 'lzma'}.get(ext, ext)).open
        if ext == 'lzma':
            import lzma
            opener = partial(opener, format=lzma.FORMAT_ALONE)

        def pack(path, packed):
            with open(path, 'rb') as source, opener(packed, 'wb') as target:
                shutil.copyfileobj(source, target)
    elif ext in ('tar', 'tar.gz', 'tar.bz2', 'tar.xz'):
        import tarfile

        def pack(path, packed):
            with tarfile.open(packed, 'w:' + ext[4:]) as target:
                target.add(path, os.path.basename(path))
    elif ext == 'zip':
        import zipfile

        def pack(path, packed):
            with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as target:
                target.write(path, os.path.basename(path))
    else:
        raise ValueError(f"Invalid compression format: '{ext}'")

    def compress(path):
        packed = f'{path}.{ext}'
        if os.path.exists(packed):
            root, last = os.path.splitext(path)
            os.rename(packed, _renamed(root, f'{last}.{ext}'))
        pack(path, packed)
        os.remove(path)

    return compress


class FileSink:
    def __init__(self, path, *, rotation=None, retention=None, compression=None, delay=False, watch=False, mode='a',
                 buffering=1, encoding='utf8', **kwargs):
        self.encoding = encoding
        self._options = {**kwargs, 'mode': mode, 'buffering': buffering, 'encoding': encoding}
        self._path = str(path)
        self._rotation, self._retention = _rotation(rotation), _retention(retention)
        self._compression, self._watch = _compression(compression), watch
        self._file = self._file_path = None
        if not delay:
            self._open(self._new_path())

    def write(self, message):
        if self._file is None:
            self._open(self._new_path())
        if self._watch:
            self._reopen_if_moved()
        if self._rotation is not None and self._rotation(message, self._file):
            self._finish(rotating=True)
        self._file.write(message)

    def stop(self):
        if self._watch and self._file is not None:
            self._reopen_if_moved()
        self._finish()

    def tasks_to_complete(self):
        return []

    def _new_path(self):
        return os.path.abspath(self._path.format_map({'time': _Date()}))

    def _open(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not os.path.exists(path):
            _made.pop(os.path.realpath(path), None)
        self._file, self._file_path = open(path, **self._options), path
        if self._watch:
            self._place = self._where()

    def _where(self):
        try:
            found = os.stat(self._file_path)
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _reopen_if_moved(self):
        if self._where() != self._place:
            self._file.close()
            self._open(self._file_path)

    def _finish(self, rotating=False):
        path, self._file_path = self._file_path, None
        if self._file is not None:
            self._file.flush()
            self._file.close()
            self._file = None
        new = None
        if rotating:
            new = self._new_path()
            if new == path:
                path = _renamed(*os.path.splitext(path))
                os.rename(new, path)
        if rotating or self._rotation is None:
            if self._compression is not None and path is not None:
                self._compression(path)
            if self._retention is not None:
                self._retention([file for file in self._all() if os.path.isfile(file)])
        if rotating:
            self._open(new)
            _made[os.path.realpath(new)] = datetime.datetime.now().timestamp()

    def _all(self):
        """The files that this sink has made, packed ones too."""
        parts = string.Formatter().parse(self._path)
        whole = ''.join(glob.escape(text) + '*' * (name is not None) for text, name, *_ in parts)
        root, ext = os.path.splitext(whole)
        patterns = [whole, whole + '.*'] + ([f'{root}.*{ext}', f'{root}.*{ext}.*'] if ext else [])
        return {file for pattern in patterns for file in glob.glob(pattern)}
