"""Files as answers."""
from aiohttp.web_response import Response as _Response


class FileResponse(_Response):
    """A file as an answer."""

    def __init__(self, path, chunk_size=262144, status=200, reason=None, headers=None):
        super().__init__(status=status, reason=reason, headers=headers)
        self._path, self._whole = path, b''

    async def prepare(self, request):
        import os
        import time
        if not os.path.isfile(self._path):
            self.set_status(404)
            self._headers.setdefault('Content-Type', 'application/octet-stream')
            return await super().prepare(request)
        if 'Content-Type' not in self._headers:
            import mimetypes
            self._headers['Content-Type'] = mimetypes.guess_type(str(self._path))[0] or 'application/octet-stream'
        found = os.stat(self._path)
        self._headers['Etag'] = f'"{found.st_mtime_ns:x}-{found.st_size:x}"'
        self._headers['Last-Modified'] = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(found.st_mtime))
        self._headers['Accept-Ranges'] = 'bytes'
        with open(self._path, 'rb') as file:
            self._whole = file.read()
        if wanted := request.headers.get('Range'):
            self._cut(wanted)
        return await super().prepare(request)

    def _cut(self, wanted):
        """A part of the file, as a client wants it."""
        first, dash, last = wanted.removeprefix('bytes=').partition('-')
        size = len(self._whole)
        if not wanted.startswith('bytes=') or not dash or not (first + last).isdigit():
            return
        start = int(first) if first else max(size - int(last), 0)
        end = min(int(last) + 1 if first and last else size, size)
        if start >= end:
            self._headers['Content-Range'] = f'bytes */{size}'
            self.set_status(416)
            self._whole = b''
        else:
            self._headers['Content-Range'] = f'bytes {start}-{end - 1}/{size}'
            self.set_status(206)
            self._whole = self._whole[start:end]

    def _content(self):
        return self._whole
