# recorded by hand: needs SQLAlchemy 2.0.58
"""`Query.get` is legacy and says so; what is not mapped is told by what it lacks, but for a merge."""
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Thing(Base):
    __tablename__ = 'things'
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
session = Session(engine)
session.add(Thing(id=1))
print(session.query(Thing).get(1).id, session.query(Thing).get(2))
for method in (session.add, session.delete, session.refresh, session.expunge, session.merge):
    for what in (5, Thing):
        try:
            method(what)
        except Exception as problem:
            print(method.__name__, type(problem).__name__, problem, repr(problem.__cause__))
