# recorded by hand: needs SQLAlchemy 2.0.58
"""Mapped classes: a session gives each row one object, notes changes, flushes them in order, and loads what is asked for."""
from __future__ import annotations

import logging
import re
import sys
from typing import List, Optional

from sqlalchemy import ForeignKey, String, create_engine, delete, event, func, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError, InvalidRequestError, NoResultFound
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, Session, aliased, joinedload, mapped_column, relationship, selectinload, sessionmaker, validates)
from sqlalchemy.orm.exc import DetachedInstanceError


class Line(logging.Formatter):
    def format(self, record):
        return '| ' + re.sub(r'(generated in|cached since|no key) [\d.e-]+s( ago)?', '…', record.getMessage())


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Line())
logging.getLogger('sqlalchemy.engine.Engine').addHandler(handler)


class Base(DeclarativeBase):
    pass


class Stamped:
    note: Mapped[Optional[str]] = mapped_column(String(10))


class Author(Stamped, Base):
    __tablename__ = 'authors'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), unique=True)
    age: Mapped[int] = mapped_column(default=40)
    books: Mapped[List[Book]] = relationship(back_populates='author', cascade='all, delete-orphan', order_by='Book.title')

    @hybrid_property
    def old(self):
        return self.age > 50

    @validates('name')
    def named(self, key, value):
        if not value:
            raise ValueError('a name is needed')
        return value

    def __repr__(self):
        return f'Author({self.name!r})'


class Book(Base):
    __tablename__ = 'books'
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey('authors.id'))
    author: Mapped[Author] = relationship(back_populates='books')

    def __repr__(self):
        return f'Book({self.title!r})'


engine = create_engine('sqlite://', echo=True)
Base.metadata.create_all(engine)
with Session(engine) as session:
    ada = Author(name='Ada', books=[Book(title='Zero'), Book(title='One')])
    session.add_all([ada, Author(name='Bo', age=60)])
    print(ada.id, ada.age, ada.books[0].author is ada, len(session.new))
    session.commit()
    print(ada.id, ada.age, ada.note, ada.books)
    state = inspect(ada)
    print(state.persistent, state.identity, Author.name, select(Author).where(Author.old))
with sessionmaker(engine, expire_on_commit=False)() as session:
    found = session.scalars(select(Author).order_by(Author.name)).all()
    print(found, session.get(Author, 1) is found[0], session.get(Author, 9))
    found[0].books.append(Book(title='Two'))
    found[0].books.remove(found[0].books[0])
    found[1].age += 1
    print(session.is_modified(found[1]), sorted(type(o).__name__ for o in session.dirty))
    session.flush()
    print(session.execute(select(Author.name, func.count(Book.id)).outerjoin(Author.books).group_by(Author.name)).all())
    session.rollback()
    print(found[1].age, found[0].books)
    session.expunge_all()
    for option in (selectinload(Author.books), joinedload(Author.books)):
        print([(a.name, a.books) for a in session.scalars(select(Author).options(option)).unique()])
        session.expunge_all()
    writer = aliased(Author, name='writer')
    print(session.execute(select(Book.title, writer.name).join(writer, Book.author).where(writer.name == 'Ada')).all())
    print(session.scalars(select(Author).where(Author.books.any(Book.title == 'One'))).one(), session.query(Author).filter_by(name='Bo').count())
    print(session.execute(update(Author).where(Author.name == 'Bo').values(age=Author.age + 1)).rowcount)
    print(session.scalars(insert(Author).returning(Author.id), [{'name': 'Cy'}, {'name': 'Di'}]).all())
    session.execute(delete(Author).where(Author.id > 3))
    with session.begin_nested():
        session.add(Author(name='Eve', note='x'))
    session.commit()
    session.add(Author(name='Ada'))
    try:
        session.commit()
    except IntegrityError as error:
        print(error)
    try:
        session.scalars(select(Author))
    except InvalidRequestError as error:
        print(type(error).__name__, str(error)[:60])
    session.rollback()
    author = session.scalars(select(Author).where(Author.name == 'Ada')).one()
    session.delete(author)
    session.commit()
    print(session.scalar(select(func.count()).select_from(Book)), inspect(author).detached, inspect(author).was_deleted)
    last = session.scalars(select(Author)).first()
for ask in (lambda: last.books, lambda: Author(nom='x'), lambda: Author(name=''), lambda: Session(engine).scalars(select(Author).where(Author.id == 0)).one(),
            lambda: select(Author).filter_by(nom=1), lambda: Session(engine).add('x'), lambda: Session(engine).delete(Book())):
    try:
        ask()
    except (DetachedInstanceError, TypeError, ValueError, NoResultFound, InvalidRequestError) as error:
        print(type(error).__name__, re.sub(' at 0x[0-9a-f]+', '', str(error)))
