"""Types whose values have parts: JSON, arrays, tuples."""
import json
from sqlalchemy.sql import operators, sqltypes
from sqlalchemy.sql.type_api import TypeEngine


class JSON(TypeEngine):
    __visit_name__ = 'JSON'
    hashable = False

    class JSONElementType(TypeEngine):
        pass

    NULL = type('_JSONNull', (), {'__repr__': lambda self: "symbol('JSON_NULL')"})()

    def __init__(self, none_as_null=False):
        self.none_as_null = none_as_null

    should_evaluate_none = property(lambda self: not self.none_as_null, lambda self, value: setattr(self, 'none_as_null', not value))
    python_type = property(lambda self: dict)

    def bind_processor(self, dialect):
        dumps = dialect._json_serializer or json.dumps

        def process(value):
            if value is self.NULL:
                value = None
            elif value is None and self.none_as_null:
                return None
            return dumps(value)
        return process

    def literal_processor(self, dialect):
        inner = self.bind_processor(dialect)
        return lambda value: sqltypes._quoted(inner(value))

    def result_processor(self, dialect, coltype):
        loads = dialect._json_deserializer or json.loads
        return lambda value: None if value is None else loads(value)

    def coerce_compared_value(self, op, value):
        return self if op is not operators.getitem else sqltypes.type_of_value(value)

    def _index(self, expr, index):
        """`column[index]`, or a path of them."""
        from sqlalchemy.sql._more_elements import JSONElement
        from sqlalchemy.sql.elements import BindParameter
        path = isinstance(index, (tuple, list))
        kind = JSONPathType() if path else JSONIndexType()
        op = operators.json_path_getitem_op if path else operators.json_getitem_op
        return JSONElement(expr, BindParameter(expr.key if getattr(expr, 'key', None) else None, index, type_=kind, unique=True), op, type_=self)


class JSONIndexType(TypeEngine):
    def bind_processor(self, dialect):
        if dialect.name == 'sqlite':
            return lambda value: f'$[{value}]' if isinstance(value, int) else f'$."{value}"'
        return (lambda value: value) if dialect.name == 'postgresql' else None


class JSONPathType(TypeEngine):
    def bind_processor(self, dialect):
        if dialect.name == 'sqlite':
            return lambda value: '$' + ''.join(f'[{e}]' if isinstance(e, int) else f'."{e}"' for e in value)
        return lambda value: [str(e) for e in value]


class ARRAY(TypeEngine):
    __visit_name__ = 'ARRAY'
    hashable = False

    def __init__(self, item_type, as_tuple=False, dimensions=None, zero_indexes=False):
        if isinstance(item_type, ARRAY):
            raise ValueError('Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype')
        self.item_type, self.as_tuple, self.dimensions, self.zero_indexes = TypeEngine.made(item_type), as_tuple, dimensions, zero_indexes

    python_type = property(lambda self: list)
    extra_methods = {'any': 'any', 'all': 'all', 'overlap': 'overlap', 'contained_by': 'contained_by'}

    def any(self, expr, other, operator=operators.eq):
        return self._compared(expr, other, operator, operators.any_op)

    def all(self, expr, other, operator=operators.eq):
        return self._compared(expr, other, operator, operators.all_op)

    def _compared(self, expr, other, operator, word):
        from sqlalchemy.sql.elements import BinaryExpression, BindParameter, UnaryExpression
        left = other if hasattr(other, '_parts') else BindParameter(getattr(expr, 'key', None), other, type_=self.item_type, unique=True)
        return BinaryExpression(left, UnaryExpression(expr, operator=word, type_=self.item_type), operator, type_=sqltypes.BOOLEANTYPE)

    def _with_sign(self, expr, other, sign):
        from sqlalchemy.sql.elements import BinaryExpression, BindParameter
        right = other if hasattr(other, '_parts') else BindParameter(expr.key, other, type_=self, unique=True)
        return BinaryExpression(expr, right, operators.custom_op(sign, precedence=5, is_comparison=True), type_=sqltypes.BOOLEANTYPE)

    def overlap(self, expr, other):
        return self._with_sign(expr, other, '&&')

    def contained_by(self, expr, other):
        return self._with_sign(expr, other, '<@')

    def operate(self, expr, op, *other, **kw):
        return self._with_sign(expr, other[0], '@>') if op is operators.contains_op else NotImplemented

    def result_processor(self, dialect, coltype):
        return (lambda value: None if value is None else tuple(value)) if self.as_tuple else None


class TupleType(TypeEngine):
    def __init__(self, *types):
        self.types = [TypeEngine.made(t) for t in types]
