"""What a program gives where an expression, a FROM or a statement is expected."""
from sqlalchemy import exc
from sqlalchemy.sql.base import ClauseElement


def element_of(given):
    """The element that something stands for, or None."""
    if isinstance(given, ClauseElement):
        return given
    made = getattr(given, '__clause_element__', None)
    while made is not None and not isinstance(given, type):
        given = made()
        if isinstance(given, ClauseElement):
            return given
        made = getattr(given, '__clause_element__', None)
    return None


def _refused(expected, given, advice='', code=None):
    raise exc.ArgumentError(f'{expected}, got {given!r}.{advice}', code=code)


def scalar(element):
    """A subquery where one value is expected."""
    if element.__visit_name__ in ('select', 'compound_select'):
        return element.scalar_subquery()
    return element


def column(given, expected='SQL expression element expected', type_=None):
    """An expression; what is none becomes a literal's parameter."""
    from sqlalchemy.sql.elements import BindParameter, Null, True_, False_
    element = element_of(given)
    if element is not None:
        if element.is_selectable and element.__visit_name__ in ('table', 'alias', 'subquery', 'cte'):
            return element
        return scalar(element)
    if given is None:
        return Null()
    return BindParameter(None, given, type_=type_, unique=True)


def constant(given):
    """As `column`, but for True and False, which have words of their own."""
    from sqlalchemy.sql.elements import False_, True_
    return True_() if given is True else False_() if given is False else column(given)


def where(given):
    """A condition."""
    from sqlalchemy.sql.elements import False_, Null, True_
    element = element_of(given)
    if element is not None:
        if element.__visit_name__ in ('select', 'compound_select'):
            return element.scalar_subquery()
        return element
    if given is None:
        return Null()
    if isinstance(given, bool):
        return True_() if given else False_()
    if isinstance(given, str):
        raise exc.ArgumentError(f'Textual SQL expression {_short(given)!r} should be explicitly declared as text({_short(given)!r})')
    _refused('SQL expression for WHERE/HAVING role expected', given)


def columns_clause(given):
    """What stands in SELECT's list: an expression, a table, or what the ORM maps."""
    from sqlalchemy.sql.elements import text_refused
    if getattr(given, '_for_columns', None) is not None and not isinstance(given, type):
        return given._for_columns()
    mapper = given.__dict__.get('__mapper__') if isinstance(given, type) else None
    if mapper is not None:
        return mapper
    element = element_of(given)
    if element is not None:
        return scalar(element) if element.__visit_name__ in ('select', 'compound_select') else element
    if isinstance(given, str):
        text_refused(given, 'Textual column expression %(column)r should be explicitly declared with text(%(column)r), or use column(%(column)r) for more '
                            'specificity')
    if isinstance(given, (int, float)) or type(given).__name__ == 'Decimal':
        from sqlalchemy.sql.elements import ColumnClause
        return ColumnClause(str(given), is_literal=True)
    advice = ''
    if isinstance(given, (list, tuple, set)):
        advice = f' Did you mean to say select({", ".join(map(repr, given))})?'
    _refused('Column expression, FROM clause, or other columns clause element expected', given, advice)


def from_clause(given, expected='FROM expression, such as a Table or alias() object expected'):
    if getattr(given, '_as_from', None) is not None and not isinstance(given, type):
        return given._as_from()
    mapper = given.__dict__.get('__mapper__') if isinstance(given, type) else None
    if mapper is not None:
        return mapper._as_from()
    element = element_of(given)
    if element is not None:
        if element.__visit_name__ in ('select', 'compound_select'):
            return element.subquery()
        if element.is_selectable or element.__visit_name__ == 'textclause' or element._is_from:
            return element
    if isinstance(given, str):
        from sqlalchemy.sql.elements import text_refused
        text_refused(given, 'Textual SQL FROM expression %(column)r should be explicitly declared as text(%(column)r)')
    _refused(expected, given)


def order_by(given):
    from sqlalchemy.sql.elements import LabelReference
    element = element_of(given)
    if element is not None:
        return scalar(element)
    if isinstance(given, str):
        return LabelReference(given)
    _refused('ORDER BY expression expected', given)


def statement(given):
    """What may be executed."""
    element = element_of(given) if not getattr(given, 'supports_execution', False) else given
    if element is None or not getattr(element, 'supports_execution', False):
        if isinstance(given, str):
            raise exc.ArgumentError(f'Textual SQL expression {_short(given)!r} should be explicitly declared as text({_short(given)!r})')
        if element is None:
            _refused('Executable SQL or text() construct expected', given)
        raise exc.ObjectNotExecutableError(given)
    return element


def _short(text):
    return text if len(text) <= 20 else text[:20] + '...'
