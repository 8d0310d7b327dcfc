"""Relationships that are queries: `lazy='dynamic'` and `lazy='write_only'`."""
from sqlalchemy.orm.query import Query
from sqlalchemy.orm.strategies import parent_condition
from sqlalchemy.sql.selectable import LABEL_STYLE_TABLENAME_PLUS_COL, select


def dynamic_collection(state, prop, strategy):
    return (WriteOnlyCollection if strategy == 'write_only' else AppenderQuery)(state, prop)


class _Collection:
    def _statement(self):
        prop = self._prop
        statement = select(prop.mapper)
        if prop.secondary is not None:
            statement = statement.select_from(prop.mapper._as_from(), prop.secondary).where(parent_condition(self._state, prop), prop.secondaryjoin)
        else:
            statement = statement.where(parent_condition(self._state, prop))
        return statement.order_by(*prop.order_by) if prop.order_by else statement

    def add(self, item):
        prop, state = self._prop, self._state
        for reverse in prop.reverse:
            from sqlalchemy.orm.attributes import state_of
            reverse.mirror(state_of(item), state.obj())
        if not prop.reverse:
            from _frames import not_supported
            not_supported(f'a relationship with lazy={prop.lazy!r} without back_populates')
        if state.session is not None:
            state.session._save(state_of(item))

    append = add

    def add_all(self, items):
        for item in items:
            self.add(item)

    extend = add_all

    def remove(self, item):
        from sqlalchemy.orm.attributes import state_of
        for reverse in self._prop.reverse:
            reverse.unmirror(state_of(item), self._state.obj())


class WriteOnlyCollection(_Collection):
    def __init__(self, state, prop):
        self._state, self._prop = state, prop

    def select(self):
        return self._statement()


class AppenderQuery(_Collection, Query):
    def __init__(self, state, prop):
        self._state, self._prop = state, prop
        Query.__init__(self, [prop.mapper], state.session, self._statement().set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
