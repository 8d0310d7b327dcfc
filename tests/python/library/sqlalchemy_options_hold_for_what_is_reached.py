# recorded by hand: needs SQLAlchemy 2.0.58
"""Options hold for what is reached by way of what they are of: for what is loaded later, to any depth, and for each occurrence of a class."""
from sqlalchemy import *
from sqlalchemy.orm import *


def nested():
    class Base(DeclarativeBase): pass
    class P(Base):
        __tablename__ = 'p'
        id: Mapped[int] = mapped_column(primary_key=True)
        cs: Mapped[list['C']] = relationship(back_populates='p')
    class C(Base):
        __tablename__ = 'c'
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[int] = mapped_column(default=4)
        pid: Mapped[int] = mapped_column(ForeignKey('p.id'))
        p: Mapped[P] = relationship(back_populates='cs')
        ds: Mapped[list['D']] = relationship(back_populates='c')
    class D(Base):
        __tablename__ = 'd'
        id: Mapped[int] = mapped_column(primary_key=True)
        cid: Mapped[int] = mapped_column(ForeignKey('c.id'))
        c: Mapped[C] = relationship(back_populates='ds')
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add_all([P(cs=[C(ds=[D(), D()]), C()]), P(cs=[C()])])
    s.commit(); s.expunge_all()
    @event.listens_for(e, 'before_cursor_execute')
    def f(conn, cur, stmt, params, ctx, many): print(stmt, params)
    for o in ['selectinload(P.cs).raiseload(C.ds)', 'joinedload(P.cs).raiseload(C.ds)', 'lazyload(P.cs).raiseload(C.ds)', 'lazyload(P.cs).selectinload(C.ds)', 'selectinload(P.cs).lazyload(C.ds).joinedload(D.c)',
       'lazyload(P.cs).lazyload(C.ds).selectinload(D.c).load_only(C.x)', 'selectinload(P.cs).raiseload("*")', "selectinload(P.cs).load_only(C.id)", "lazyload(P.cs).load_only(C.id)", "raiseload('*')", "joinedload(P.cs), raiseload('*')", "selectinload(P.cs).options(raiseload(C.ds), defer(C.x))", "defaultload(P.cs).raiseload(C.ds)", "lazyload(P.cs.and_(C.id > 1))", "selectinload(P.cs), defaultload(P.cs).joinedload(C.ds)"]:
        print('##', o)
        try:
            for x in s.scalars(select(P).options(*eval(f'({o},)'))).unique():
                print(x.id, [(c.id, c.__dict__.get('x'), [(d.id, d.c.id) for d in c.ds]) for c in x.cs])
        except Exception as ex: print(type(ex).__name__, ex)
        s.expunge_all()


def criteria():
    class Base(DeclarativeBase): pass
    class HasDel:
        deleted: Mapped[bool] = mapped_column(default=False)
    class P(HasDel, Base):
        __tablename__ = 'p'
        id: Mapped[int] = mapped_column(primary_key=True)
        cs: Mapped[list['C']] = relationship(back_populates='p')
    class C(HasDel, Base):
        __tablename__ = 'c'
        id: Mapped[int] = mapped_column(primary_key=True)
        pid: Mapped[int] = mapped_column(ForeignKey('p.id'))
        p: Mapped[P] = relationship(back_populates='cs')
        ds: Mapped[list['D']] = relationship()
    class D(HasDel, Base):
        __tablename__ = 'd'
        id: Mapped[int] = mapped_column(primary_key=True)
        cid: Mapped[int] = mapped_column(ForeignKey('c.id'))
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    s.add_all([P(cs=[C(ds=[D(), D(deleted=True)]), C(deleted=True)]), P(deleted=True, cs=[C()])])
    s.commit(); s.expunge_all()
    @event.listens_for(e, 'before_cursor_execute')
    def f(conn, cur, stmt, params, ctx, many): print(stmt, params)
    for stmt in [select(P).options(with_loader_criteria(HasDel, lambda cls: cls.deleted == False, include_aliases=True)),
                 select(P).options(with_loader_criteria(C, C.deleted == False)),
                 select(P).options(with_loader_criteria(C, C.deleted == False, propagate_to_loaders=False)),
                 select(P).options(selectinload(P.cs).selectinload(C.ds), with_loader_criteria(HasDel, lambda cls: cls.deleted == False)),
                 select(P).options(joinedload(P.cs), with_loader_criteria(HasDel, lambda cls: cls.deleted == False)),
                 select(P).options(subqueryload(P.cs), with_loader_criteria(C, lambda cls: cls.deleted == False)) if 0 else select(P).options(selectinload(P.cs.and_(C.id > 1))),
                 select(C).options(with_loader_criteria(P, P.deleted == False)),
                 ]:
        for p in s.scalars(stmt).unique().all():
            if isinstance(p, C): print(p.id, p.p and p.p.id)
            else: print(p.id, [(c.id, [d.id for d in c.ds]) for c in p.cs])
        s.expunge_all()
        print('--')
    @event.listens_for(s, 'do_orm_execute')
    def do(st):
        print(st.is_select, st.is_column_load, st.is_relationship_load)
        if st.is_select and not st.is_column_load and not st.is_relationship_load:
            st.statement = st.statement.options(with_loader_criteria(HasDel, lambda cls: cls.deleted.is_(False), include_aliases=True))
    for p in s.query(P):
        print(p.id, [(c.id, [d.id for d in c.ds]) for c in p.cs])
    s.commit()
    print(p.id, [c.id for c in p.cs], s.get(P, 2))


def recursive():
    class Base(DeclarativeBase): pass
    class N(Base):
        __tablename__ = 'n'
        id: Mapped[int] = mapped_column(primary_key=True)
        pid: Mapped[int] = mapped_column(ForeignKey('n.id'), nullable=True)
        children: Mapped[list['N']] = relationship(back_populates='parent')
        parent: Mapped['N'] = relationship(back_populates='children', remote_side=[id])
    e = create_engine('sqlite://')
    Base.metadata.create_all(e)
    s = Session(e)
    n = top = N()
    for i in range(6):
        m = N(); n.children.append(m); n.children.append(N()) ; n = m
    s.add(top); s.commit(); s.expunge_all()
    @event.listens_for(e, 'before_cursor_execute')
    def f(conn, cur, stmt, params, ctx, many): print(stmt, params)
    for o in [selectinload(N.children, recursion_depth=2), selectinload(N.children, recursion_depth=-1), immediateload(N.children, recursion_depth=1), selectinload(N.parent, recursion_depth=-1)]:
        for x in s.scalars(select(N).where(N.pid == None).options(o)): print(x.id)
        s.expunge_all(); print('--')


nested()
criteria()
recursive()
