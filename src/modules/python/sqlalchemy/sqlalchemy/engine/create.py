"""`create_engine`."""
from sqlalchemy import exc, pool as pools
from sqlalchemy.engine.base import Engine
from sqlalchemy.engine.url import make_url

_DIALECTS = {'sqlite': ('sqlite', 'SQLiteDialect_pysqlite'), 'sqlite+pysqlite': ('sqlite', 'SQLiteDialect_pysqlite'), 'sqlite+aiosqlite': ('sqlite', 'SQLiteDialect_aiosqlite'),
             'postgresql+asyncpg': ('postgresql', 'PGDialect_asyncpg'), 'postgresql': ('postgresql', 'PostgreSQLDialect'),
             'postgresql+psycopg2': ('postgresql', 'PostgreSQLDialect'), 'postgresql+psycopg': ('postgresql', 'PostgreSQLDialect')}
_LACKING = 'mysql mariadb oracle mssql'.split()


def dialect_of(url):
    found = _DIALECTS.get(url.drivername)
    if found is None:
        if url.drivername.split('+')[0] in _LACKING:
            from _frames import not_supported
            not_supported(f'the SQLAlchemy dialect {url.drivername}', 'sqlite+aiosqlite:// or postgresql+asyncpg://')
        raise exc.NoSuchModuleError(f"Can't load plugin: sqlalchemy.dialects:{url.drivername.replace('+', '.')}")
    import importlib
    return getattr(importlib.import_module(f'sqlalchemy.dialects.{found[0]}'), found[1])


def create_engine(url, **kwargs):
    url = make_url(url)
    cls = dialect_of(url)
    asked_async = kwargs.pop('_is_async', False)
    dialect = cls(json_serializer=kwargs.pop('json_serializer', None), json_deserializer=kwargs.pop('json_deserializer', None))
    if asked_async and not dialect.is_async:
        raise exc.InvalidRequestError(f"The asyncio extension requires an async driver to be used. The loaded {dialect.driver!r} is not async.")
    isolation = kwargs.pop('isolation_level', None)
    connect_args = dict(kwargs.pop('connect_args', {}))
    module = kwargs.pop('module', None)
    creator, given, maker = kwargs.pop('creator', None) or kwargs.pop('async_creator', None), kwargs.pop('pool', None), kwargs.pop('poolclass', None)

    def connect(record=None):
        if creator is not None:
            return dialect.adapted(creator())
        args, options = dialect.create_connect_args(url)
        options.update(connect_args)
        for listener in dialect.__dict__.get('_listeners', {}).get('do_connect', ()):
            found = listener(dialect, record, list(args), options)
            if found is not None:
                return found
        try:
            return dialect.connect(*args, **options)
        except dialect.errors as error:
            raise exc.DBAPIError.instance(None, None, error, dialect.errors, dialect=dialect) from error

    if given is None:
        if maker is None:
            maker = dialect.get_pool_class(url)
        options = {}
        for name, option in (('pool_size', 'pool_size'), ('max_overflow', 'max_overflow'), ('pool_timeout', 'timeout'), ('pool_recycle', 'recycle'),
                             ('pool_use_lifo', 'use_lifo'), ('pool_pre_ping', 'pre_ping'), ('pool_reset_on_return', 'reset_on_return'),
                             ('pool_logging_name', 'logging_name'), ('echo_pool', 'echo')):
            if name in kwargs:
                options[option] = kwargs.pop(name)
        wrong = [name for name, classes in (('pool_size', (pools.QueuePool, pools.SingletonThreadPool)), ('max_overflow', (pools.QueuePool,)),
                                            ('timeout', (pools.QueuePool,)))
                 if name in options and not issubclass(maker, classes)]
        if wrong:
            shown = ','.join(repr({'timeout': 'pool_timeout'}.get(w, w)) for w in wrong)
            raise TypeError(f'Invalid argument(s) {shown} sent to create_engine(), using configuration {cls.__name__}/{maker.__name__}/Engine.  Please check '
                            'that the keyword arguments are appropriate for this combination of components.')
        given = maker(connect, **options)
    given.dialect = dialect
    dialect.enable_from_linting = kwargs.pop('enable_from_linting', True)
    engine_options = {name: kwargs.pop(name) for name in ('echo', 'logging_name', 'execution_options', 'hide_parameters', 'query_cache_size') if name in kwargs}
    for name in ('future', 'insertmanyvalues_page_size', 'use_insertmanyvalues', 'label_length', 'plugins', 'max_identifier_length',
                 'encoding', 'paramstyle', 'native_datetime', 'pool_events', 'server_side_cursors', 'skip_autocommit_rollback'):
        kwargs.pop(name, None)
    if kwargs:
        names = ','.join(repr(name) for name in kwargs)
        raise TypeError(f'Invalid argument(s) {names} sent to create_engine(), using configuration {cls.__name__}/{type(given).__name__}/Engine.  Please check '
                        'that the keyword arguments are appropriate for this combination of components.')
    engine = Engine(given, dialect, url, **engine_options)
    if isolation is not None:
        engine._isolation = isolation
    given._initializes = engine
    return engine


def engine_from_config(configuration, prefix='sqlalchemy.', **kwargs):
    options = {key[len(prefix):]: value for key, value in configuration.items() if key.startswith(prefix)}
    for name, kind in (('echo', _boolean), ('pool_size', int), ('max_overflow', int), ('pool_timeout', float), ('pool_recycle', int),
                       ('pool_pre_ping', _boolean)):
        if isinstance(options.get(name), str):
            options[name] = kind(options[name])
    options.update(kwargs)
    return create_engine(options.pop('url'), **options)


def _boolean(text):
    return text.strip().lower() in ('true', 'yes', 'on', 'y', 't', '1')


def create_mock_engine(url, executor, **kw):
    return MockConnection(dialect_of(make_url(url))(), executor)


class MockConnection:
    def __init__(self, dialect, execute):
        self.dialect, self._execute = dialect, execute

    @property
    def engine(self):
        return self

    def _run_ddl_visitor(self, function):
        self.dialect.has_table = lambda *a, **kw: False
        function(self)

    def execute(self, statement, parameters=None, execution_options=None):
        return self._execute(statement, parameters)
