"""The text of INSERT, UPDATE and DELETE."""
from sqlalchemy import exc
from sqlalchemy.sql import operators as ops
from sqlalchemy.sql._names import named
from sqlalchemy.sql.coercions import element_of
from sqlalchemy.sql.elements import BindParameter, BooleanClauseList
from sqlalchemy.sql.selectable import LABEL_STYLE_DISAMBIGUATE_ONLY


class Among(list):
    """Columns, of which one is known by being the same, as `==` of columns makes an expression."""

    def __contains__(self, item):
        return any(item is other for other in self)


class ChangesCompiler:
    """The half of the compiler that writes changes of tables."""

    def _given(self, statement):
        """Values by key: those of the statement, else parameters that will be passed."""
        found = {}
        for key in self.column_keys or ():
            found[key] = _PASSED
        if statement._values:
            found.update(statement._values)
        if self.column_keys is None and not statement._values and not statement._multi_values:
            found = {c.key: _PASSED for c in statement.table.c}
        return found

    def _value(self, column, value, key=None):
        key = key if key is not None else column.key
        if value is _PASSED:
            return self.process(BindParameter(key, type_=column.type, required=True))
        element = element_of(value)
        if element is None:
            return self.process(BindParameter(key, value, type_=column.type))
        if isinstance(element, BindParameter):
            if element.type._isnull:
                element = element._with_type(column.type) if element.unique else self._typed_bind(element, column)
            return self.process(element)
        return self.process(element.self_group())

    def _typed_bind(self, bind, column):
        found = bind._generate()
        found.type = column.type
        return found

    def _assigned(self, statement, given):
        """(column, text) of each column that gets a value."""
        found = []
        insert = statement.is_insert
        given = dict(given)
        order = list(statement.table.c)
        if getattr(statement, '_ordered', None):
            order.sort(key=lambda c: statement._ordered.index(c.key) if c.key in statement._ordered else len(statement._ordered))
        for column in order:
            if column.key in given:
                found.append((column, self._value(column, given.pop(column.key))))
                continue
            default = getattr(column, 'default', None) if insert else getattr(column, 'onupdate', None)
            if default is not None:
                if default.is_sequence:
                    if self.dialect.supports_sequences:
                        found.append((column, self.process(default.next_value())))
                        self.returned_columns_wanted.append(column)
                elif default.is_clause_element:
                    found.append((column, self.process(default.arg.self_group())))
                    self.postfetch.append(column)
                else:
                    (self.insert_prefetch if insert else self.update_prefetch).append(column)
                    found.append((column, self.process(BindParameter(column.key, type_=column.type, required=False))))
            elif getattr(column, 'server_default' if insert else 'server_onupdate', None) is not None:
                self.postfetch.append(column)
        if given:
            other = [k for k in given if given[k] is not _PASSED]
            if other:
                raise exc.CompileError(f'Unconsumed column names: {", ".join(sorted(map(str, other)))}')
        return found

    returned_columns_wanted = ()

    def _returning(self, statement):
        """The columns that RETURNING lists, as the statement's result."""
        from sqlalchemy.sql.compiler import ResultColumn
        columns = statement._core_returning()
        if not columns and self.implicit_returning:
            columns = self.implicit_returning
        if not columns:
            return ''
        names = named(columns, LABEL_STYLE_DISAMBIGUATE_ONLY)
        self.result_columns = [ResultColumn(self.name_of(n.name), self.name_of(n.key), (n.column,), n.column.type) for n in names]
        self.stack.append({'near': [statement.table], 'all': [statement.table], 'names': names, 'select': None})
        texts = []
        for name in names:
            text = self.process(name.column, within_columns_clause=True, within_label=True, include_table=self.dialect.returning_with_table)
            texts.append(text if name.label is None else f'{text} AS {self.quoted(name.label)}')
        self.stack.pop()
        return ' RETURNING ' + ', '.join(texts)

    def visit_insert(self, insert, toplevel=False, **kw):
        self.isinsert = self.isinsert or toplevel
        self.returned_columns_wanted = []
        table = insert.table
        text = 'INSERT '
        for prefix in insert._prefixes:
            text += self.process(prefix) + ' '
        text += f'INTO {self.preparer.format_table(table)}'
        if insert.select is not None:
            columns, select = [table.c[name] for name in insert._select_names], insert.select
            if insert.include_insert_from_select_defaults and select.__visit_name__ == 'select':
                for column in table.c:
                    if column not in Among(columns) and column.default is not None and not column.default.is_sequence:
                        self.insert_prefetch += [] if column.default.is_clause_element else [column]
                        columns.append(column)
                        select = select.add_columns(column.default.arg if column.default.is_clause_element else
                                                    BindParameter(column.key, type_=column.type, required=False))
            text += f' ({", ".join(map(self.preparer.format_column, columns))}) {self.process(select)}'
        elif insert._multi_values:
            text += self._many_rows(insert)
        else:
            assigned = self._assigned(insert, self._given(insert))
            if assigned:
                text += f' ({", ".join(self.preparer.format_column(c) for c, _ in assigned)})'
                self.values_written = f'({", ".join(t for _, t in assigned)})'
                text += f' VALUES {self.values_written}'
                self.assigned_columns = [c for c, _ in assigned]
            elif self.dialect.supports_default_values:
                text += ' DEFAULT VALUES'
        if insert._post_values_clause is not None:
            text += ' ' + self.process(insert._post_values_clause)
        if toplevel and self.dialect.wants_returning(self, insert):
            self.implicit_returning = list(table.primary_key)
        text += self._returning(insert)
        if self.ctes and toplevel:
            text = self._with_clause() + text
        return text

    def _many_rows(self, insert):
        """VALUES with a row for each of several dicts; those after the first have the first's columns."""
        first = dict.fromkeys(self.column_keys or (), _PASSED)
        first.update(insert._multi_values[0])
        columns = [c for c in insert.table.c if c.key in first or c.default is not None and not c.default.is_sequence]
        unknown = [k for k in first if k not in insert.table.c]
        if unknown:
            raise exc.CompileError(f'Unconsumed column names: {", ".join(sorted(unknown))}')
        rows = []
        for n, row in enumerate(insert._multi_values):
            texts = []
            for column in columns:
                if column.key in row:
                    texts.append(self._value(column, row[column.key], f'{column.key}_m{n}'))
                elif column.default is not None and column.default.is_clause_element:
                    texts.append(self.process(column.default.arg.self_group()))
                elif column.default is not None:
                    name = f'{column.key}_m{n}' if n else column.key
                    self.multi_prefetch.append((name, column))
                    texts.append(self.process(BindParameter(name, type_=column.type, required=False)))
                else:
                    raise exc.CompileError(f'INSERT value for column {column} is explicitly rendered as a boundparameter in the VALUES clause; a Python-side '
                                           'value or SQL expression is required')
            rows.append(f'({", ".join(texts)})')
        return f' ({", ".join(map(self.preparer.format_column, columns))}) VALUES {", ".join(rows)}'

    def visit_update(self, update, toplevel=False, **kw):
        self.isupdate = self.isupdate or toplevel
        table, others = update.table, update._other_froms()
        self._lint('UPDATE', [table, *others], update._where)
        self.stack.append({'near': [table, *others], 'all': [table, *others], 'names': [], 'select': None})
        text = f'UPDATE {self.process(table, asfrom=True)} SET '
        assigned = self._assigned(update, self._given(update))
        text += ', '.join(f'{self.preparer.format_column(c)}={t}' for c, t in assigned)
        if others:
            text += ' FROM ' + ', '.join(self.process(f, asfrom=True) for f in others)
        if update._where:
            text += ' WHERE ' + self.process(BooleanClauseList.of(ops.and_, update._where))
        self.stack.pop()
        text += self._returning(update)
        if self.ctes and toplevel:
            text = self._with_clause() + text
        return text

    def visit_delete(self, delete, toplevel=False, **kw):
        self.isdelete = self.isdelete or toplevel
        table, others = delete.table, delete._other_froms()
        self._lint('DELETE', [table, *others], delete._where)
        self.stack.append({'near': [table, *others], 'all': [table, *others], 'names': [], 'select': None})
        text = f'DELETE FROM {self.process(table, asfrom=True)}'
        if others:
            if not self.dialect.delete_using and self.dialect.name != 'default':
                raise NotImplementedError('This backend does not support multiple-table criteria within DELETE')
            text += ' USING ' if self.dialect.delete_using else ' , '
            text += ', '.join(self.process(f, asfrom=True) for f in others)
        if delete._where:
            text += ' WHERE ' + self.process(BooleanClauseList.of(ops.and_, delete._where))
        self.stack.pop()
        text += self._returning(delete)
        if self.ctes and toplevel:
            text = self._with_clause() + text
        return text

    # --- INSERT … ON CONFLICT ---

    def _conflict_target(self, clause):
        if clause.constraint_target is not None:
            return f'ON CONSTRAINT {self.preparer.quote(clause.constraint_target)}'
        if clause.inferred_target_elements is None:
            return ''
        names = [self.preparer.quote(e) if isinstance(e, str) else self.process(e, include_table=False) for e in clause.inferred_target_elements]
        text = f'({", ".join(names)})'
        if clause.inferred_target_whereclause is not None:
            text += f' WHERE {self.process(clause.inferred_target_whereclause, include_table=False)}'
        return text

    def visit_on_conflict_do_nothing(self, clause, **kw):
        target = self._conflict_target(clause)
        return f'ON CONFLICT {target} DO NOTHING' if target else 'ON CONFLICT DO NOTHING'

    def visit_on_conflict_do_update(self, clause, **kw):
        target, table = self._conflict_target(clause), clause.insert.table
        given, texts = dict(clause.update_values_to_set), []
        for column in table.c:
            if column.key in given or column.name in given:
                value = given.pop(column.key) if column.key in given else given.pop(column.name)
                element = element_of(value)
                if element is None:
                    element = BindParameter(None, value, type_=column.type, unique=True)
                elif isinstance(element, BindParameter) and element.type._isnull:
                    element = element._with_type(column.type)
                texts.append(f'{self.preparer.quote(column.name)} = {self.process(element.self_group())}')
        for key, value in given.items():
            element = element_of(value)
            texts.append(f'{self.preparer.quote(key)} = {self.process(element if element is not None else BindParameter(None, value, unique=True))}')
        text = ', '.join(texts)
        if clause.update_whereclause is not None:
            text += f' WHERE {self.process(clause.update_whereclause)}'
        return f'ON CONFLICT {target} DO UPDATE SET {text}'


_PASSED = type('_Passed', (), {'__repr__': lambda self: 'a parameter'})()
