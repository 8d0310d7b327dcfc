"""INSERT … ON CONFLICT."""
from sqlalchemy.sql import coercions
from sqlalchemy.sql.base import ClauseElement
from sqlalchemy.sql.dml import Insert as StandardInsert
from sqlalchemy.sql.elements import TextClause
from sqlalchemy.sql.selectable import Alias


class OnConflict(ClauseElement):
    def __init__(self, insert, constraint=None, index_elements=None, index_where=None):
        self.insert, self.constraint_target, self.inferred_target_elements, self.inferred_target_whereclause = insert, None, None, None
        if constraint is not None:
            if isinstance(constraint, str):
                self.constraint_target = constraint
            else:
                name = getattr(constraint, 'name', None)
                if name is not None and not hasattr(constraint, 'expressions'):
                    self.constraint_target = name
                else:
                    index_elements = list(constraint.columns)
        if index_elements is not None:
            self.inferred_target_elements = [e if isinstance(e, str) else coercions.element_of(e) for e in index_elements]
            self.inferred_target_whereclause = TextClause(index_where) if isinstance(index_where, str) else index_where


class OnConflictDoNothing(OnConflict):
    __visit_name__ = 'on_conflict_do_nothing'


class OnConflictDoUpdate(OnConflict):
    __visit_name__ = 'on_conflict_do_update'

    def __init__(self, insert, constraint=None, index_elements=None, index_where=None, set_=None, where=None):
        super().__init__(insert, constraint, index_elements, index_where)
        if not set_:
            raise ValueError('set parameter dictionary must not be empty')
        items = set_.items() if hasattr(set_, 'items') else [(c.key, c) for c in set_]
        self.update_values_to_set = {k if isinstance(k, str) else coercions.element_of(k).key: v for k, v in items}
        self.update_whereclause = None if where is None else coercions.where(where)


class Insert(StandardInsert):
    @property
    def excluded(self):
        found = self.__dict__.get('_excluded')
        if found is None:
            found = self.__dict__['_excluded'] = Alias._of(self.table, 'excluded')
        return found.c

    def on_conflict_do_nothing(self, index_elements=None, index_where=None, constraint=None):
        found = self._generate()
        found._post_values_clause = OnConflictDoNothing(self, constraint, index_elements, index_where)
        return found

    def on_conflict_do_update(self, index_elements=None, index_where=None, set_=None, where=None, constraint=None):
        found = self._generate()
        found._post_values_clause = OnConflictDoUpdate(self, constraint, index_elements, index_where, set_, where)
        return found


def insert(table):
    return Insert(table)
