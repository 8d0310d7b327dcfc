# recorded by hand: CPython with SQLAlchemy 2.0.58
"""SQLAlchemy refuses a back-reference by a name that the other class has already, and then all that is mapped with it."""
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import backref, configure_mappers, declarative_base, relationship

Base = declarative_base()


class User(Base):
    __tablename__ = 'users'
    id = Column(Integer, primary_key=True)
    addresses = relationship('Address', backref='user')


class Address(Base):
    __tablename__ = 'addresses'
    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey('users.id'))
    user = relationship('User', backref=backref('addresses', order_by=id))


for made in User, Address:
    try:
        made()
    except Exception as error:
        print(type(error), error)

Other = declarative_base()


class Person(Other):
    __tablename__ = 'people'
    id = Column(Integer, primary_key=True)
    kind = Column(String)
    pets = relationship('Animal', backref='owner')
    __mapper_args__ = {'polymorphic_on': kind, 'polymorphic_identity': 'person'}


class Animal(Other):
    __tablename__ = 'animals'
    id = Column(Integer, primary_key=True)
    person_id = Column(Integer, ForeignKey('people.id'))
    kind = Column(String)
    __mapper_args__ = {'polymorphic_on': kind, 'polymorphic_identity': 'animal'}


class Dog(Animal):
    owner = Column(String)
    __mapper_args__ = {'polymorphic_identity': 'dog'}


try:
    Person()
except Exception as error:
    print(type(error), error)
