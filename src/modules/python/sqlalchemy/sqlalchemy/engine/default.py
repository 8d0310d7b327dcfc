"""Dialects: how a database writes SQL, and how its driver is called."""
from sqlalchemy.sql._compile_schema import StrTypeCompiler
from sqlalchemy.sql.compiler import DDLCompiler, IdentifierPreparer, SQLCompiler, StrSQLCompiler, TypeCompiler


class DefaultDialect:
    enable_from_linting = True
    name = driver = 'default'
    paramstyle = 'named'
    statement_compiler, ddl_compiler, type_compiler_cls, preparer = SQLCompiler, DDLCompiler, TypeCompiler, IdentifierPreparer
    is_async = False
    supports_native_boolean = supports_native_decimal = supports_sequences = supports_identity_columns = has_ilike = False
    supports_alter = supports_default_values = supports_parens_in_compound_select = supports_comments = True
    supports_default_values = False
    div_is_floordiv = True
    tuple_in_values = returning_with_table = delete_using = False
    supports_native_enum = False
    default_schema_name = None
    insert_returning = False
    max_identifier_length = 9999
    _json_serializer = _json_deserializer = None
    _legacy_binary_type_literal_encoding = 'utf-8'
    _event_names = frozenset(['do_connect', 'do_execute', 'do_executemany', 'do_execute_no_params'])

    def __init__(self, paramstyle=None, **kw):
        if paramstyle is not None:
            self.paramstyle = paramstyle
        self._json_serializer, self._json_deserializer = kw.get('json_serializer'), kw.get('json_deserializer')
        self.identifier_preparer = self.preparer(self)
        self.type_compiler = self.type_compiler_instance = self.type_compiler_cls(self)

    def compiled(self, element, **kw):
        if getattr(element, 'is_ddl', False):
            return self.ddl_compiler(self, element, **kw)
        return self.statement_compiler(self, element, **kw)

    def processor_of(self, type_, way):
        """The function that changes a type's values on their way to the driver or back; None: they stay as they are."""
        kept = type_.__dict__.setdefault('_processors', {})
        key = way, self.name
        if key not in kept:
            impl = type_.dialect_impl(self)
            kept[key] = impl.bind_processor(self) if way == 'bind' else impl.result_processor(self, None)
        return kept[key]

    def type_text(self, type_):
        return self.type_compiler.process(type_)

    def table_ending(self, table):
        return ''

    def index_using(self, index):
        return ''

    def wants_returning(self, compiler, insert):
        """Whether an INSERT of one row lists its primary key by RETURNING."""
        return False

    def before_create(self, generator, tables, metadata):
        pass

    def after_create(self, generator, table):
        pass

    def after_drop(self, dropper, tables):
        pass

    def do_begin(self, dbapi_connection):
        pass

    def do_rollback(self, dbapi_connection):
        dbapi_connection.rollback()

    def do_commit(self, dbapi_connection):
        dbapi_connection.commit()

    def do_close(self, dbapi_connection):
        dbapi_connection.close()

    def do_terminate(self, dbapi_connection):
        self.do_close(dbapi_connection)

    def initialize(self, connection):
        pass

    def is_disconnect(self, error, connection, cursor):
        return False

    def set_isolation_level(self, dbapi_connection, level):
        raise NotImplementedError()

    def get_isolation_level(self, dbapi_connection):
        raise NotImplementedError()

    def get_isolation_level_values(self, dbapi_connection=None):
        return ['AUTOCOMMIT']

    @property
    def dialect_description(self):
        return f'{self.name}+{self.driver}'


class _StrPreparer(IdentifierPreparer):
    pass


class StrCompileDialect(DefaultDialect):
    """For `str` of statements."""
    statement_compiler, type_compiler_cls, preparer = StrSQLCompiler, StrTypeCompiler, _StrPreparer
    supports_native_boolean = supports_sequences = True
    returning_with_table = True
    supports_identity_columns = True
    delete_using = False
    insert_returning = True
