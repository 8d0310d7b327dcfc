# recorded by hand: needs SQLAlchemy 2.1
import warnings

from sqlalchemy import create_engine, delete, func, or_, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = 'a'
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]


class C(Base):
    __tablename__ = 'c'
    id: Mapped[int] = mapped_column(primary_key=True)
    y: Mapped[int]


warnings.simplefilter('ignore')
engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
with Session(engine) as session:
    one = A(id=1, x=1)
    session.add_all([one, C(id=1, y=1)])
    session.commit()
    for statement in (update(A).where(A.id == C.id, C.y == 1).values(x=5), delete(A).where(C.y == 1),
                      update(A).where(or_(A.id == 1, C.y == 1)).values(x=5), update(A).where(func.abs(A.x) == 1).values(x=3),
                      update(A).where(A.id.in_(select(C.id))).values(x=3), update(A).where(A.x == 1).values(x=7),
                      update(A).where(A.id.in_([1, 2]), A.x.is_not(None)).values(x=8)):
        one.x
        for how in 'evaluate', 'fetch':
            try:
                session.execute(statement, execution_options={'synchronize_session': how})
                print(how, one.x)
            except Exception as exc:
                print(how, type(exc).__name__, exc)
            session.rollback()
