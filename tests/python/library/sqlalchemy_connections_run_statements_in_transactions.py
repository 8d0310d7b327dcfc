# recorded by hand: needs SQLAlchemy 2.0.58
"""Connections over sqlite begin by themselves, log what they send, and wrap the driver's errors."""
import datetime
import decimal
import enum
import logging
import re
import sys
import warnings

from sqlalchemy import (
    JSON, Boolean, Column, Date, DateTime, Enum, Float, ForeignKey, Integer, LargeBinary, MetaData, Numeric, String, Table, create_engine, event, exc, func,
    insert, inspect, select, text, update)
from sqlalchemy.dialects.sqlite import insert as upsert

warnings.simplefilter('ignore', exc.SAWarning)


class Line(logging.Formatter):
    def format(self, record):
        return '| ' + re.sub(r'(generated in|cached since|no key) [\d.e-]+s', r'\1 …', record.getMessage())


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Line())
logging.getLogger('sqlalchemy.engine.Engine').addHandler(handler)


class Kind(enum.Enum):
    sail = 1
    motor = 2


engine = create_engine('sqlite://', echo=True)
metadata = MetaData()
boats = Table('boats', metadata, Column('id', Integer, primary_key=True), Column('name', String(20), nullable=False, unique=True),
              Column('kind', Enum(Kind), default=Kind.sail), Column('built', Date), Column('seen', DateTime), Column('price', Numeric(8, 2)),
              Column('parts', JSON), Column('flag', LargeBinary), Column('afloat', Boolean, server_default='1'), Column('draft', Float))
trips = Table('trips', metadata, Column('id', Integer, primary_key=True), Column('boat', ForeignKey('boats.id'), nullable=False), Column('miles', Integer))


@event.listens_for(engine, 'connect')
def connected(connection, record):
    connection.execute('PRAGMA foreign_keys = ON')


metadata.create_all(engine)
print(engine, [column['name'] for column in inspect(engine).get_columns('trips')])
with engine.connect() as connection:
    result = connection.execute(insert(boats).values(name='Ada', built=datetime.date(1999, 5, 1), seen=datetime.datetime(2024, 1, 2, 3, 4), flag=b'\x01',
                                                     price=decimal.Decimal('12.50'), parts={'mast': [1, 2]}, draft=0.5))
    print(result.inserted_primary_key, result.rowcount)
    connection.execute(insert(boats), [{'name': 'Bo', 'kind': Kind.motor}, {'name': 'Cy', 'kind': Kind.motor}])
    connection.commit()
    row = connection.execute(select(boats).where(boats.c.id == 1)).one()
    print(row)
    print(row.kind, row.parts['mast'], row._mapping['price'], row[1], row._asdict()['built'], row.afloat)
    print(connection.execute(select(boats.c.name).order_by(boats.c.name)).scalars().all(), connection.scalar(select(func.count()).select_from(boats)))
    print(connection.execute(text('SELECT id, name FROM boats WHERE name > :least'), {'least': 'B'}).mappings().all())
    print(connection.execute(update(boats).where(boats.c.kind.in_([Kind.motor])).values(draft=2)).rowcount)
    print(connection.execute(select(boats.c.id).where(boats.c.name.in_([]))).all())
    for wrong in (insert(boats).values(name='Ada'), insert(trips).values(boat=99), text('SELECT * FROM nowhere')):
        try:
            connection.execute(wrong)
        except exc.DBAPIError as error:
            print(type(error).__name__, type(error.orig).__name__, error.code)
            print(error)
    again = upsert(boats).values(id=1, name='Eve')
    print(connection.execute(again.on_conflict_do_update(index_elements=['id'], set_={'name': again.excluded.name}).returning(boats.c.name)).all())
with engine.begin() as connection:
    print(connection.execute(insert(trips).returning(trips.c.id), [{'boat': 1, 'miles': 3}, {'boat': 1, 'miles': 4}]).scalars().all())
    with connection.begin_nested() as savepoint:
        connection.execute(update(trips).values(miles=0))
        savepoint.rollback()
    print(connection.execute(select(trips.c.miles, boats.c.name).join(boats)).all())
try:
    with engine.begin() as connection:
        connection.execute(update(trips).values(miles=9))
        raise RuntimeError('no')
except RuntimeError as error:
    print(repr(error))
with engine.connect() as connection:
    result = connection.execute(select(trips.c.miles))
    for ask in (result.one, result.scalar_one, lambda: connection.execute(select(trips).where(trips.c.id == 9)).one(), lambda: connection.execute('SELECT 1'),
                lambda: connection.execute(update(trips).values(miles=1)).all(), lambda: connection.execute(select(trips)).first().depth):
        try:
            ask()
        except (exc.SQLAlchemyError, AttributeError) as error:
            print(type(error).__name__, error)
