# recorded by hand: needs SQLAlchemy 2.0.58 and aiosqlite
"""AsyncEngine and AsyncSession: what awaits is plain code below, also what `run_sync` calls; a lazy load elsewhere is refused."""
import asyncio
import os
import tempfile

from sqlalchemy import ForeignKey, func, select, text
from sqlalchemy.exc import IntegrityError, InvalidRequestError, MissingGreenlet, TimeoutError
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload, sessionmaker


class Base(AsyncAttrs, DeclarativeBase):
    pass


class Room(Base):
    __tablename__ = 'rooms'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    guests: Mapped[list['Guest']] = relationship(back_populates='room', lazy='select')


class Guest(Base):
    __tablename__ = 'guests'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    room_id: Mapped[int] = mapped_column(ForeignKey('rooms.id'))
    room: Mapped[Room] = relationship(back_populates='guests')


def names_of(session, id):
    # Plain code, called by run_sync: its lazy load is awaited below it.
    return [guest.name for guest in session.get(Room, id).guests]


async def in_memory():
    engine = create_async_engine('sqlite+aiosqlite://')
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        print(await connection.run_sync(lambda plain: sorted(Base.metadata.tables)), engine.url)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    async with sessions.begin() as session:
        session.add_all([Room(name='red', guests=[Guest(name='ann'), Guest(name='ben')]), Room(name='blue')])
    async with sessions() as session:
        rooms = (await session.execute(select(Room).options(selectinload(Room.guests)).order_by(Room.id))).scalars().all()
        print([(room.name, [guest.name for guest in room.guests]) for room in rooms])
    async with AsyncSession(engine) as session:
        room = await session.get(Room, 1)
        try:
            room.guests
        except MissingGreenlet as error:
            print(error)
        print([guest.name for guest in await room.awaitable_attrs.guests], await session.run_sync(names_of, 1))
        async for row in await session.stream(select(Guest.id, Guest.name)):
            print(row)
        session.add(Room(name='red'))
        try:
            await session.commit()
        except IntegrityError as error:
            print(error.orig, error.code)
            await session.rollback()
        print((await session.scalars(select(Room.name).order_by(Room.name))).all(), await session.scalar(select(func.count(Guest.id))))
        await session.delete(await session.get(Guest, 2))
        await session.commit()
        await session.refresh(room, ['guests'])
        print([guest.name for guest in room.guests])
    try:
        async with sessionmaker(engine, class_=AsyncSession)() as session, session.begin():
            session.add(Room(name='green'))
            raise KeyError('no')
    except KeyError as error:
        print(repr(error))
    async with engine.connect() as connection:
        print((await connection.execute(text('SELECT count(*) FROM rooms'))).scalar_one(), connection.in_transaction())
        await connection.rollback()
        async with connection.begin():
            await connection.execute(text('DELETE FROM guests'))
    await engine.dispose()


async def in_a_file(path):
    engine = create_async_engine(f'sqlite+aiosqlite:///{path}', pool_size=1, max_overflow=0, pool_timeout=0.5)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine)

    async def open_room(n):
        async with sessions() as session:
            session.add(Room(name=f'room {n}'))
            await session.commit()
            return n

    print(await asyncio.gather(*map(open_room, range(3))))
    async with engine.connect():
        try:
            await engine.connect()
        except TimeoutError as error:
            print(error)
    async with sessions() as session:
        print((await session.scalars(select(Room.name).order_by(Room.id))).all())
    await engine.dispose()
    try:
        create_async_engine('sqlite://')
    except InvalidRequestError as error:
        print(error)


asyncio.run(in_memory())
with tempfile.TemporaryDirectory() as folder:
    asyncio.run(in_a_file(os.path.join(folder, 'rooms.db')))
