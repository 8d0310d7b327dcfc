"""Where declarative classes were before 2.0."""
import warnings
from sqlalchemy import exc
from sqlalchemy.orm import decl_api as _decl_api
from sqlalchemy.orm.decl_api import DeclarativeMeta, declarative_mixin, declared_attr, has_inherited_table, synonym_for


def _moved(name):
    def call(*args, **kw):
        warnings.warn(f'The ``{name}()`` function is now available as sqlalchemy.orm.{name}(). (deprecated since: 2.0) (Background on SQLAlchemy 2.0 at: '
                      'https://sqlalche.me/e/b8d9)', exc.MovedIn20Warning, stacklevel=2)
        return getattr(_decl_api, name)(*args, **kw)
    call.__name__ = name
    return call


declarative_base, as_declarative = _moved('declarative_base'), _moved('as_declarative')


class ConcreteBase:
    """A class whose subclasses have whole tables of their own, and that finds the rows of all."""

    @classmethod
    def __declare_first__(cls):
        from sqlalchemy.orm._polymorphic import unite
        unite(cls.__mapper__)


class AbstractConcreteBase:
    """A class without a table that finds the rows of its subclasses, which have whole tables of their own."""
    _sa_united = True


def __getattr__(name):
    if name in ('DeferredReflection', 'instrument_declarative'):
        from _frames import not_supported
        not_supported(f'sqlalchemy.ext.declarative.{name}')
    raise AttributeError(f"module 'sqlalchemy.ext.declarative' has no attribute {name!r}")
