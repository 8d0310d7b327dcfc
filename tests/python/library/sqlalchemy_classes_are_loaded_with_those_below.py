# recorded by hand: needs SQLAlchemy 2.0.58
"""A class is loaded with the columns of those below it: joined, at once, from tables of their own."""
import logging
import sys

from sqlalchemy import *
from sqlalchemy.ext.declarative import AbstractConcreteBase, ConcreteBase
from sqlalchemy.orm import *


def poly_joined():
    class Base(DeclarativeBase): pass
    class Employee(Base):
        __tablename__ = 'employee'
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]
        type: Mapped[str]
        company_id: Mapped[int] = mapped_column(ForeignKey('company.id'))
        company: Mapped['Company'] = relationship(back_populates='employees')
        __mapper_args__ = {'polymorphic_identity': 'employee', 'polymorphic_on': 'type'}
        def __repr__(self): return f'{self.__class__.__name__}({self.name!r})'
    class Manager(Employee):
        __tablename__ = 'manager'
        id: Mapped[int] = mapped_column(ForeignKey('employee.id'), primary_key=True)
        manager_name: Mapped[str]
        __mapper_args__ = {'polymorphic_identity': 'manager'}
    class Engineer(Employee):
        __tablename__ = 'engineer'
        id: Mapped[int] = mapped_column(ForeignKey('employee.id'), primary_key=True)
        engineer_info: Mapped[str]
        __mapper_args__ = {'polymorphic_identity': 'engineer'}
    class Company(Base):
        __tablename__ = 'company'
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]
        employees: Mapped[list[Employee]] = relationship(back_populates='company')
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add(Company(name='A', employees=[Manager(name='m', manager_name='mm'), Engineer(name='e', engineer_info='ei'), Employee(name='x')]))
    s.commit(); s.expunge_all()
    class H(logging.Handler):
        def emit(self, r): 
            t = r.getMessage()
            if not t.startswith('['): print(t)
    L = logging.getLogger('sqlalchemy.engine.Engine'); L.setLevel(logging.INFO); L.propagate = False; L.addHandler(H())
    def t(f):
        try: print('->', f())
        except Exception as e: print(type(e).__name__, str(e)[:200])
        s.rollback(); s.expunge_all()
    t(lambda: [ (x, getattr(x,'engineer_info',None)) for x in s.scalars(select(with_polymorphic(Employee, [Engineer, Manager])).order_by(Employee.id))])
    def a():
        p = with_polymorphic(Employee, '*')
        return s.execute(select(p).where(or_(p.name == 'x', p.Engineer.engineer_info == 'ei', p.Manager.manager_name == 'q')).order_by(p.id)).all()
    t(a)
    def b():
        p = with_polymorphic(Employee, [Engineer], aliased=True)
        return s.execute(select(p).where(p.Engineer.engineer_info == 'ei')).all()
    t(b)
    def c():
        p = with_polymorphic(Employee, [Manager], flat=True)
        return s.execute(select(Company.name, p.name).join(Company.employees.of_type(p)).where(or_(p.name=='m', p.Manager.manager_name=='m'))).all()
    t(c)
    def d():
        p = with_polymorphic(Employee, [Engineer, Manager])
        return [x.employees for x in s.scalars(select(Company).options(selectinload(Company.employees.of_type(p))))]
    t(d)
    def f():
        p = with_polymorphic(Employee, '*', flat=True)
        return [x.employees for x in s.scalars(select(Company).options(joinedload(Company.employees.of_type(p)))).unique()]
    t(f)
    t(lambda: [(x, x.__dict__.get('manager_name')) for x in s.scalars(select(Employee).options(selectin_polymorphic(Employee, [Manager, Engineer])).order_by(Employee.id))])
    t(lambda: s.scalars(select(Manager)).all())
    t(lambda: s.scalars(select(Company).join(Company.employees.of_type(Engineer)).where(Engineer.engineer_info == 'ei')).all().__len__())
    t(lambda: s.query(with_polymorphic(Employee, [Engineer])).all())
    t(lambda: repr(with_polymorphic(Employee, [Engineer]))[:20])


def poly_single():
    class Base(DeclarativeBase): pass
    class Employee(Base):
        __tablename__ = 'employee'
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]
        type: Mapped[str]
        __mapper_args__ = {'polymorphic_identity': 'employee', 'polymorphic_on': 'type', 'with_polymorphic': '*'}
        def __repr__(self): return f'{self.__class__.__name__}({self.name!r})'
    class Manager(Employee):
        manager_data: Mapped[str] = mapped_column(nullable=True)
        __mapper_args__ = {'polymorphic_identity': 'manager'}
    class Engineer(Employee):
        __tablename__ = 'engineer'
        id: Mapped[int] = mapped_column(ForeignKey('employee.id'), primary_key=True)
        info: Mapped[str]
        __mapper_args__ = {'polymorphic_identity': 'engineer', 'polymorphic_load': 'inline'}
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add_all([Manager(name='m', manager_data='mm'), Engineer(name='e', info='ei'), Employee(name='x')])
    s.commit(); s.expunge_all()
    print(select(Employee))
    print(s.scalars(select(Employee).order_by(Employee.id)).all())
    p = with_polymorphic(Employee, [Manager])
    print(select(p).where(p.Manager.manager_data == 'a'))
    print(s.scalars(select(p)).all())
    print([x.__dict__.get('info') for x in s.scalars(select(Employee).order_by(Employee.id))])


def poly_load():
    class Base(DeclarativeBase): pass
    class Employee(Base):
        __tablename__ = 'employee'
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]
        type: Mapped[str]
        __mapper_args__ = {'polymorphic_identity': 'employee', 'polymorphic_on': 'type'}
        def __repr__(self): return f'{self.__class__.__name__}({self.name!r})'
    class Manager(Employee):
        __tablename__ = 'manager'
        id: Mapped[int] = mapped_column(ForeignKey('employee.id'), primary_key=True)
        manager_data: Mapped[str] = mapped_column(nullable=True)
        __mapper_args__ = {'polymorphic_identity': 'manager', 'polymorphic_load': 'selectin'}
    class Engineer(Employee):
        __tablename__ = 'engineer'
        id: Mapped[int] = mapped_column(ForeignKey('employee.id'), primary_key=True)
        info: Mapped[str]
        __mapper_args__ = {'polymorphic_identity': 'engineer', 'polymorphic_load': 'inline'}
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add_all([Manager(name='m', manager_data='mm'), Engineer(name='e', info='ei'), Employee(name='x')])
    s.commit(); s.expunge_all()
    print(select(Employee))
    @event.listens_for(e, 'before_cursor_execute')
    def f(conn, cur, stmt, params, ctx, many): print(stmt, params)
    print([(x, x.__dict__.get('info'), x.__dict__.get('manager_data')) for x in s.scalars(select(Employee).order_by(Employee.id))])


def concrete():
    class Base(DeclarativeBase): pass
    class Employee(ConcreteBase, Base):
        __tablename__ = 'employee'
        id = mapped_column(Integer, primary_key=True)
        name = mapped_column(String(50))
        __mapper_args__ = {'polymorphic_identity': 'employee', 'concrete': True}
    class Manager(Employee):
        __tablename__ = 'manager'
        id = mapped_column(Integer, primary_key=True)
        name = mapped_column(String(50))
        manager_data = mapped_column(String(40))
        __mapper_args__ = {'polymorphic_identity': 'manager', 'concrete': True}
    class Engineer(Employee):
        __tablename__ = 'engineer'
        id = mapped_column(Integer, primary_key=True)
        name = mapped_column(String(50))
        engineer_info = mapped_column(String(40))
        __mapper_args__ = {'polymorphic_identity': 'engineer', 'concrete': True}
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add_all([Manager(name='m', manager_data='md'), Engineer(name='e', engineer_info='ei'), Employee(name='x')])
    logging.getLogger('sqlalchemy.engine.Engine').setLevel(logging.WARNING)
    s.commit(); s.expunge_all()
    print(select(Employee))
    print([(type(x).__name__, x.id, x.name) for x in s.scalars(select(Employee).order_by(Employee.name))])
    print(select(Manager)); print(s.scalars(select(Manager)).all()[0].manager_data)


def aconcrete():
    class Base(DeclarativeBase): pass
    class Employee(AbstractConcreteBase, Base):
        pass
    class Manager(Employee):
        __tablename__ = 'manager'
        id = mapped_column(Integer, primary_key=True)
        name = mapped_column(String(50))
        manager_data = mapped_column(String(40))
        __mapper_args__ = {'polymorphic_identity': 'manager', 'concrete': True}
    class Engineer(Employee):
        __tablename__ = 'engineer'
        id = mapped_column(Integer, primary_key=True)
        name = mapped_column(String(50))
        engineer_info = mapped_column(String(40))
        __mapper_args__ = {'polymorphic_identity': 'engineer', 'concrete': True}
    Base.registry.configure()
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add_all([Manager(name='m', manager_data='md'), Engineer(name='e', engineer_info='ei')])
    s.commit(); s.expunge_all()
    print(select(Employee))
    print([(type(x).__name__, x.id, x.name) for x in s.scalars(select(Employee).order_by(Employee.name))])


def plainconcrete():
    class Base(DeclarativeBase): pass
    class Employee(Base):
        __tablename__ = 'employee'
        id = mapped_column(Integer, primary_key=True)
        name = mapped_column(String(50))
    class Manager(Employee):
        __tablename__ = 'manager'
        id = mapped_column(Integer, primary_key=True)
        name = mapped_column(String(50))
        manager_data = mapped_column(String(40))
        __mapper_args__ = {'concrete': True}
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add_all([Manager(name='m', manager_data='md'), Employee(name='e')])
    s.commit(); s.expunge_all()
    print(select(Employee), select(Manager))
    print([(type(x).__name__, x.id, x.name) for x in s.scalars(select(Employee).order_by(Employee.name))])
    print([(type(x).__name__, x.id, x.name) for x in s.scalars(select(Manager))])


poly_joined()
poly_single()
poly_load()
concrete()
aconcrete()
plainconcrete()
