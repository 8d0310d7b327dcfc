# A statement whose FROMs no condition joins is told of once, where the program executes it, unless the engine is not to.
import re
import warnings

from sqlalchemy import ForeignKey, create_engine, exists, func, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column



def told(message, category, filename, lineno, *rest):
    # Which of them is the one that the others are not joined to is by chance.
    print('   ', category.__name__, lineno, str(message).partition('(s)')[0], sorted(re.findall('"(.*?)"', str(message))))


warnings.showwarning = told
warnings.simplefilter('always')


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = 'users'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Address(Base):
    __tablename__ = 'addresses'
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey('users.id'))


engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
other = aliased(User)
counted = select(Address.user_id, func.count().label('n')).group_by(Address.user_id).subquery()
with Session(engine) as session:
    session.add_all([User(name='x'), User(name='y'), Address(user_id=1)])
    session.commit()
    for statement in (
            select(User.name, Address.id),
            select(User.name, Address.id).where(User.id == Address.user_id),
            select(User.name, Address.id).where(User.id + 1 > Address.user_id),
            select(User.name, Address.id).where(User.id == 1, Address.id == 1),
            select(User.name).join(Address),
            select(User.id, Address.id, other.id).where(User.id == Address.user_id, other.id.in_([Address.user_id])),
            select(User.name).where(exists().where(Address.user_id == User.id)),
            select(User.name, counted.c.n),
            select(User.name, counted.c.n).where(counted.c.user_id == User.id),
            select(func.count()).select_from(User, Address),
            select(User.id).where(User.id.in_(select(Address.id).where(other.id == 2))),
            update(User).values(name='q').where(Address.id == 5).execution_options(synchronize_session=False)):
        print(session.execute(statement).rowcount if statement.is_dml else len(session.execute(statement).all()))
    print(session.query(User, Address).count(), str(select(User.id, Address.user_id))[:20])
    print(len(session.execute(select(User.name, Address.id)).all()))
quiet = create_engine('sqlite://', enable_from_linting=False)
Base.metadata.create_all(quiet)
with quiet.connect() as connection:
    print(connection.execute(select(User.name, Address.id)).all())
engine.dispose()
quiet.dispose()
