"""A directory of files as an application."""
import os as _os
import stat as _stat

from starlette._utils import get_route_path as _get_route_path
from starlette.concurrency import run_in_threadpool as _run_in_threadpool
from starlette.datastructures import URL, Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.websockets import WebSocketClose


class NotModifiedResponse(Response):
    NOT_MODIFIED_HEADERS = 'cache-control', 'content-location', 'date', 'etag', 'expires', 'vary'

    def __init__(self, headers):
        super().__init__(status_code=304, headers={name: value for name, value in headers.items()
                                                   if name in self.NOT_MODIFIED_HEADERS})


class StaticFiles:
    def __init__(self, *, directory=None, packages=None, html=False, check_dir=True, follow_symlink=False):
        self.directory, self.packages, self.html, self.follow_symlink = directory, packages, html, follow_symlink
        self.all_directories = [] if directory is None else [directory]
        if packages:
            import _network
            _network.not_supported('StaticFiles of packages', 'a directory')
        self.config_checked = False
        if check_dir and directory is not None and not _os.path.isdir(directory):
            raise RuntimeError(f"Directory '{directory}' does not exist")

    async def __call__(self, scope, receive, send):
        if scope['type'] == 'websocket':
            await WebSocketClose()(scope, receive, send)
            return
        assert scope['type'] == 'http'
        if not self.config_checked:
            await self.check_config()
            self.config_checked = True
        response = await self.get_response(self.get_path(scope), scope)
        await response(scope, receive, send)

    def get_path(self, scope):
        return _os.path.normpath(_os.path.join(*_get_route_path(scope).split('/')))

    async def get_response(self, path, scope):
        if scope['method'] not in ('GET', 'HEAD'):
            raise HTTPException(status_code=405, headers={'Allow': 'GET, HEAD'})
        try:
            whole, found = await _run_in_threadpool(self.lookup_path, path)
        except PermissionError:
            raise HTTPException(status_code=401)
        except ValueError:
            raise HTTPException(status_code=404)
        if found and _stat.S_ISREG(found.st_mode):
            return self.file_response(whole, found, scope)
        if self.html:
            if found and _stat.S_ISDIR(found.st_mode):
                whole, found = await _run_in_threadpool(self.lookup_path, _os.path.join(path, 'index.html'))
                if found and _stat.S_ISREG(found.st_mode):
                    if not scope['path'].endswith('/'):
                        url = URL(scope=scope)
                        return RedirectResponse(url.replace(path=url.path + '/'))
                    return self.file_response(whole, found, scope)
            whole, found = await _run_in_threadpool(self.lookup_path, '404.html')
            if found and _stat.S_ISREG(found.st_mode):
                return FileResponse(whole, stat_result=found, status_code=404)
        raise HTTPException(status_code=404)

    def lookup_path(self, path):
        real = _os.path.abspath if self.follow_symlink else _os.path.realpath
        for directory in () if path.startswith(('/', '\\')) else self.all_directories:
            whole, home = real(_os.path.join(directory, path)), real(directory)
            if _os.path.commonpath([whole, home]) == str(home):
                try:
                    return whole, _os.stat(whole)
                except (FileNotFoundError, NotADirectoryError):
                    continue
        return '', None

    def file_response(self, full_path, stat_result, scope, status_code=200):
        response = FileResponse(full_path, status_code=status_code, stat_result=stat_result)
        if self.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response

    async def check_config(self):
        if self.directory is not None:
            try:
                found = await _run_in_threadpool(_os.stat, self.directory)
            except FileNotFoundError:
                raise RuntimeError(f"StaticFiles directory '{self.directory}' does not exist.")
            if not _stat.S_ISDIR(found.st_mode):
                raise RuntimeError(f"StaticFiles path '{self.directory}' is not a directory.")

    def is_not_modified(self, response_headers, request_headers):
        if tags := request_headers.get('if-none-match'):
            return tags.strip() == '*' or response_headers['etag'] in [
                tag.strip().removeprefix('W/') for tag in tags.split(',')]
        from email.utils import parsedate
        since, last = request_headers.get('if-modified-since'), response_headers.get('last-modified')
        since, last = since and parsedate(since), last and parsedate(last)
        return bool(since and last and since >= last)
