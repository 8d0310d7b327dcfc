"""The text of SELECT, and of what it selects from."""
from sqlalchemy import exc
from sqlalchemy.sql import operators as ops
from sqlalchemy.sql._linting import unjoined
from sqlalchemy.sql._names import named
from sqlalchemy.sql.elements import BooleanClauseList, Label, UnaryExpression, and_
from sqlalchemy.sql.selectable import FromClause


def _minus(froms, others):
    return [f for f in froms if not any(f is o for o in others)]


class SelectCompiler:
    """The half of the compiler that writes SELECT."""

    def visit_select(self, select, asfrom=False, toplevel=False, lateral=False, in_insert=False, **kw):
        from sqlalchemy.sql.compiler import ResultColumn
        kw.pop('within_columns_clause', None)
        select = select._core(toplevel)
        entry = self.stack[-1] if self.stack else {'all': [], 'near': []}
        froms = self._displayed(select, entry, asfrom and not lateral)
        self._lint('SELECT', froms, select._where)
        near = [o for f in froms for o in f._from_objects()]
        columns = []
        for item in select._raw_columns:
            columns += item._plain_columns() if isinstance(item, FromClause) else [item]
        names = named(columns, select._label_style, asfrom)
        self.stack.append({'near': near, 'all': near + entry['all'], 'names': names, 'select': select})
        text = 'SELECT '
        for prefix in select._prefixes:
            text += self.process(prefix) + ' '
        text += self._distinct(select)
        text += ', '.join(self._column(name, asfrom) for name in names)
        if toplevel:
            self.result_columns = [ResultColumn(self.name_of(n.name), self.name_of(n.key), (n.column,), n.column.type) for n in names]
        if froms:
            text += ' \nFROM ' + ', '.join(self.process(f, asfrom=True, **kw) for f in froms)
        else:
            text += self.default_from()
        if select._where:
            condition = self.process(BooleanClauseList.of(ops.and_, select._where))
            if condition:
                text += ' \nWHERE ' + condition
        if select._group_by:
            text += ' GROUP BY ' + ', '.join(self._by(e, group=True) for e in select._group_by)
        if select._having:
            text += ' \nHAVING ' + self.process(BooleanClauseList.of(ops.and_, select._having))
        text += self._ordered(select)
        if select._for_update is not None:
            text += self.for_update_clause(select)
        for suffix in select._suffixes:
            text += ' ' + self.process(suffix)
        self.stack.pop()
        for cte in select._independent_ctes:
            self.process(cte, asfrom=True)
        if self.ctes and toplevel:
            text = self._with_clause() + text
        return text

    def _lint(self, kind, froms, conditions):
        if len(froms) > 1 and (found := unjoined(froms, conditions)):
            names, first = found
            self.unjoined.append((kind, [self.name_of(name) for name in names], self.name_of(first)))

    def default_from(self):
        return ''

    def _displayed(self, select, entry, in_from):
        froms = select._froms()
        explicit = _minus(entry['all'], entry['near']) if in_from else entry['all']
        implicit = () if in_from else entry['near']
        if select._correlate:
            froms = [f for f in froms if not (any(f is c for c in select._correlate) and any(f is e for e in explicit))]
        if select._correlate_except is not None:
            froms = [f for f in froms if any(f is c for c in select._correlate_except) or not any(f is e for e in explicit)]
        if select._auto_correlate and implicit and len(froms) > 1:
            froms = _minus(froms, implicit)
            if not froms:
                raise exc.InvalidRequestError(f"Select statement '{select!r}' returned no FROM clauses due to auto-correlation; specify correlate(<tables>) to "
                                              'control correlation manually.')
        return froms

    def _distinct(self, select):
        return 'DISTINCT ' if select._distinct else ''

    def _column(self, name, asfrom=False):
        column = name.column
        if asfrom and name.label is None and column.__visit_name__ == 'column' and not column.is_literal and column.table is not None:
            name.label = name.name
        label = self.quoted(name.label) if name.label is not None else None
        wrapped = column.type.column_expression(column) if getattr(column, 'type', None) is not None else None
        if column.__visit_name__ == 'label' and name.label == name.name and not (wrapped is not None):
            inner = self.process(column._element, within_columns_clause=True, within_label=True)
            return f'{inner} AS {label}'
        text = self.process(column if wrapped is None else wrapped, within_columns_clause=True, within_label=True)
        return text if label is None else f'{text} AS {label}'

    def _by(self, element, group=False):
        """An element of ORDER BY or GROUP BY: a label of the list's is written as its name."""
        if element.__visit_name__ == 'label_reference':
            return self._referred(element.element, group)
        inner = element
        while isinstance(inner, UnaryExpression):
            inner = inner.element
        if inner.__visit_name__ == 'label_reference':
            text = self._referred(inner.element, group)
            outer, endings = element, ''
            while isinstance(outer, UnaryExpression):
                endings = ops.TEXTS[outer.modifier] + endings
                outer = outer.element
            return text + endings
        if isinstance(inner, Label) and not group and any(n.column is inner for n in self.stack[-1]['names']):
            return self.process(element, label_only=inner)
        return self.process(element)

    def _referred(self, text, group):
        for name in self.stack[-1]['names']:
            if self.name_of(name.name) == text or name.key == text:
                if name.column.__visit_name__ == 'label':
                    return self.quoted(name.name)
                return self.process(name.column)
        select = self.stack[-1].get('select')
        for item in select._froms() if select is not None else ():
            for leaf in item._leaves():
                if text in leaf.c:
                    return self.process(leaf.c[text])
        raise exc.CompileError(f"Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression {text!r} should be explicitly "
                               f'declared as text({text!r})')

    def _ordered(self, select):
        text = ''
        if select._order_by:
            text += ' ORDER BY ' + ', '.join(self._by(e) for e in select._order_by)
        if select._limit is not None or select._offset is not None:
            text += self.limit_clause(select)
        elif select._fetch is not None:
            text += self.fetch_clause(select)
        return text

    def limit_clause(self, select):
        text = ''
        if select._limit is not None:
            text += '\n LIMIT ' + self.process(select._limit)
        if select._offset is not None:
            if select._limit is None:
                text += '\n LIMIT -1'
            text += ' OFFSET ' + self.process(select._offset)
        return text

    def fetch_clause(self, select):
        text = f'\n OFFSET {self.process(select._offset)} ROWS' if select._offset is not None else ''
        percent, ties = (' PERCENT' if select._fetch_options['percent'] else ''), ('WITH TIES' if select._fetch_options['with_ties'] else 'ONLY')
        return f'{text}\n FETCH FIRST {self.process(select._fetch)}{percent} ROWS {ties}'

    def for_update_clause(self, select):
        return ' FOR UPDATE'

    # --- several of them ---

    def visit_compound_select(self, compound, asfrom=False, toplevel=False, **kw):
        entry = self.stack[-1] if self.stack else {'all': [], 'near': []}
        names = []
        self.stack.append({**entry, 'names': names, 'select': None})
        texts = []
        for n, member in enumerate(compound.selects):
            texts.append(self.process(member, asfrom=asfrom, toplevel=False))
        core = compound.selects[0]
        while core.__visit_name__ == 'select_statement_grouping':
            core = core.element
        if core.__visit_name__ == 'select':
            core = core._core()
            names += named(core._core_columns(), core._label_style)
        else:
            names += [_Plain(key, column) for key, column in core._named()]
        if toplevel:
            from sqlalchemy.sql.compiler import ResultColumn
            self.result_columns = [ResultColumn(self.name_of(n.name), self.name_of(n.key), (n.column,), n.column.type) for n in names]
        text = f' {compound.keyword} '.join(texts)
        if compound._group_by:
            text += ' GROUP BY ' + ', '.join(self._by_in_compound(e) for e in compound._group_by)
        if compound._order_by:
            text += ' ORDER BY ' + ', '.join(self._by_in_compound(e) for e in compound._order_by)
        if compound._limit is not None or compound._offset is not None:
            text += self.limit_clause(compound)
        self.stack.pop()
        if self.ctes and toplevel:
            text = self._with_clause() + text
        return text

    def _by_in_compound(self, element):
        """There, columns have no tables."""
        inner = element.element if isinstance(element, UnaryExpression) else element
        if inner.__visit_name__ in ('column', 'label'):
            endings = ops.TEXTS[element.modifier] if isinstance(element, UnaryExpression) else ''
            return self.quoted(inner.name) + endings
        if inner.__visit_name__ == 'label_reference':
            endings = ops.TEXTS[element.modifier] if isinstance(element, UnaryExpression) else ''
            return self.preparer.quote(inner.element) + endings
        return self._by(element)

    def visit_select_statement_grouping(self, grouping, asfrom=False, toplevel=False, **kw):
        inner = self.process(grouping.element, asfrom=asfrom)
        return f'({inner})' if self.dialect.supports_parens_in_compound_select else inner

    def visit_scalar_select(self, scalar, **kw):
        kw.pop('within_columns_clause', None), kw.pop('asfrom', None)
        return f'({self.process(scalar.element, **kw)})'

    def visit_textual_select(self, select, toplevel=False, asfrom=False, **kw):
        from sqlalchemy.sql.compiler import ResultColumn
        if toplevel:
            self.result_columns = [ResultColumn(c.name, c.key, (c,), c.type) for c in select.column_args]
            self.textual_by_name = not select.positional
        return self.process(select.element)

    # --- what is selected from ---

    def visit_table(self, table, asfrom=False, ashint=False, **kw):
        return self.preparer.format_table(table)

    def visit_alias(self, alias, asfrom=False, **kw):
        name = self.quoted(alias.name)
        return f'{self.process(alias.element, asfrom=True)} AS {name}' if asfrom else name

    def visit_subquery(self, subquery, asfrom=False, **kw):
        name = self.quoted(subquery.name)
        return f'({self.process(subquery.element, asfrom=True)}) AS {name}' if asfrom else name

    def visit_lateral(self, lateral, asfrom=False, **kw):
        name = self.quoted(lateral.name)
        return f'LATERAL ({self.process(lateral.element, asfrom=True, lateral=True)}) AS {name}' if asfrom else name

    def visit_table_valued_alias(self, alias, asfrom=False, **kw):
        name = self.quoted(alias.name)
        return f'{self.process(alias.element)} AS {name}' if asfrom else name

    def visit_join(self, join, asfrom=False, **kw):
        word = ' FULL OUTER JOIN ' if join.full else ' LEFT OUTER JOIN ' if join.isouter else ' JOIN '
        return f'{self.process(join.left, asfrom=True)}{word}{self.process(join.right, asfrom=True)} ON {self.process(join.onclause)}'

    def visit_values(self, values, asfrom=False, **kw):
        name = self.quoted(values.name)
        if not asfrom:
            return name
        rows = ', '.join('(' + ', '.join(self.process(_value_of(column, value), literal_binds=values.literal_binds or None)
                                         for column, value in zip(values._value_columns, row)) + ')' for row in values._data)
        columns = ', '.join(self.quoted(c.name) for c in values._value_columns)
        return f'(VALUES {rows}) AS {name} ({columns})'

    def visit_cte(self, cte, asfrom=False, **kw):
        name = self.quoted(cte.name)
        known = self.ctes.get(name)
        base = cte.__dict__.get('_cte_alias')
        if base is not None:
            self.visit_cte(base, asfrom=True)
            return f'{self.quoted(base.name)} AS {name}' if asfrom else name
        if known is None or known[0] is not cte and known[0] is cte._restates:
            self.ctes[name] = (cte, None)
            saved, self.stack = self.stack, []
            columns = f'({", ".join(self.quoted(c.name) for c in cte.c)})' if cte.recursive else ''
            body = self.process(cte.element, asfrom=True)
            self.stack = saved
            # Those that it rests on come before it.
            self.ctes.pop(name)
            self.ctes[name] = (cte, f'{name}{columns} AS \n({body})')
        elif known[0] is not cte and known[0]._restates is not cte:
            raise exc.CompileError(f'Multiple, unrelated CTEs found with the same name: {self.name_of(cte.name)!r}')
        return name

    def _with_clause(self):
        recursive = 'RECURSIVE ' if any(cte.recursive for cte, _ in self.ctes.values()) else ''
        return f'WITH {recursive}' + ', \n'.join(text for _, text in self.ctes.values()) + '\n '


class _Plain:
    label = None

    def __init__(self, key, column):
        self.key, self.column, self.name = key, column, getattr(column, 'name', None) or key


def _value_of(column, value):
    from sqlalchemy.sql.coercions import element_of
    from sqlalchemy.sql.elements import BindParameter
    found = element_of(value)
    return found if found is not None else BindParameter(None, value, type_=column.type, unique=True)
