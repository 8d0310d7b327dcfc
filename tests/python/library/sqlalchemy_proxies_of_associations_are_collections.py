# recorded by hand: needs SQLAlchemy 2.0.58
"""Association proxies over lists, sets and dicts; rows that are saved one by one; mixins' annotated columns; listeners that load."""
from __future__ import annotations

from typing import Mapping, Optional

from sqlalchemy import ForeignKey, create_engine, event, func, inspect, select
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import (DeclarativeBase, KeyFuncDict, Mapped, MappedAsDataclass, Session, attribute_keyed_dict, declared_attr, mapped_column,
                            relationship)


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = 'tag'
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[Optional[int]] = mapped_column(ForeignKey('post.id'))
    mark_of: Mapped[Optional[int]] = mapped_column(ForeignKey('post.id'))
    name: Mapped[str]

    def __init__(self, name):
        self.name = name


class Fact(Base):
    __tablename__ = 'fact'
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey('post.id'))
    key: Mapped[str]
    value: Mapped[Optional[str]]


class Owned:
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey('owner.id'))


class Owner(Base):
    __tablename__ = 'owner'
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Owned, Base):
    __tablename__ = 'post'
    id: Mapped[int] = mapped_column(primary_key=True)
    tag_rows: Mapped[list[Tag]] = relationship(foreign_keys='Tag.post_id', cascade='all, delete-orphan', order_by='Tag.id')
    mark_rows: Mapped[set[Tag]] = relationship(foreign_keys='Tag.mark_of')
    fact_rows: Mapped[Mapping[str, Fact]] = relationship(collection_class=attribute_keyed_dict('key'), cascade='all, delete-orphan')
    tags: AssociationProxy[list[str]] = association_proxy('tag_rows', 'name')
    marks: AssociationProxy[set[str]] = association_proxy('mark_rows', 'name')
    facts: AssociationProxy[dict[str, str]] = association_proxy('fact_rows', 'value', creator=lambda key, value: Fact(key=key, value=value))

    def __getitem__(self, key):
        return self.facts[key]

    def __setitem__(self, key, value):
        self.facts[key] = value


class Step(Base):
    __tablename__ = 'step'
    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[Optional[int]]
    __mapper_args__ = {'batch': False}


@event.listens_for(Step, 'before_insert')
def place(mapper, connection, step):
    step.place = (connection.scalar(select(func.max(Step.place))) or 0) + 10


class Node(MappedAsDataclass, Base):
    __tablename__ = 'node'
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey('node.id'), init=False, repr=False)
    name: Mapped[str]
    children: Mapped[dict[str, Node]] = relationship(back_populates='parent', collection_class=attribute_keyed_dict('name'), init=False, repr=False)
    parent: Mapped[Optional[Node]] = relationship(back_populates='children', remote_side=id, default=None)


engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
print([(c.name, c.nullable) for c in Post.__table__.columns])
print([(c['name'], c['nullable']) for c in inspect(engine).get_columns('post')])

with Session(engine) as session:
    owner = Owner()
    session.add(owner)
    session.flush()
    post = Post(owner_id=owner.id, tags=['a', 'b'], marks={'x'}, facts={'colour': 'red'})
    session.add(post)
    session.commit()

    print(post.tags, type(post.tags).__name__, len(post.tags), 'a' in post.tags, post.tags[0], post.tags[-1:])
    post.tags.append('c')
    post.tags.insert(1, 'between')
    post.tags += ['d']
    post.tags[0] = 'first'
    del post.tags[1]
    print(post.tags, post.tags == ['first', 'b', 'c', 'd'], post.tags + ['e'], post.tags.index('c'), post.tags.count('z'), post.tags.pop())
    try:
        post.tags.remove('z')
    except ValueError as error:
        print(repr(error))
    post.tags.remove('b')
    print(post.tags, [row.name for row in post.tag_rows])

    post.marks.add('y')
    post.marks.add('x')
    post.marks |= {'z'}
    post.marks.discard('nothing')
    print(sorted(post.marks), type(post.marks).__name__, post.marks == {'x', 'y', 'z'}, post.marks >= {'x'}, sorted(post.marks & {'x', 'q'}))
    try:
        post.marks.remove('q')
    except KeyError as error:
        print(repr(error))
    kept = next(row for row in post.mark_rows if row.name == 'x')
    post.marks = {'x', 'new'}
    print(sorted(post.marks), kept in post.mark_rows)

    post['size'] = 'small'
    post['colour'] = 'blue'
    print(post.facts, type(post.facts).__name__, sorted(post.facts), post.facts.get('none', 'nothing'), 'size' in post.facts, dict(post.facts.items()))
    row = post.fact_rows['colour']
    post.facts = {'colour': 'green', 'shape': 'round'}
    print(sorted(post.facts.items()), post.fact_rows['colour'] is row, type(post.fact_rows).__name__)
    print(post.facts.pop('shape'), post.facts.pop('shape', None), post.facts.setdefault('age', '3'))
    try:
        post['missing']
    except KeyError as error:
        print(repr(error))
    session.commit()
    print(sorted(post.facts.items()), post.tags, sorted(post.marks))
    print([p.id for p in session.scalars(select(Post).where(Post.tags.contains('c')))], session.scalars(select(Fact.key).order_by(Fact.key)).all())

    session.add_all([Step(), Step(), Step()])
    session.commit()
    print(session.scalars(select(Step.place).order_by(Step.id)).all())

    root = Node('root')
    Node('left', root)
    Node('right', parent=root)
    session.add(root)
    session.commit()
    print(root, sorted(root.children), root.children['left'].parent is root)

    loads = []

    @event.listens_for(session, 'before_flush')
    def look(session, context, instances):
        loads.append(len(session.scalars(select(Node)).all()))
        try:
            session.flush()
        except Exception as error:
            loads.append(str(error))

    session.add(Node('late'))
    session.commit()
    print(loads)


class Counting(KeyFuncDict):
    def __missing__(self, key):
        return f'no {key}'


numbers = Counting(lambda item: item['n'], {'a': {'n': 'a'}})
print(numbers, numbers['b'])
