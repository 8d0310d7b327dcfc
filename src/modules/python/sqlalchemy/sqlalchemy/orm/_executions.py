"""What events are told of a statement, and sessions that do not flush by themselves."""
from sqlalchemy.sql.base import immutabledict

__name__ = 'sqlalchemy.orm.session'  # where what is here is said to be  #: in sqlalchemy/orm/session.py


class _NoAutoflush:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.before, self.session.autoflush = self.session.autoflush, False
        return self.session

    def __exit__(self, *args):
        self.session.autoflush = self.before


class ORMExecuteState:
    """A statement that is about to be executed, as listeners see it."""

    def __init__(self, session, statement, parameters, execution_options, bind_arguments):
        self.session, self.statement, self.parameters = session, statement, parameters
        self.local_execution_options, self.bind_arguments = immutabledict(execution_options), bind_arguments

    @property
    def execution_options(self):
        return immutabledict({**self.statement._execution_options, **self.local_execution_options})

    def update_execution_options(self, **options):
        self.local_execution_options = immutabledict({**self.local_execution_options, **options})

    is_select = property(lambda self: self.statement.is_select)
    is_insert = property(lambda self: self.statement.is_insert)
    is_update = property(lambda self: self.statement.is_update)
    is_delete = property(lambda self: self.statement.is_delete)
    is_orm_statement = property(lambda self: bool(getattr(self.statement, '_is_orm', None) and self.statement._is_orm()))
    is_executemany = property(lambda self: isinstance(self.parameters, list))
    is_column_load = is_relationship_load = False
    lazy_loaded_from = None

    @property
    def all_mappers(self):
        entities = [getattr(c, 'mapper', None) for c in getattr(self.statement, '_raw_columns', ())] or [getattr(
            getattr(self.statement, '_entity_given', None), 'mapper', None)]
        return list({id(m): m for m in entities if m is not None}.values())

    @property
    def bind_mapper(self):
        return next(iter(self.all_mappers), None)

    def invoke_statement(self, statement=None, params=None, execution_options=None, bind_arguments=None):
        return self._run(self.statement if statement is None else statement, params or self.parameters, {
            **self.local_execution_options, **(execution_options or {})})
