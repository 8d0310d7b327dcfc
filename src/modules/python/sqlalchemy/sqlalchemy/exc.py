"""The exceptions of SQLAlchemy; those of drivers are wrapped with the statement and its parameters."""
import os
import warnings


class HasDescriptionCode:
    code = None

    def __init__(self, *arg, **kw):
        code = kw.pop('code', None)
        if code is not None:
            self.code = code
        super().__init__(*arg, **kw)

    def _code_str(self):
        return f'(Background on this error at: https://sqlalche.me/e/20/{self.code})' if self.code else ''

    def __str__(self):
        message = super().__str__()
        return f'{message} {self._code_str()}' if self.code else message


class SQLAlchemyError(HasDescriptionCode, Exception):
    def _message(self):
        return str(self.args[0]) if len(self.args) == 1 else str(self.args) if self.args else ''

    def _sql_message(self):
        message = self._message()
        return f'{message} {self._code_str()}' if self.code else message

    def __str__(self):
        return self._sql_message()


class EmulatedDBAPIException(Exception):
    pass


class ArgumentError(SQLAlchemyError):
    pass


class DuplicateColumnError(ArgumentError):
    pass


class ObjectNotExecutableError(ArgumentError):
    def __init__(self, target):
        super().__init__(f'Not an executable object: {target!r}')
        self.target = target


class NoSuchModuleError(ArgumentError):
    pass


class NoForeignKeysError(ArgumentError):
    pass


class AmbiguousForeignKeysError(ArgumentError):
    pass


class ConstraintColumnNotFoundError(ArgumentError):
    pass


class CircularDependencyError(SQLAlchemyError):
    def __init__(self, message, cycles, edges, msg=None, code=None):
        if msg is None:
            message += f' ({", ".join(repr(s) for s in cycles)})'
        else:
            message = msg
        SQLAlchemyError.__init__(self, message, code=code)
        self.cycles, self.edges = cycles, edges


class CompileError(SQLAlchemyError):
    pass


class UnsupportedCompilationError(CompileError):
    code = 'l7de'

    def __init__(self, compiler, element_type, message=None):
        super().__init__(f"Compiler {compiler!r} can't render element of type {element_type}{': ' + message if message else ''}")
        self.compiler, self.element_type, self.message = compiler, element_type, message


class IdentifierError(SQLAlchemyError):
    pass


class DisconnectionError(SQLAlchemyError):
    invalidate_pool = False


class InvalidatePoolError(DisconnectionError):
    invalidate_pool = True


class TimeoutError(SQLAlchemyError):
    pass


class InvalidRequestError(SQLAlchemyError):
    pass


class IllegalStateChangeError(InvalidRequestError):
    pass


class NoInspectionAvailable(InvalidRequestError):
    pass


class PendingRollbackError(InvalidRequestError):
    pass


class ResourceClosedError(InvalidRequestError):
    pass


class NoSuchColumnError(InvalidRequestError, KeyError):
    pass


class NoResultFound(InvalidRequestError):
    pass


class MultipleResultsFound(InvalidRequestError):
    pass


class NoReferenceError(InvalidRequestError):
    pass


class AwaitRequired(InvalidRequestError):
    code = 'xd1r'


class MissingGreenlet(InvalidRequestError):
    code = 'xd2s'


class NoReferencedTableError(NoReferenceError):
    def __init__(self, message, tname):
        super().__init__(message)
        self.table_name = tname


class NoReferencedColumnError(NoReferenceError):
    def __init__(self, message, tname, cname):
        super().__init__(message)
        self.table_name, self.column_name = tname, cname


class NoSuchTableError(InvalidRequestError):
    pass


class UnreflectableTableError(InvalidRequestError):
    pass


class UnboundExecutionError(InvalidRequestError):
    pass


class DontWrapMixin:
    pass


class StatementError(SQLAlchemyError):
    """What went wrong with a statement, with its text and parameters."""
    statement = params = orig = None

    def __init__(self, message, statement, params, orig, hide_parameters=False, code=None, ismulti=None):
        super().__init__(message, code=code)
        self.statement, self.params, self.orig, self.ismulti, self.hide_parameters = statement, params, orig, ismulti, hide_parameters
        self.detail = []

    def add_detail(self, msg):
        self.detail.append(msg)

    def __reduce__(self):
        return self.__class__, (self.args[0], self.statement, self.params, self.orig, self.hide_parameters, self.__dict__.get('code'), self.ismulti)

    def _sql_message(self):
        from sqlalchemy.log import repr_params
        details = [self._message()]
        if self.statement:
            details.append(f'[SQL: {self.statement}]')
            if self.params:
                if self.hide_parameters:
                    details.append('[SQL parameters hidden due to hide_parameters=True]')
                else:
                    details.append(f'[parameters: {repr_params(self.params, 10, ismulti=self.ismulti)}]')
        code = self._code_str()
        if code:
            details.append(code)
        return '\n'.join([f'({d})' for d in self.detail] + details)


class DBAPIError(StatementError):
    """What a driver raised."""
    code = 'dbapi'

    @classmethod
    def instance(cls, statement, params, orig, dbapi_base_err, hide_parameters=False, connection_invalidated=False, dialect=None, ismulti=None):
        if isinstance(orig, BaseException) and not isinstance(orig, Exception) or isinstance(orig, DontWrapMixin):
            return orig
        if isinstance(orig, SQLAlchemyError) and statement:
            return StatementError(f'({type(orig).__module__}.{type(orig).__name__}) {orig.args[0] if orig.args else ""}', statement, params, orig,
                                  hide_parameters=hide_parameters, code=orig.code, ismulti=ismulti)
        if not isinstance(orig, dbapi_base_err) and statement:
            return StatementError(f'({type(orig).__module__}.{type(orig).__name__}) {orig}' if type(orig).__module__ != 'builtins'
                                  else f'(builtins.{type(orig).__name__}) {orig}', statement, params, orig, hide_parameters=hide_parameters,
                                  ismulti=ismulti)
        kind = cls
        for base in type(orig).__mro__:
            name = base.__name__
            if name in _DRIVER_ERRORS:
                kind = _DRIVER_ERRORS[name]
                break
        return kind(statement, params, orig, connection_invalidated=connection_invalidated, hide_parameters=hide_parameters, ismulti=ismulti)

    def __init__(self, statement, params, orig, hide_parameters=False, connection_invalidated=False, code=None, ismulti=None):
        try:
            text = str(orig)
        except Exception as error:
            text = 'Error in str() of DB-API-generated exception: ' + str(error)
        super().__init__(f'({type(orig).__module__}.{type(orig).__qualname__}) {text}', statement, params, orig, hide_parameters, code=code,
                         ismulti=ismulti)
        self.connection_invalidated = connection_invalidated

    def __reduce__(self):
        return self.__class__, (self.statement, self.params, self.orig, self.hide_parameters, self.connection_invalidated,
                                self.__dict__.get('code'), self.ismulti)


class InterfaceError(DBAPIError):
    code = 'rvf5'


class DatabaseError(DBAPIError):
    code = '4xp6'


class DataError(DatabaseError):
    code = '9h9h'


class OperationalError(DatabaseError):
    code = 'e3q8'


class IntegrityError(DatabaseError):
    code = 'gkpj'


class InternalError(DatabaseError):
    code = '2j85'


class ProgrammingError(DatabaseError):
    code = 'f405'


class NotSupportedError(DatabaseError):
    code = 'tw8g'


_DRIVER_ERRORS = {c.__name__: c for c in (InterfaceError, DatabaseError, DataError, OperationalError, IntegrityError, InternalError, ProgrammingError,
                                          NotSupportedError)}


class SATestSuiteWarning(Warning):
    pass


class SADeprecationWarning(HasDescriptionCode, DeprecationWarning):
    deprecated_since = None


class Base20DeprecationWarning(SADeprecationWarning):
    pass


class LegacyAPIWarning(Base20DeprecationWarning):
    pass


class MovedIn20Warning(Base20DeprecationWarning):
    pass


class SAPendingDeprecationWarning(PendingDeprecationWarning):
    pass


def warned(message):
    """Warns where the program has called the package."""
    warnings.warn(message, SAWarning, skip_file_prefixes=(os.path.dirname(__file__),))


class SAWarning(HasDescriptionCode, RuntimeWarning):
    pass
