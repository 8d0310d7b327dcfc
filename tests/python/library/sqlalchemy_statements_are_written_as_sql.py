# recorded by hand: needs SQLAlchemy 2.0.58
"""Tables and expressions become SQL's text, with parameters that have names."""
from sqlalchemy import (
    Boolean, Column, ForeignKey, Integer, MetaData, Numeric, String, Table, UniqueConstraint, and_, bindparam, case, cast, delete, desc, exists, extract, func,
    insert, literal, not_, or_, select, text, tuple_, union_all, update)
from sqlalchemy.exc import ArgumentError, CompileError
from sqlalchemy.schema import CreateTable

metadata = MetaData()
boats = Table('boats', metadata, Column('id', Integer, primary_key=True), Column('name', String(30), nullable=False, index=True), Column('length', Numeric(5, 2)),
              Column('afloat', Boolean, server_default=text('1')), UniqueConstraint('name', 'length', name='one_of_each'))
trips = Table('trips', metadata, Column('id', Integer, primary_key=True), Column('boat_id', ForeignKey('boats.id', ondelete='CASCADE')),
              Column('order', Integer, default=1), Column('miles', Integer))


def show(statement):
    compiled = statement.compile()
    print(compiled)
    if compiled.params:
        print('   ', compiled.params)


for table in metadata.sorted_tables:
    print(str(CreateTable(table)).strip())
show(select(boats).where(or_(boats.c.name == 'Ada', boats.c.length > 7), boats.c.afloat))
show(select(boats.c.name, trips.c.id, boats.c.id).join(trips).where(~boats.c.name.in_(['a', 'b'])))
show(select(boats.c.name.label('who'), func.count(trips.c.id).label('n')).outerjoin(trips).group_by(boats.c.name).having(func.count() > 1).order_by(desc('n')))
show(select(boats).where(boats.c.name.ilike('a%'), boats.c.name.contains('b', autoescape=True), boats.c.length.between(1, 2)).limit(5).offset(10))
show(select(case((trips.c.miles > 100, 'far'), (trips.c.miles.is_(None), 'nowhere'), else_='near'), cast(trips.c.miles, String), -trips.c.miles, trips.c.order))
show(select(trips.c.miles * 2 + 1, (trips.c.miles + 1) * 2, boats.c.name + '!', literal(3), func.coalesce(trips.c.miles, 0)))
show(select(boats).where(exists().where(trips.c.boat_id == boats.c.id)))
longest = select(trips.c.boat_id, func.max(trips.c.miles).label('most')).group_by(trips.c.boat_id).subquery()
show(select(boats.c.name, longest.c.most).join(longest, longest.c.boat_id == boats.c.id))
far = select(trips).where(trips.c.miles > 50).cte('far')
show(select(far.c.boat_id).distinct())
other = boats.alias('other')
show(select(boats.c.name, other.c.name).where(and_(boats.c.length == other.c.length, boats.c.id < other.c.id)))
show(union_all(select(boats.c.id), select(trips.c.boat_id)).order_by('id'))
show(select(func.row_number().over(partition_by=trips.c.boat_id, order_by=trips.c.miles.desc()), extract('year', func.now())))
show(select(select(func.sum(trips.c.miles)).where(trips.c.boat_id == boats.c.id).scalar_subquery().label('total')).select_from(boats))
show(insert(boats).values(name='Ada').returning(boats.c.id))
show(insert(trips).values([{'boat_id': 1}, {'boat_id': 2}]))
show(update(trips).where(trips.c.boat_id == bindparam('which')).values(miles=trips.c.miles + 10))
show(delete(trips).where(tuple_(trips.c.boat_id, trips.c.order).in_([(1, 2), (3, 4)])))
show(text('SELECT name FROM boats WHERE id = :id').bindparams(id=4))
show(not_(and_(boats.c.afloat, boats.c.length != None)))
print(select(boats.c.id).where(boats.c.name == "O'Hara").compile(compile_kwargs={'literal_binds': True}))
print(repr(boats.c.name), boats.c.name, repr(trips.c.boat_id.foreign_keys))
for wrong in (lambda: select('name'), lambda: boats.c.name == 1 and None, lambda: select(boats).where('x'), lambda: str(insert(boats).values(nme=1))):
    try:
        wrong()
    except (ArgumentError, CompileError, TypeError) as error:
        print(type(error).__name__, error)
