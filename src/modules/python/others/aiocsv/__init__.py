"""csv over files that are awaited: whole rows are taken out of what has been read so far."""
import csv as _csv
import io as _io

__version__ = '1.4.0'
__all__ = ['AsyncReader', 'AsyncDictReader', 'AsyncWriter', 'AsyncDictWriter']
_SIZE = 2048


class AsyncReader:
    """Rows as lists."""

    def __init__(self, asyncfile, **csvreaderparams):
        self._file, self._params = asyncfile, csvreaderparams
        self.dialect = _csv.reader([], **csvreaderparams).dialect
        self._text, self._rows, self._lines, self._ended = '', _csv.reader([]), 0, False
        # Whether the last line has no end, and what is wrong with the one that is being read.
        self._endless, self._wrong = False, None

    # Lines are counted by their ends.
    line_num = property(lambda self: self._lines + self._rows.line_num - (self._endless or self._wrong is not None))

    def __aiter__(self):
        return self

    async def __anext__(self):
        while True:
            if self._wrong is not None:
                raise _csv.Error(self._wrong)
            try:
                for row in self._rows:
                    return row
            except _csv.Error as error:
                if str(error) != 'unexpected end of data':
                    self._wrong = str(error)
                raise
            if self._ended:
                raise StopAsyncIteration
            more = await self._file.read(_SIZE)
            self._ended = not more
            self._text += more
            self._lines = self.line_num
            self._rows = self._whole()

    def _whole(self):
        """The rows that are there to their end."""
        text, end = self._text, len(self._text)
        if not self._ended:
            end = self._end(text)
        elif text and text[-1] not in '\r\n':
            self._endless = True
        self._text = text[end:]
        return _csv.reader(_io.StringIO(text[:end], newline=''), **self._params)

    def _end(self, text):
        """Behind the last line that ends a row."""
        quote, escape, open_quote, end, at = self.dialect.quotechar, self.dialect.escapechar, False, 0, 0
        if self.dialect.quoting == _csv.QUOTE_NONE:
            quote = None
        for piece in text.splitlines(keepends=True):
            plain = piece.replace(escape + quote, '') if escape and quote else piece
            open_quote ^= quote is not None and plain.count(quote) % 2
            at += len(piece)
            # A carriage return may be half of a line's end.
            if not open_quote and (piece[-1:] == '\n' or piece[-1:] == '\r' and at < len(text)):
                end = at
        return end


class AsyncDictReader:
    """Rows as dicts."""

    def __init__(self, asyncfile, fieldnames=None, restkey=None, restval=None, **csvreaderparams):
        self.fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader = AsyncReader(asyncfile, **csvreaderparams)

    dialect = property(lambda self: self.reader.dialect)
    line_num = property(lambda self: self.reader.line_num)

    async def get_fieldnames(self):
        if self.fieldnames is None:
            self.fieldnames = await anext(self.reader, [])
        return self.fieldnames

    def __aiter__(self):
        return self

    async def __anext__(self):
        names = await self.get_fieldnames()
        while not (row := await anext(self.reader)):
            pass
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class AsyncWriter:
    """Writes rows."""

    def __init__(self, asyncfile, **csvwriterparams):
        self._file, self._buffer = asyncfile, _io.StringIO(newline='')
        self._writer = _csv.writer(self._buffer, **csvwriterparams)

    dialect = property(lambda self: self._writer.dialect)

    async def _flush(self):
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        await self._file.write(text)

    async def writerow(self, row):
        self._writer.writerow(row)
        await self._flush()

    async def writerows(self, rows):
        self._writer.writerows(rows)
        await self._flush()


class AsyncDictWriter(AsyncWriter):
    """Writes dicts."""

    def __init__(self, asyncfile, fieldnames, **csvdictwriterparams):
        self._file, self._buffer = asyncfile, _io.StringIO(newline='')
        self._writer = _csv.DictWriter(self._buffer, fieldnames, **csvdictwriterparams)

    dialect = property(lambda self: self._writer.writer.dialect)
    fieldnames = property(lambda self: self._writer.fieldnames)
    restval = property(lambda self: self._writer.restval)
    extrasaction = property(lambda self: self._writer.extrasaction)

    async def writeheader(self):
        self._writer.writeheader()
        await self._flush()
