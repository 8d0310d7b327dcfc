# recorded by hand: the server is simulated, what is printed was seen here alone; the statements are SQLAlchemy 2.0.58's
"""postgresql+asyncpg: parameters have numbers and types, rows come back by RETURNING, and the server's errors are wrapped."""
import asyncio
import datetime
import decimal
import enum
import logging
import re
import sys
import uuid

from sqlalchemy import DateTime, ForeignKey, Numeric, String, delete, func, select, text, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload


class Line(logging.Formatter):
    def format(self, record):
        return '| ' + re.sub(r'(generated in|cached since|no key) [\d.e-]+s( ago)?', '…', record.getMessage())


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Line())
logging.getLogger('sqlalchemy.engine.Engine').addHandler(handler)


class Size(enum.Enum):
    small = 1
    large = 2


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    size: Mapped[Size] = mapped_column(default=Size.small)
    made: Mapped[datetime.datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    details: Mapped[dict] = mapped_column(JSONB, default=dict)
    price: Mapped[decimal.Decimal] = mapped_column(Numeric(8, 2), default=decimal.Decimal(1))
    key: Mapped[uuid.UUID] = mapped_column(default=lambda: uuid.UUID(int=9))
    lines: Mapped[list['Item']] = relationship(back_populates='order', cascade='all, delete-orphan', order_by='Item.id')


class Item(Base):
    __tablename__ = 'items'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    order_id: Mapped[int] = mapped_column(ForeignKey('orders.id', ondelete='CASCADE'))
    order: Mapped[Order] = relationship(back_populates='lines')


async def main():
    engine = create_async_engine('postgresql+asyncpg://me:secret@localhost/shop', echo=True, pool_size=2)
    print(engine.url)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    async with sessions() as session:
        order = Order(code='a1', lines=[Item(name='tea'), Item(name='cup')], details={'gift': True})
        session.add(order)
        await session.commit()
        print(order.id, order.size, order.made.tzinfo is not None, order.price, order.key)
        found = await session.scalars(select(Order).options(selectinload(Order.lines)).where(Order.details['gift'].astext == 'true'))
        print([item.name for item in found.one().lines])
        session.add(Order(code='a1'))
        try:
            await session.commit()
        except IntegrityError as error:
            print(error.orig, error.orig.sqlstate, error.code)
            await session.rollback()
        again = insert(Order).values(code='a1', price=3)
        again = again.on_conflict_do_update(index_elements=[Order.code], set_={'price': again.excluded.price}).returning(Order.id, Order.price)
        print((await session.execute(again)).all())
        print((await session.execute(update(Order).where(Order.code.ilike('A%')).values(size=Size.large))).rowcount)
        print((await session.execute(select(Order.code, func.count(Item.id)).join(Item).group_by(Order.code))).all())
        print((await session.scalars(select(Order.size).where(Order.id.in_([1, 2])).limit(1).with_for_update(skip_locked=True))).all())
        await session.execute(delete(Item).where(Item.name == 'cup'))
        await session.commit()

    async def book(n):
        async with sessions.begin() as session:
            session.add(Order(code=f'n{n}'))
        return n

    logging.disable(logging.INFO)
    print(await asyncio.gather(*map(book, range(3))))
    logging.disable(logging.NOTSET)
    try:
        async with engine.connect() as connection:
            await connection.execute(text('SELECT * FROM nowhere WHERE id = :id'), {'id': 1})
    except ProgrammingError as error:
        print(error)
    await engine.dispose()


asyncio.run(main())
