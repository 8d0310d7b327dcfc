"""Statements' text: each element is written by the method that its `__visit_name__` names."""
from sqlalchemy import exc
from sqlalchemy.sql import functions, operators as ops, sqltypes
from sqlalchemy.sql._compile_base import MARK, Compiled, IdentifierPreparer, ResultColumn
from sqlalchemy.sql._compile_changes import ChangesCompiler
from sqlalchemy.sql._compile_schema import DDLCompiler, TypeCompiler
from sqlalchemy.sql._compile_select import SelectCompiler
from sqlalchemy.sql.base import NO_ARG, Anon
from sqlalchemy.sql.elements import BindParameter, Null
from sqlalchemy.sql.operators import TEXTS


class SQLCompiler(SelectCompiler, ChangesCompiler, Compiled):
    is_sql = True
    extract_map = {}
    ansi_bind_rules = False

    def __init__(self, dialect, statement, column_keys=None, for_executemany=False, compile_kwargs=None, _inline=False, **kw):
        super().__init__(dialect, statement)
        self.column_keys, self.for_executemany = column_keys, for_executemany
        options = compile_kwargs or {}
        self.literal_binds, self.postcompile = options.get('literal_binds', False), options.get('render_postcompile', False)
        self.anon_names, self.anon_counts, self.binds, self.stack, self.ctes = {}, {}, {}, [], {}
        self.result_columns, self.insert_prefetch, self.update_prefetch, self.postfetch = [], [], [], []
        self.multi_prefetch = []
        self.implicit_returning, self.inline = None, _inline
        self.isinsert = self.isupdate = self.isdelete = False
        # (kind of statement, FROMs that nothing joins to another one, that one).
        self.unjoined = []
        self.marked = self.process(statement, toplevel=True)
        self.string = self._finished(self.marked)

    # --- parameters ---

    def _finished(self, text):
        """The text with parameters as the dialect writes them."""
        if self.postcompile:
            text = self.expanded(self.construct_params(check=False))[0]
        style = self.dialect.paramstyle
        self.positiontup = None
        if style == 'named':
            return MARK.sub(lambda m: f'__[POSTCOMPILE_{m[1][1:]}]' if m[1][0] == '*' else f':{m[1]}', self._escaped(text))
        self.positiontup = [m[1] for m in MARK.finditer(text)]
        return self._positional(text)

    def _escaped(self, text):
        return text

    def _positional(self, text):
        if self.dialect.paramstyle == 'qmark':
            return MARK.sub(lambda m: f'__[POSTCOMPILE_{m[1][1:]}]' if m[1][0] == '*' else '?', text)
        numbers = {}

        def number(match):
            name = match[1]
            if name[0] == '*':
                return f'__[POSTCOMPILE_{name[1:]}]'
            return f'${numbers.setdefault(name, len(numbers) + 1)}{self._bind_cast(name)}'
        return MARK.sub(number, text)

    def _bind_cast(self, name):
        return ''

    def expanded(self, params):
        """The text with lists of values in it, and the parameters with each of their values."""
        found = dict(params)
        self.expanded_types = {}

        def write(match):
            name = match[1]
            if name[0] != '*':
                return match[0]
            bind = self.binds[name[1:]]
            values = list(params[name[1:]] or ())
            found.pop(name[1:], None)
            if self.literal_binds or bind.literal_execute:
                if not bind.expanding:
                    return self._literal(params[name[1:]], bind.type)
                return ', '.join(self._literal(v, bind.type) for v in values) or self._empty_set(bind)
            if not values:
                return self._empty_set(bind)
            shown = []
            for n, value in enumerate(values, 1):
                if isinstance(value, (tuple, list)) and isinstance(bind.type, sqltypes.TupleType):
                    inner = []
                    for m, part in enumerate(value, 1):
                        key = f'{name[1:]}_{n}_{m}'
                        found[key] = part
                        self.expanded_types[key] = bind.type.types[m - 1]
                        inner.append(f'\x01{key}\x02')
                    shown.append(f'({", ".join(inner)})')
                    continue
                key = f'{name[1:]}_{n}'
                found[key] = value
                self.expanded_types[key] = bind.type
                shown.append(f'\x01{key}\x02')
            text = ', '.join(shown)
            return f'VALUES {text}' if isinstance(bind.type, sqltypes.TupleType) and self.dialect.tuple_in_values else text
        return MARK.sub(write, self.marked), found

    def _empty_set(self, bind):
        if bind.expand_op is ops.not_in_op:
            return 'NULL) OR (1 = 1'
        return 'NULL) AND (1 != 1'

    def construct_params(self, params=None, check=True, group=None):
        """Values of the parameters by name: those that are given, else those that came with them."""
        found = {}
        for name, bind in self.binds.items():
            if params and name in params:
                found[name] = params[name]
            elif params and bind._original_key in params and not bind.unique:
                found[name] = params[bind._original_key]
            else:
                if check and bind.required:
                    extra = f', in parameter group {group}' if group is not None else ''
                    raise exc.InvalidRequestError(f'A value is required for bind parameter {name!r}{extra}', code='cd3x')
                found[name] = bind.effective_value
        return found

    def type_of_bind(self, name):
        found = self.binds.get(name)
        return found.type if found is not None else self.expanded_types[name]

    # --- names ---

    def name_of(self, name):
        """A name: one that is to be made up gets its number here."""
        if not isinstance(name, Anon):
            return name
        key = id(name.owner), type(name), name.base if isinstance(name.base, str) else id(name.base)
        found = self.anon_names.get(key)
        if found is None:
            kind = type(name).__name__
            if kind == '_Repeat':
                base = self.name_of(name.base)
                found = f'{base}__{name.number}'
            elif kind == '_Joined':
                found = f'{self.name_of(name.table)}_{name.base}'
            else:
                base = name.base
                number = self.anon_counts[base] = self.anon_counts.get(base, 0) + 1
                found = f'{base}_{number}'
            self.anon_names[key] = found
            self.__dict__.setdefault('_owners', []).append(name)
        return found

    def quoted(self, name):
        return self.preparer.quote(self.name_of(name))

    # --- elements ---

    def process(self, element, **kw):
        visit = getattr(self, 'visit_' + element.__visit_name__, None)
        custom = getattr(type(element), '_compiled_by', None)
        if custom is not None and (found := custom.get(self.dialect.name) or custom.get('*')) is not None:
            return found(element, self, **kw)
        if visit is None:
            raise exc.UnsupportedCompilationError(self, type(element))
        return visit(element, **kw)

    def visit_bindparam(self, bind, within_columns_clause=False, literal_binds=None, skip_bind_expression=False, **kw):
        if not skip_bind_expression:
            wrapped = bind.type.bind_expression(bind)
            if wrapped is not None:
                return self.process(wrapped, skip_bind_expression=True, **kw)
        literal = self.literal_binds if literal_binds is None else literal_binds
        name = self.name_of(bind.key)
        if literal and bind.effective_value is None and not bind.expanding and bind.required:
            literal = False
        if literal and not bind.expanding:
            return self._literal(bind.effective_value, bind.type)
        old = self.binds.get(name)
        if old is not None and old is not bind and (old.unique or bind.unique) and not (old._original_key == bind._original_key and not bind.unique):
            raise exc.CompileError(f"Bind parameter '{name}' conflicts with unique bind parameter of the same name")
        self.binds[name] = bind
        if bind.expanding:
            if literal:
                values = list(bind.effective_value or ())
                return f'({", ".join(self._literal(v, bind.type) for v in values) or self._empty_set(bind)})'
            return f'(\x01*{name}\x02)'
        if bind.literal_execute:
            return f'\x01*{name}\x02'
        return f'\x01{name}\x02'

    def _literal(self, value, type_):
        if isinstance(value, (tuple, list)) and isinstance(type_, sqltypes.TupleType):
            return f'({", ".join(self._literal(v, t) for v, t in zip(value, type_.types))})'
        if value is None:
            return 'NULL'
        processor = type_.dialect_impl(self.dialect).literal_processor(self.dialect)
        if processor is None:
            raise exc.CompileError(f'No literal value renderer is available for literal value "{value!r}" with datatype {type_!r}' if not type_._isnull else
                                   f'Could not render literal value "{value!r}" with datatype NULL; see parent stack trace for more detail.')
        try:
            return processor(value)
        except Exception as error:
            raise exc.CompileError(f'Could not render literal value "{value!r}" with datatype {type_}; see parent stack trace for more detail.') from error

    def visit_column(self, column, include_table=True, within_columns_clause=False, **kw):
        if column.is_literal:
            return self._escape_literal_column(column.name)
        name = column.name
        if name is None:
            raise exc.CompileError(f"Cannot compile Column object until its 'name' is assigned.")
        name = self.quoted(name)
        table = column.table
        if table is None or not include_table or not table.named_with_column:
            return name
        schema = f'{self.preparer.quote(table.schema)}.' if table.schema else ''
        return f'{schema}{self.quoted(table.name)}.{name}'

    def _escape_literal_column(self, text):
        return text

    def visit_textclause(self, text, **kw):
        return text.BINDS.sub(lambda m: self.process(text._binds[m[1]], **kw), text.text).replace('\\:', ':') if text._binds else text.text.replace('\\:', ':')

    def visit_inner(self, inner, toplevel=False, **kw):
        return self.process(inner.element, include_table=False)

    def visit_null(self, element, **kw):
        return 'NULL'

    def visit_true(self, element, **kw):
        return 'true' if self.dialect.supports_native_boolean else '1'

    def visit_false(self, element, **kw):
        return 'false' if self.dialect.supports_native_boolean else '0'

    def visit_grouping(self, grouping, asfrom=False, **kw):
        kw.pop('within_columns_clause', None)
        return f'({self.process(grouping.element, **kw)})' if not asfrom else f'({self.process(grouping.element, asfrom=True, **kw)})'

    def visit_clauselist(self, clauses, **kw):
        kw.pop('within_columns_clause', None)
        separator = TEXTS[clauses.operator]
        return separator.join(t for t in (self.process(c, **kw) for c in clauses.clauses) if t)

    def visit_unary(self, unary, add_to_result_map=None, **kw):
        kw.pop('within_columns_clause', None) if unary.operator not in (None, ops.distinct_op) else None
        if unary.operator is ops.is_true:
            inner = self.process(unary.element, **kw)
            return inner if self.dialect.supports_native_boolean else f'{inner} = 1'
        if unary.operator is ops.is_false:
            inner = self.process(unary.element, **kw)
            return f'NOT {inner}' if self.dialect.supports_native_boolean else f'{inner} = 0'
        inner = self.process(unary.element, **kw)
        if unary.operator is not None:
            text = unary.operator.opstring + ' ' if isinstance(unary.operator, ops.custom_op) else TEXTS[unary.operator]
            if unary.operator in (ops.any_op, ops.all_op):
                return f'{text.strip()} ({inner})' if inner[:1] != '(' else f'{text}{inner}'
            return text + inner
        return inner + TEXTS[unary.modifier]

    def visit_binary(self, binary, **kw):
        kw.pop('within_columns_clause', None)
        op = binary.operator
        special = getattr(self, f'visit_{op.__name__}_binary', None) if not isinstance(op, ops.custom_op) else None
        if special is not None:
            return special(binary, **kw)
        text = f' {op.opstring} ' if isinstance(op, ops.custom_op) else TEXTS[op]
        return self.process(binary.left, **kw) + text + self.process(binary.right, **kw)

    def _sides(self, binary, **kw):
        return self.process(binary.left, **kw), self.process(binary.right, **kw)

    def visit_truediv_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        if self.dialect.div_is_floordiv:
            right = f'CAST({right} AS NUMERIC)' if binary.right.type.affinity is sqltypes.Integer else right
        return f'{left} / {right}'

    def visit_floordiv_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        if self.dialect.div_is_floordiv and binary.right.type.affinity is sqltypes.Integer:
            return f'{left} / {right}'
        return f'FLOOR({left} / {right})'

    def visit_mod_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        return f'{left} % {right}'

    def _like(self, binary, operator, **kw):
        left, right = self._sides(binary, **kw)
        escape = binary.modifiers.get('escape')
        ending = f" ESCAPE {self._literal(escape, sqltypes.STRINGTYPE)}" if escape else ''
        return left, operator, right, ending

    def visit_like_op_binary(self, binary, **kw):
        return ''.join(self._like(binary, ' LIKE ', **kw))

    def visit_not_like_op_binary(self, binary, **kw):
        return ''.join(self._like(binary, ' NOT LIKE ', **kw))

    def _ilike(self, binary, operator, **kw):
        left, right = self._sides(binary, **kw)
        escape = binary.modifiers.get('escape')
        ending = f" ESCAPE {self._literal(escape, sqltypes.STRINGTYPE)}" if escape else ''
        if self.dialect.has_ilike:
            return f'{left} {operator.replace("LIKE", "ILIKE")} {right}{ending}'
        return f'lower({left}) {operator} lower({right}){ending}'

    def visit_ilike_op_binary(self, binary, **kw):
        return self._ilike(binary, 'LIKE', **kw)

    def visit_not_ilike_op_binary(self, binary, **kw):
        return self._ilike(binary, 'NOT LIKE', **kw)

    def _around(self, binary, word, before, after, **kw):
        left, right = self._sides(binary, **kw)
        escape = binary.modifiers.get('escape')
        ending = f" ESCAPE {self._literal(escape, sqltypes.STRINGTYPE)}" if escape else ''
        sign = "'%%'" if self.dialect.paramstyle in ('format', 'pyformat') else "'%'"
        if binary.modifiers.get('ignoring_case'):
            if self.dialect.has_ilike:
                return f'{left} {word.replace("LIKE", "ILIKE")} {sign + " || " if before else ""}{right}{" || " + sign if after else ""}{ending}'
            left, right = f'lower({left})', f'lower({right})'
        return f'{left} {word} {sign + " || " if before else ""}{right}{" || " + sign if after else ""}{ending}'

    def visit_between_op_binary(self, binary, **kw):
        symmetric = ' SYMMETRIC' if binary.modifiers.get('symmetric') else ''
        left, right = self._sides(binary, **kw)
        return f'{left} BETWEEN{symmetric} {right}'

    def visit_not_between_op_binary(self, binary, **kw):
        symmetric = ' SYMMETRIC' if binary.modifiers.get('symmetric') else ''
        left, right = self._sides(binary, **kw)
        return f'{left} NOT BETWEEN{symmetric} {right}'

    def _in(self, binary, word, **kw):
        left, right = self._sides(binary, **kw)
        return f'{left} {word} {right}' if word == 'IN' else f'({left} {word} {right})'

    def visit_in_op_binary(self, binary, **kw):
        return self._in(binary, 'IN', **kw)

    def visit_not_in_op_binary(self, binary, **kw):
        return self._in(binary, 'NOT IN', **kw)

    def visit_label(self, label, within_columns_clause=False, within_label=False, label_only=None, **kw):
        name = self.quoted(label.name)
        if label_only is label:
            return name
        if within_columns_clause and not within_label:
            return f'{self.process(label._element, within_columns_clause=True, within_label=True, **kw)} AS {name}'
        return self.process(label._element, **kw)

    def visit_function(self, function, within_columns_clause=False, **kw):
        special = getattr(self, f'visit_{function.name.lower()}_func', None)
        if special is not None:
            return special(function, **kw)
        ansi = isinstance(function, functions.AnsiFunction)
        name = function.name.upper() if ansi else function.name
        if not ansi:
            name = '.'.join(self.preparer.quote(part) if self.preparer._requires_quotes(part) and not part.isidentifier() else part
                            for part in (*function.packagenames, name))
        if ansi and not function._has_args:
            return name
        return name + self.process(function.clause_expr, **kw)

    def _arguments(self, function, **kw):
        return self.process(function.clause_expr.element, **kw)

    def visit_aggregate_strings_func(self, function, **kw):
        return f'aggregate_strings{self.process(function.clause_expr, **kw)}'

    def visit_case(self, case, **kw):
        kw.pop('within_columns_clause', None)
        text = 'CASE '
        if case.value is not None:
            text += self.process(case.value, **kw) + ' '
        for condition, result in case.whens:
            text += f'WHEN {self._condition(condition, **kw)} THEN {self.process(result, **kw)} '
        if case.else_ is not None:
            text += f'ELSE {self.process(case.else_, **kw)} '
        return text + 'END'

    def _condition(self, condition, **kw):
        text = self.process(condition, **kw)
        return f'({text})' if condition.__visit_name__ in ('binary', 'clauselist') else text

    def visit_cast(self, cast, **kw):
        kw.pop('within_columns_clause', None)
        return f'CAST({self.process(cast.clause, **kw)} AS {self.dialect.type_text(cast.type)})'

    def visit_try_cast(self, cast, **kw):
        kw.pop('within_columns_clause', None)
        return f'TRY_CAST({self.process(cast.clause, **kw)} AS {self.dialect.type_text(cast.type)})'

    def visit_type_coerce(self, coerced, **kw):
        inner = coerced.clause
        if isinstance(inner, BindParameter):
            inner = inner._with_type(coerced.type) if not hasattr(coerced, '_typed') else coerced._typed
            coerced._typed = inner
        return self.process(inner, **kw)

    def visit_extract(self, extract, **kw):
        kw.pop('within_columns_clause', None)
        return f'EXTRACT({extract.field} FROM {self.process(extract.expr, **kw)})'

    def visit_tuple(self, tuple_, **kw):
        kw.pop('within_columns_clause', None)
        return f'({", ".join(self.process(c, **kw) for c in tuple_.clauses)})'

    def visit_collation(self, collation, **kw):
        return self.preparer.quote(collation.collation)

    def visit_over(self, over, **kw):
        kw.pop('within_columns_clause', None)
        parts = [f'{word} BY {self.process(clauses, **kw)}' for word, clauses in (('PARTITION', over.partition_by), ('ORDER', over.order_by))
                 if clauses is not None and len(clauses)]
        for word, given in (('RANGE', over.range_), ('ROWS', over.rows), ('GROUPS', over.groups)):
            if given is not None:
                parts.append(f'{word} BETWEEN {self._bound(given[0])} AND {self._bound(given[1])}')
        return f'{self.process(over.element, **kw)} OVER ({" ".join(parts)})'

    def _bound(self, bound):
        """Where a window begins or ends."""
        if bound is None:
            return None
        if bound == 0:
            return 'CURRENT ROW'
        return f'{self.process(BindParameter(None, abs(bound), type_=sqltypes.INTEGERTYPE, unique=True))} {"PRECEDING" if bound < 0 else "FOLLOWING"}'

    def visit_withingroup(self, within, **kw):
        return f'{self.process(within.element, **kw)} WITHIN GROUP (ORDER BY {self.process(within.order_by, **kw)})'

    def visit_funcfilter(self, filtered, **kw):
        kw.pop('within_columns_clause', None)
        return f'{self.process(filtered.func, **kw)} FILTER (WHERE {self.process(filtered.criterion, **kw)})'


def _written_around():
    for name, before, after in (('startswith', False, True), ('endswith', True, False), ('contains', True, True)):
        for negated in ('', 'not_'):
            word = 'NOT LIKE' if negated else 'LIKE'
            setattr(SQLCompiler, f'visit_{negated}{name}_op_binary',
                    lambda self, binary, word=word, before=before, after=after, **kw: self._around(binary, word, before, after, **kw))


_written_around()


class StrSQLCompiler(SQLCompiler):
    """For the text that `str` of a statement shows, with whatever dialect it would be run."""

    def visit_getitem_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        return f'{left}[{right}]'

    visit_json_getitem_op_binary = visit_json_path_getitem_op_binary = visit_getitem_binary

    def visit_regexp_match_op_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        return f'{left} <regexp> {right}'

    def visit_not_regexp_match_op_binary(self, binary, **kw):
        left, right = self._sides(binary, **kw)
        return f'{left} <not regexp> {right}'
