"""Where templates come from."""
import os
import posixpath
from collections.abc import Mapping
from contextlib import suppress

from jinja2.exceptions import TemplateNotFound
from jinja2.utils import internalcode


def split_template_path(template):
    """The parts of a path that stays below where it is looked for."""
    found = []
    for piece in template.split('/'):
        if os.sep in piece or os.altsep and os.altsep in piece or piece == os.pardir:
            raise TemplateNotFound(template)
        if piece and piece != '.':
            found.append(piece)
    return found


class BaseLoader:
    has_source_access = True

    def get_source(self, environment, template):
        """The source, the file's name or None, and what says whether that holds still."""
        if not self.has_source_access:
            raise RuntimeError(f'{type(self).__name__} cannot provide access to the source')
        raise TemplateNotFound(template)

    def list_templates(self):
        raise TypeError('this loader cannot iterate over all templates')

    def load(self, environment, name, globals=None):
        source, filename, uptodate = self.get_source(environment, name)
        code = environment.compile(source, name, filename)
        return environment.template_class.from_code(environment, code, {} if globals is None else globals, uptodate)


class FileSystemLoader(BaseLoader):
    def __init__(self, searchpath, encoding='utf-8', followlinks=False):
        if isinstance(searchpath, str) or not hasattr(searchpath, '__iter__'):
            searchpath = [searchpath]
        self.searchpath, self.encoding, self.followlinks = [os.fspath(each) for each in searchpath], encoding, followlinks

    def get_source(self, environment, template):
        pieces = split_template_path(template)
        for folder in self.searchpath:
            filename = posixpath.join(folder, *pieces)
            if os.path.isfile(filename):
                break
        else:
            told = ', '.join(map(repr, self.searchpath))
            raise TemplateNotFound(template, f"{template!r} not found in search path{'s' * (len(self.searchpath) != 1)}: {told}")
        with open(filename, encoding=self.encoding) as file:
            source = file.read()
        made = os.path.getmtime(filename)

        def is_up_to_date():
            try:
                return os.path.getmtime(filename) == made
            except OSError:
                return False
        return source, os.path.normpath(filename), is_up_to_date

    def list_templates(self):
        found = set()
        for root in self.searchpath:
            for folder, _, names in os.walk(root, followlinks=self.followlinks):
                for name in names:
                    path = os.path.join(folder, name)[len(root):].strip(os.sep).replace(os.sep, '/')
                    found.add(path[2:] if path[:2] == './' else path)
        return sorted(found)


class PackageLoader(BaseLoader):
    """Templates that lie beside a module."""

    def __init__(self, package_name, package_path='templates', encoding='utf-8'):
        import importlib
        package_path = os.path.normpath(package_path).rstrip(os.sep)
        self.package_path = '' if package_path == os.curdir else package_path
        self.package_name, self.encoding = package_name, encoding
        module = importlib.import_module(package_name)
        roots = list(getattr(module, '__path__', ())) or [os.path.dirname(getattr(module, '__file__', None) or '')]
        self._template_root = next((path for root in roots if os.path.isdir(path := os.path.join(root, self.package_path))), None)
        if self._template_root is None:
            raise ValueError(f'PackageLoader could not find a {package_path!r} directory in the {package_name!r} package.')

    def get_source(self, environment, template):
        path = posixpath.join(self._template_root, *split_template_path(template))
        if not os.path.isfile(path):
            raise TemplateNotFound(template)
        with open(path, encoding=self.encoding, newline='') as file:
            source = file.read()
        made = os.path.getmtime(path)
        return source, path, lambda: os.path.isfile(path) and os.path.getmtime(path) == made

    def list_templates(self):
        return FileSystemLoader(self._template_root).list_templates()


class DictLoader(BaseLoader):
    def __init__(self, mapping):
        self.mapping = mapping

    def get_source(self, environment, template):
        if template not in self.mapping:
            raise TemplateNotFound(template)
        source = self.mapping[template]
        return source, None, lambda: source == self.mapping.get(template)

    def list_templates(self):
        return sorted(self.mapping)


class FunctionLoader(BaseLoader):
    def __init__(self, load_func):
        self.load_func = load_func

    def get_source(self, environment, template):
        found = self.load_func(template)
        if found is None:
            raise TemplateNotFound(template)
        return (found, None, None) if isinstance(found, str) else found


class PrefixLoader(BaseLoader):
    """Loaders by the first part of the name."""

    def __init__(self, mapping, delimiter='/'):
        self.mapping, self.delimiter = mapping, delimiter

    def get_loader(self, template):
        prefix, found, name = template.partition(self.delimiter)
        if not found or prefix not in self.mapping:
            raise TemplateNotFound(template)
        return self.mapping[prefix], name

    def _ask(self, method, name, environment, *more):
        """What the loader of a name says, where a template is named as a whole that is not there."""
        loader, local = self.get_loader(name)
        try:
            return getattr(loader, method)(environment, local, *more)
        except TemplateNotFound as e:
            raise TemplateNotFound(name) from e

    def get_source(self, environment, template):
        return self._ask('get_source', template, environment)

    def load(self, environment, name, globals=None):
        return self._ask('load', name, environment, globals)

    def list_templates(self):
        return [prefix + self.delimiter + name for prefix, loader in self.mapping.items() for name in loader.list_templates()]


class ChoiceLoader(BaseLoader):
    """The first loader that has a template."""

    def __init__(self, loaders):
        self.loaders = loaders

    def _ask(self, method, name, environment, *more):
        for loader in self.loaders:
            with suppress(TemplateNotFound):
                return getattr(loader, method)(environment, name, *more)
        raise TemplateNotFound(name)

    def get_source(self, environment, template):
        return self._ask('get_source', template, environment)

    def load(self, environment, name, globals=None):
        return self._ask('load', name, environment, globals)

    def list_templates(self):
        return sorted({name for loader in self.loaders for name in loader.list_templates()})


def __getattr__(name):
    if name == 'ModuleLoader':
        from _frames import not_supported
        not_supported('jinja2.ModuleLoader', 'jinja2.FileSystemLoader')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
