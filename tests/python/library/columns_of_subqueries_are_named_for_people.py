# recorded by hand: needs SQLAlchemy
"""How SQLAlchemy names columns of what has no name, and what collections of columns refuse."""
from sqlalchemy import Column, Integer, MetaData, Table, func, literal, select
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = 'item'
    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[int]


below = select(Item).subquery()
print(below.c.id, '|', below.c, '|', below.c.id == 3)
print(select(below.c.id))
print(select(Item).subquery('s').c, Item.__table__.c, Item.__table__.alias('q').c)
print(select(Item.id.label('n')).selected_columns, aliased(Item).id, select(Item).cte().c)
t = Table('a', MetaData(), Column('id', Integer, primary_key=True), Column('x', Integer))
for column in (t.alias().c.id, t.alias('k').c.id, select(t).cte().c.x, select(t.c.id.label('n')).subquery().c.n, select(func.count(t.c.id)).subquery().c,
               select(t.c.x + 1).subquery().c, select(literal(3)).subquery().c, select(t.c.id, func.max(t.c.x).label('mx')).selected_columns,
               t.primary_key.columns):
    print(column)
for ask in (lambda: t.c.nope, lambda: t.c['nope'], lambda: t.c[0], lambda: t.c[5], lambda: 'x' in t.c, lambda: t.c.x in t.c, lambda: t.c.keys(),
            lambda: t.c.get('x'), lambda: setattr(t.c, 'a', 1), lambda: t.c['id', 'x'], lambda: t.c.contains_column(t.c.x), lambda: t.c.add(1),
            lambda: t.c.remove(1), lambda: t.c[0:1]):
    try:
        print(ask())
    except Exception as e:
        print(type(e).__name__, e)
t.append_column(Column('y', Integer))
print(t.c, select(t))
