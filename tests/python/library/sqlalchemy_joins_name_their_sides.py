# recorded by hand: needs SQLAlchemy 2.0.58
"""foreign() and remote() say in a join's condition which side refers to which, with and without foreign keys."""
from typing import List, Optional

from sqlalchemy import String, and_, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, foreign, joinedload, mapped_column, relationship, remote, selectinload


class Base(DeclarativeBase):
    pass


class Country(Base):
    __tablename__ = 'country'
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(2))
    cities: Mapped[List['City']] = relationship(primaryjoin='Country.code == foreign(City.country_code)', back_populates='country')
    capitals: Mapped[List['City']] = relationship(primaryjoin=lambda: and_(Country.code == foreign(City.country_code), City.capital == True), viewonly=True)


class City(Base):
    __tablename__ = 'city'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    capital: Mapped[bool] = mapped_column(default=False)
    country_code: Mapped[Optional[str]]
    country: Mapped[Optional[Country]] = relationship(primaryjoin=lambda: remote(Country.code) == foreign(City.country_code), back_populates='cities')


class Node(Base):
    __tablename__ = 'node'
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]]
    parent: Mapped[Optional['Node']] = relationship(primaryjoin='remote(Node.id) == foreign(Node.parent_id)', back_populates='children')
    children: Mapped[List['Node']] = relationship(primaryjoin='Node.id == remote(foreign(Node.parent_id))', back_populates='parent', order_by=id)


engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Country(code='fr', cities=[City(name='Paris', capital=True), City(name='Lyon')]), City(name='Rome', country=Country(code='it'))])
    session.add(Node(children=[Node(), Node(children=[Node()])]))
    session.commit()


@event.listens_for(engine, 'before_cursor_execute')
def show(connection, cursor, statement, parameters, context, many):
    print('  ', ' '.join(statement.split()), parameters)


with Session(engine) as session:
    for country in session.scalars(select(Country).order_by(Country.id)):
        print(country.code, [c.name for c in country.cities], [c.name for c in country.capitals])
with Session(engine) as session:
    for city in session.scalars(select(City).options(joinedload(City.country)).order_by(City.id)):
        print(city.name, city.country.code)
with Session(engine) as session:
    print([c.code for c in session.scalars(select(Country).join(Country.cities).where(City.name == 'Rome'))])
    print([c.code for c in session.scalars(select(Country).where(Country.capitals.any()))])
    for node in session.scalars(select(Node).options(selectinload(Node.children)).order_by(Node.id)).all():
        print(node.id, node.parent and node.parent.id, [n.id for n in node.children])
with Session(engine) as session:
    node = session.get(Node, 4)
    node.parent = None
    session.commit()
    print(node.parent_id)
