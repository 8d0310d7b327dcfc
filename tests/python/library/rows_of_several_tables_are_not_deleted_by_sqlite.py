# recorded by hand: needs SQLAlchemy 2.0.58
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, delete, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


def show(work):
    try:
        print(work())
    except Exception as exc:
        print(type(exc).__name__, exc)


metadata = MetaData()
a = Table('a', metadata, Column('id', Integer, primary_key=True), Column('x', Integer))
b = Table('b', metadata, Column('id', Integer, primary_key=True), Column('y', Integer), Column('a_id', Integer))
engine = create_engine('sqlite://')
metadata.create_all(engine)
statement = delete(a).where(a.c.id == b.c.a_id)
show(lambda: statement)
show(lambda: statement.compile(engine))
show(lambda: statement.compile(dialect=postgresql.dialect()))
with engine.begin() as connection:
    connection.execute(a.insert(), [{'id': 1, 'x': 1}])
    connection.execute(b.insert(), [{'id': 1, 'y': 5, 'a_id': 1}])
    show(lambda: connection.execute(statement))
    show(lambda: connection.execute(update(a).values(x=b.c.y).where(a.c.id == b.c.a_id)).rowcount)
    show(lambda: connection.execute(a.select()).all())


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = 'p'
    id: Mapped[int] = mapped_column(primary_key=True)


class Q(Base):
    __tablename__ = 'q'
    id: Mapped[int] = mapped_column(primary_key=True)


with Session(engine) as session:
    of_several = delete(P).where(P.id == Q.id)
    show(lambda: session.execute(of_several))
    show(lambda: session.execute(of_several, execution_options={'synchronize_session': False}))
