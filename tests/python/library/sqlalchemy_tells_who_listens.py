# recorded by hand: needs SQLAlchemy 2.0.58
"""Listeners hear of tables, mappers, instances and sessions; at a base class they hear of what is below it if they say so. Instances can be pickled."""
import pickle
from sqlalchemy import ForeignKey, Table, Column, create_engine, event, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, Query, Session, mapped_column, relationship, selectinload, sessionmaker
from sqlalchemy.orm.attributes import flag_modified


class Base(DeclarativeBase):
    pass


def tells(name):
    def listener(*args, **kw):
        print('  ', name, *[type(a).__name__ for a in args if type(a).__name__ in ('A', 'B', 'Session', 'Mapper', 'int', 'list')], sorted(kw))
    return listener


for name in 'before_configured', 'after_configured':
    event.listen(Mapper, name, tells(name))
for name in 'mapper_configured', 'before_mapper_configured', 'after_mapper_constructed', 'before_insert':
    event.listen(Mapper, name, tells(name))
for name in 'instrument_class', 'attribute_instrument', 'load':
    event.listen(Base, name, tells(name), propagate=True)
event.listen(Base, 'load', tells('unheard'))
event.listen(Table, 'before_create', tells('before_create'))
event.listen(Table, 'after_parent_attach', lambda table, parent: print('  ', table.name, type(parent).__name__))
event.listen(Column, 'before_parent_attach', lambda column, table: print('  ', column.name, table.name))


class A(Base):
    __tablename__ = 'a'
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]
    bs: Mapped[list['B']] = relationship(cascade='all')


class B(Base):
    __tablename__ = 'b'
    id: Mapped[int] = mapped_column(primary_key=True)
    aid: Mapped[int] = mapped_column(ForeignKey('a.id'), nullable=True)


engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
S = sessionmaker(engine)
for name in 'expire pickle init init_failure before_update after_delete'.split():
    event.listen(A, name, tells(name))
for name in '''before_attach after_attach loaded_as_persistent pending_to_transient persistent_to_detached
        persistent_to_transient transient_to_pending detached_to_persistent after_rollback after_soft_rollback'''.split():
    event.listen(S, name, tells(name))
event.listen(A.x, 'modified', tells('x.modified'))
event.listen(A.bs, 'remove', tells('bs.remove'))


@event.listens_for(engine, 'do_execute')
def executes(cursor, statement, parameters, context):
    if statement.startswith('DELETE'):
        print('  ', statement, parameters)


# Of several that are deleted the order is a set's.
event.listen(S, 'persistent_to_deleted', lambda session, obj: isinstance(obj, A) and print('   persistent_to_deleted'))
event.listen(S, 'deleted_to_detached', lambda session, obj: isinstance(obj, A) and print('   deleted_to_detached'))
event.listen(S, 'deleted_to_persistent', lambda session, obj: isinstance(obj, A) and print('   deleted_to_persistent'))
event.listen(S, 'pending_to_persistent', lambda session, obj: isinstance(obj, A) and print('   pending_to_persistent'))


def step(name, function, *args):
    print(name)
    try:
        return function(*args)
    except Exception as error:
        print('!!', type(error).__name__, error)


s = S()
a = step('new', lambda: A(x=1))
step('bad', lambda: A(z=1))
step('add', s.add, a)
step('append', a.bs.append, B())
step('commit', s.commit)
step('access', lambda: print(a.x))
step('expire', s.expire, a, ['x'])
step('take away', lambda: setattr(a, 'bs', []))
step('flag', lambda: a.x and flag_modified(a, 'x'))
step('rollback', s.rollback)
step('expunge', s.expunge, a)
step('add again', s.add, a)
step('delete', s.delete, a)
step('flush', s.flush)
step('rollback', s.rollback)
step('delete', s.delete, a)
step('commit', s.commit)
b = B()
step('add', s.add, b)
step('expunge', s.expunge, b)
s.add(A(x=2))
s.flush()
step('roll all back', s.rollback)
step('close', s.close)
s.add(A(x=3, bs=[B(), B()]))
s.commit()
found = s.scalars(select(A).options(selectinload(A.bs))).one()
copied = step('pickle', lambda: pickle.loads(pickle.dumps(found)))
print(copied.x, len(copied.bs), inspect(copied).detached, copied is not found)


@event.listens_for(Query, 'before_compile', retval=True)
def only_big(query):
    return query.filter(A.x > 2)


print([a.x for a in s.query(A)], Session(engine).query(A).filter(A.x < 3).all())
