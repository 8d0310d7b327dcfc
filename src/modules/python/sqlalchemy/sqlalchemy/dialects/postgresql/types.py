"""Types that PostgreSQL has of its own."""
from sqlalchemy.sql import operators as ops, sqltypes
from sqlalchemy.sql.elements import BinaryExpression, ColumnElement
from sqlalchemy.sql.type_api import TypeEngine


def _plain(name, base=TypeEngine):
    return type(name, (base,), {'__visit_name__': name, '__module__': __name__})


for _name in 'BYTEA CIDR CITEXT HSTORE INET MACADDR MONEY OID TSVECTOR'.split():
    globals()[_name] = _plain(_name, sqltypes._Binary if _name == 'BYTEA' else sqltypes.String if _name == 'CITEXT' else TypeEngine)


class TIMESTAMP(sqltypes.TIMESTAMP):
    def __init__(self, timezone=False, precision=None):
        super().__init__(timezone)
        self.precision = precision


class TIME(sqltypes.TIME):
    def __init__(self, timezone=False, precision=None):
        super().__init__(timezone)
        self.precision = precision


class INTERVAL(TypeEngine):
    __visit_name__ = 'INTERVAL'

    def __init__(self, precision=None, fields=None):
        self.precision, self.fields = precision, fields


_CONTAINS, _CONTAINED, _HAS_KEY, _OVERLAP = (ops.custom_op(sign, precedence=5, is_comparison=True) for sign in ('@>', '<@', '?', '&&'))


def _compared(expr, op, other, type_=None):
    from sqlalchemy.sql.comparisons import operand
    return BinaryExpression(expr, operand(expr, op, other, type_), op, type_=sqltypes.BOOLEANTYPE)


class JSON(sqltypes.JSON):
    def __init__(self, none_as_null=False, astext_type=None):
        super().__init__(none_as_null)
        self.astext_type = astext_type or sqltypes.Text()

    def __repr__(self):
        shown = ['none_as_null=True'] if self.none_as_null else []
        return f'{type(self).__name__}({", ".join([*shown, f"astext_type={self.astext_type!r}"])})'


class JSONB(JSON):
    __visit_name__ = 'JSONB'
    extra_methods = {'has_key': 'has_key', 'contained_by': 'contained_by'}

    def operate(self, expr, op, *other, **kw):
        if op is ops.contains_op:
            return _compared(expr, _CONTAINS, other[0], self)
        return NotImplemented

    def has_key(self, expr, other):
        return _compared(expr, _HAS_KEY, other, sqltypes.Text())

    def contained_by(self, expr, other):
        return _compared(expr, _CONTAINED, other, self)


class ARRAY(sqltypes.ARRAY):
    pass


class ENUM(sqltypes.Enum):
    def __init__(self, *enums, name=None, create_type=True, **kw):
        self.create_type = create_type
        super().__init__(*enums, name=name, **kw)


class array(ColumnElement):
    """An array's literal."""
    __visit_name__ = 'pg_array'
    _parts = 'clauses',

    def __init__(self, clauses, type_=None):
        from sqlalchemy.sql import coercions
        self.clauses = [coercions.column(c) for c in clauses]
        self.type = ARRAY(type_ or (self.clauses[0].type if self.clauses else sqltypes.NULLTYPE))
