"""The exceptions of the ORM."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.exc import MultipleResultsFound, NoResultFound


class StaleDataError(sa_exc.SQLAlchemyError):
    pass


ConcurrentModificationError = StaleDataError


class FlushError(sa_exc.SQLAlchemyError):
    pass


class MappedAnnotationError(sa_exc.ArgumentError):
    pass


class UnmappedError(sa_exc.InvalidRequestError):
    pass


class ObjectDereferencedError(sa_exc.SQLAlchemyError):
    pass


class DetachedInstanceError(sa_exc.SQLAlchemyError):
    code = 'bhk3'


def _module_name(cls):
    return f'{cls.__module__}.{cls.__name__}'


class UnmappedInstanceError(UnmappedError):
    def __init__(self, obj, msg=None):
        if not msg:
            cls = type(obj)
            if isinstance(obj, type):
                msg = f'Class {_module_name(cls)!r} is not mapped; was a class ({_module_name(obj)}) supplied where an instance was required?'
            else:
                msg = f'Class {_module_name(cls)!r} is not mapped'
        super().__init__(msg)


class UnmappedClassError(UnmappedError):
    def __init__(self, cls, msg=None):
        super().__init__(msg or f'Class {_module_name(cls)!r} is not mapped')


class ObjectDeletedError(sa_exc.InvalidRequestError):
    def __init__(self, state, msg=None):
        super().__init__(msg or f"Instance '{state.described()}' has been deleted, or its row is otherwise not present.")


class UnmappedColumnError(sa_exc.InvalidRequestError):
    pass


class LoaderStrategyException(sa_exc.InvalidRequestError):
    pass
