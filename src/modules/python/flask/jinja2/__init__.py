"""Jinja: templates in a language of their own."""
from jinja2.environment import Environment, Template
from jinja2.exceptions import (TemplateAssertionError, TemplateError, TemplateNotFound, TemplateRuntimeError, TemplatesNotFound, TemplateSyntaxError,
                               UndefinedError)
from jinja2.loaders import BaseLoader, ChoiceLoader, DictLoader, FileSystemLoader, FunctionLoader, PackageLoader, PrefixLoader
from jinja2.runtime import ChainableUndefined, DebugUndefined, StrictUndefined, Undefined, make_logging_undefined
from jinja2.utils import clear_caches, is_undefined, pass_context, pass_environment, pass_eval_context, select_autoescape

__version__ = '3.1.6'


def __getattr__(name):
    if name == 'ModuleLoader':
        from jinja2 import loaders
        return loaders.ModuleLoader
    if name in ('BytecodeCache', 'FileSystemBytecodeCache', 'MemcachedBytecodeCache'):
        from _frames import not_supported
        not_supported(f'jinja2.{name}', 'jinja2.Environment')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
