"""Modules and packages that lie in archives of zip."""
import _imports
import zipfile as _zipfile
from _files import find as _find

__all__ = ['ZipImportError', 'zipimporter']


class ZipImportError(ImportError):
    """What is no archive, or a module that one has not."""


_zip_directory_cache = {}


class zipimporter:
    """Finds and loads the modules of one folder of an archive."""

    def __init__(self, path):
        if not isinstance(path, str):
            raise TypeError(f'expected str, not {type(path)!r}')
        if not path:
            raise ZipImportError('archive path is empty', path=path)
        parts, archive = [], path
        while (node := _find(archive)) is None:
            archive, _, name = archive.rpartition('/')
            if not archive:
                raise ZipImportError('not a Zip file', path=path)
            parts.append(name)
        if node.data is None:
            raise ZipImportError('not a Zip file', path=path)
        self.archive = archive
        self.prefix = ''.join([part + '/' for part in reversed(parts)])
        self._read()

    def _read(self):
        node = _find(self.archive)
        known = _zip_directory_cache.get(self.archive)
        data = None if node is None or node.data is None else bytes(node.data)
        if known is None or known[0] != data:
            try:
                opened = _zipfile.ZipFile(self.archive)
            except (OSError, _zipfile.BadZipFile):
                raise ZipImportError(f'not a Zip file: {self.archive!r}', path=self.archive) from None
            with opened as archive:
                known = _zip_directory_cache[self.archive] = data, {info.filename: info for info in archive.infolist()}
        self._files = known[1]

    def _get_files(self):
        return self._files

    def _module(self, fullname):
        """(path in the archive, whether it is a package) of a module's text; None."""
        base = self.prefix + fullname.rpartition('.')[2]
        for path, is_package in ((base + '/__init__.py', True), (base + '.py', False)):
            if path in self._files:
                return path, is_package
        return None

    def _found(self, fullname):
        found = self._module(fullname)
        if found is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return found

    def find_spec(self, fullname, target=None):
        found = self._module(fullname)
        if found is not None:
            places = [] if found[1] else None
            return _imports.spec_from_file_location(fullname, loader=self, submodule_search_locations=places)
        base = self.prefix + fullname.rpartition('.')[2]
        # A folder has an entry of its own, or is none.
        if base + '/' in self._files:
            spec = _imports.ModuleSpec(fullname, None)
            spec.submodule_search_locations = [f'{self.archive}/{base}']
            return spec
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):  #: in <frozen zipimport>
        code = self.get_code(module.__name__)
        _imports._call_with_frames_removed(exec, code, module.__dict__)

    def load_module(self, fullname):
        import warnings
        warnings.warn('zipimport.zipimporter.load_module() is deprecated and slated for removal in Python 3.12; use exec_module() instead',
                      DeprecationWarning)
        import sys
        self._found(fullname)
        spec = self.find_spec(fullname)
        module = sys.modules.get(fullname)
        if module is None:
            return _imports._load_unlocked(spec)
        self.exec_module(module)
        return module

    def get_code(self, fullname):
        path, _ = self._found(fullname)
        return compile(self.get_data(path), f'{self.archive}/{path}', 'exec', dont_inherit=True)

    def get_data(self, pathname):
        name = pathname[len(self.archive + '/'):] if pathname.startswith(self.archive + '/') else pathname
        if name not in self._files:
            raise OSError(0, '', name)
        with _zipfile.ZipFile(self.archive) as archive:
            return archive.read(self._files[name].filename)

    def get_filename(self, fullname):
        return f'{self.archive}/{self._found(fullname)[0]}'

    def get_source(self, fullname):
        return self.get_data(self._found(fullname)[0]).decode()

    def is_package(self, fullname):
        return self._found(fullname)[1]

    def get_resource_reader(self, fullname):
        try:
            if not self.is_package(fullname):
                return None
        except ZipImportError:
            return None
        from importlib.resources.readers import ZipReader
        return ZipReader(self, fullname)

    def invalidate_caches(self):
        _zip_directory_cache.pop(self.archive, None)
        try:
            self._read()
        except ZipImportError:
            self._files = {}

    def __repr__(self):
        return f'<zipimporter object "{self.archive}/{self.prefix}">'
