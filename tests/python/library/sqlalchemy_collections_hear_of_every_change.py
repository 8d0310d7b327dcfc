# recorded by hand: needs SQLAlchemy 2.0.58
"""Collections of related objects hear of every change of sets and dicts, as do proxies over them."""
from sqlalchemy import ForeignKey, create_engine, event, select
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, attribute_keyed_dict, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Post(Base):
    __tablename__ = 'post'
    id: Mapped[int] = mapped_column(primary_key=True)
    tags: Mapped[set['Tag']] = relationship(cascade='all, delete-orphan')
    notes: Mapped[dict[str, 'Note']] = relationship(collection_class=attribute_keyed_dict('name'), cascade='all, delete-orphan')
    words = association_proxy('tags', 'word')


class Tag(Base):
    __tablename__ = 'tag'
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey('post.id'))
    word: Mapped[str]

    def __init__(self, word):
        self.word = word


class Note(Base):
    __tablename__ = 'note'
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey('post.id'))
    name: Mapped[str]


engine = create_engine('sqlite://')
Base.metadata.create_all(engine)
event.listen(Post.tags, 'append', lambda post, tag, initiator: heard.append('+' + tag.word))
event.listen(Post.tags, 'remove', lambda post, tag, initiator: heard.append('-' + tag.word))
heard = []


def show(what):
    print(what, sorted(heard), sorted(t.word for t in post.tags))
    heard.clear()


session = Session(engine)
a, b, c, d = map(Tag, 'abcd')
post = Post(tags={a, b})
session.add(post)
show('made')
post.tags |= {c}
show('|=')
post.tags &= {a, c, d}
show('&=')
post.tags ^= {a, b}
show('^=')
post.tags -= {c}
show('-=')
post.tags.intersection_update([b])
show('intersection_update')
post.tags.symmetric_difference_update({d})
show('symmetric_difference_update')
post.tags.difference_update({d, b})
show('difference_update')
post.tags.update([a, b])
show('update')
for change in (lambda: post.tags.__ior__([a]), lambda: post.tags.__iand__('x')):
    print(change())
post.words |= {'x', 'a'}
show('words |=')
post.words &= {'x', 'b'}
show('words &=')
post.words ^= {'y', 'b'}
show('words ^=')
post.words.intersection_update(['y'])
show('words')
session.commit()
print(sorted(session.scalars(select(Tag.word))))
post.notes.update(one=Note(name='one'), two=Note(name='two'))
session.commit()
print(post.notes.popitem()[0], list(post.notes))
session.commit()
print(session.scalars(select(Note.name)).all())
