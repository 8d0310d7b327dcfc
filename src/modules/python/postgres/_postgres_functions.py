"""Calls of functions: which one is meant, and what it gives."""
import re
from datetime import timedelta
from decimal import Decimal
from uuid import UUID
from _postgres_dates import Interval, clock, field
from _postgres_errors import ServerError, missing
from _postgres_expressions import compiled, of_type
from _postgres_scopes import Value, converted, settled
from _postgres_json import BUILDERS, FUNCTIONS as OF_JSON, build
from _postgres_scalars import FUNCTIONS
from _postgres_types import common, exact, implicit, shown, text_of

AGGREGATES = frozenset('''count sum avg min max string_agg array_agg bool_and bool_or every json_agg jsonb_agg json_object_agg
jsonb_object_agg stddev stddev_samp stddev_pop variance var_samp var_pop percentile_cont percentile_disc mode'''.split())
WINDOWS = frozenset('row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value'.split())
VERSION = ('PostgreSQL 15.8 (Debian 15.8-1.pgdg120+1) on x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14) 12.2.0, 64-bit')


def call(tree, scope):
    """The Value of a call."""
    _, name, arguments, options = tree
    if options is not None and options[4] is not None or name in WINDOWS and options is not None:
        return _windowed(tree, scope)
    if name in AGGREGATES:
        from _postgres_aggregates import aggregate
        return aggregate(tree, scope)
    if name in WINDOWS:
        raise ServerError('42P20', f'window function {name} requires an OVER clause')
    if options is not None:
        missing(f'{name}(…) with DISTINCT, ORDER BY, FILTER or *')
    special = _SPECIAL.get(name)
    if special is not None:
        return special(name, arguments, scope)
    if name in BUILDERS:
        return build(name, arguments, scope)
    values = [compiled(argument[2] if argument[0] == 'named' else argument, scope) for argument in arguments]
    if name in _CASTS and len(values) == 1:
        return converted(values[0], _CASTS[name], scope, how='explicit')
    rows = FUNCTIONS.get(name) or OF_JSON.get(name)
    if rows is None:
        from _postgres_sets import gives_rows
        if gives_rows(name):
            missing(f'{name}(…) outside of FROM')
        if _PREFIXES.match(name) or name in _ABSENT:
            missing(f'the function {name}(…)')
        raise unknown_function(name, values)
    kinds, result, function = chosen(name, values, rows)
    runs = [converted(value, kind, scope, how='explicit').run for value, kind in zip(values, kinds)]
    if function.__name__.startswith('loose'):
        return Value(lambda e: function(*[run(e) for run in runs]), result)
    if len(runs) == 1:
        run = runs[0]
        return Value(lambda e: None if (v := run(e)) is None else function(v), result)

    def strict(e):
        found = [run(e) for run in runs]
        return None if None in found else function(*found)
    return Value(strict, result)


def _windowed(tree, scope):
    from _postgres_windows import register
    return register(tree, scope)


def unknown_function(name, values):
    kinds = ', '.join(shown(value.kind) for value in values)
    return ServerError('42883', f'function {name}({kinds}) does not exist',
                       hint='No function matches the given name and argument types. You might need to add explicit type casts.')


def chosen(name, values, rows):
    """The best of several (types of arguments, type of the result, function)."""
    best, found = -1, None
    for kinds, result, function in rows:
        if len(kinds) != len(values):
            continue
        score, element = 0, None
        bound = []
        for kind, value in zip(kinds, values):
            if kind == 'any':
                bound.append('text' if value.kind == 'unknown' else value.kind)
            elif kind == 'anyarray':
                if not value.kind.endswith('[]'):
                    break
                element = value.kind[:-2]
                bound.append(value.kind)
            elif kind == 'anyelement':
                bound.append(element or value.kind)
            elif value.kind == kind:
                score += 3
                bound.append(kind)
            elif value.kind == 'unknown':
                score += 1 + (kind == 'text')
                bound.append(kind)
            elif implicit(value.kind, kind):
                score += kind in ('float8', 'timestamptz')
                bound.append(kind)
            else:
                break
        else:
            if score > best:
                result = {'anyarray': (element or '') + '[]', 'anyelement': element, 'same': bound[0] if bound else None}.get(result, result)
                best, found = score, (bound, result, function)
    if found is None:
        raise unknown_function(name, values)
    return found


# Functions that PostgreSQL has besides these.
_PREFIXES = re.compile('pg_|json|array_|regexp_|to_|ts_|xml|has_|inet_|lo_|txid_|make_|num_|regr_|covar_|percent|bit_|get_|set_|enum_|current_|'
                       'query_to|schema_to|table_to|database_to|hash|uuid_|sha|trim_|range_|date_')
_ABSENT = frozenset('''abbrev acosd acosh asind asinh atand atanh atan2d bernoulli broadcast center col_description convert corr cosd cot
cotd family format_type host hostmask isempty justify_days justify_interval lower_inc masklen min_scale money netmask network normalize
obj_description overlaps overlay parse_ident plainto_tsquery quote_nullable setweight similar_escape sind strip tand timeofday unistr
upper_inc xpath crypt gen_salt gen_random_bytes digest hmac encrypt decrypt dblink similarity levenshtein soundex crosstab unaccent
erf gamma concat_op row_security_active querytree numnode rank_final websearch_to_tsquery phraseto_tsquery'''.split())
_CASTS = {'text': 'text', 'int4': 'int4', 'int8': 'int8', 'float8': 'float8', 'bool': 'bool', 'date': 'date', 'numeric': 'numeric',
          'timestamp': 'timestamp', 'timestamptz': 'timestamptz', 'interval': 'interval', 'varchar': 'varchar'}


# --- those that type or evaluate their arguments by themselves ---

def _coalesce(name, arguments, scope):
    values = [compiled(argument, scope) for argument in arguments]
    kind = common([value.kind for value in values], name.upper())
    kind = 'text' if kind == 'unknown' else kind
    runs = [converted(value, kind, scope).run for value in values]
    if name == 'coalesce':
        def run(e):
            for one in runs:
                found = one(e)
                if found is not None:
                    return found
            return None
    else:
        best = max if name == 'greatest' else min

        def run(e):
            return best((v for one in runs if (v := one(e)) is not None), default=None)
    return Value(run, kind)


def _nullif(name, arguments, scope):
    from _postgres_expressions import paired
    left, right = (compiled(argument, scope) for argument in arguments)
    result = settled(left, scope) if left.kind != 'unknown' or right.kind == 'unknown' else converted(left, right.kind, scope)
    left, right, _ = paired('=', left, right, scope)
    a, b, of = left.run, right.run, result.run
    return Value(lambda e: None if (x := a(e)) is not None and x == b(e) else of(e), result.kind)


def _constant(kind, of):
    def special(name, arguments, scope):
        session = scope.plan.session
        return Value(lambda e: of(session), kind)
    return special


def _sleep(name, arguments, scope):
    seconds, session = of_type(arguments[0], 'interval' if name == 'pg_sleep_for' else 'float8', scope).run, scope.plan.session

    def run(e):
        wanted = seconds(e)
        if wanted is None:
            return None
        session.sleeps += wanted.total() / 1000000 if isinstance(wanted, Interval) else max(wanted, 0)
        return ''
    return Value(run, 'void')


def _random_of(name, arguments, scope):
    session = scope.plan.session
    return Value(lambda e: session.random().random(), 'float8')


def _setseed(name, arguments, scope):
    seed, session = of_type(arguments[0], 'float8', scope).run, scope.plan.session

    def run(e):
        session.random().seed(seed(e))
        return ''
    return Value(run, 'void')


def _uuid(name, arguments, scope):
    session = scope.plan.session
    return Value(lambda e: UUID(int=session.random().getrandbits(128), version=4), 'uuid')


def _sequence(tree, scope):
    """What finds the sequence that an argument names."""
    plan = scope.plan
    of = of_type(tree, 'text', scope).run if tree[0] != 'cast' else of_type(tree[1], 'text', scope).run

    fixed = split_name(tree[1]) if tree[0] == 'text' else None

    def found(e):
        schema, name = fixed or split_name(of(e))
        relation = plan.relation(schema, name)
        if relation.kind != 'sequence':
            raise ServerError('42809', f'"{name}" is not a sequence')
        return relation
    return found


def split_name(text):
    """(schema or None, name) of a name as a text."""
    parts = [part[1:-1] if part.startswith('"') else part.lower() for part in text.split('.')]
    return (parts[0] if len(parts) > 1 else None), parts[-1]


def _nextval(name, arguments, scope):
    session = scope.plan.session
    if name == 'lastval':
        def last(e):
            if session.last_sequence is None:
                raise ServerError('55000', 'lastval is not yet defined in this session')
            return session.sequences[session.last_sequence]
        return Value(last, 'int8')
    of = _sequence(arguments[0], scope)
    if name == 'nextval':
        return Value(lambda e: of(e).next(session), 'int8')
    if name == 'currval':
        def current(e):
            sequence = of(e)
            if sequence not in session.sequences:
                raise ServerError('55000', f'currval of sequence "{sequence.name}" is not yet defined in this session')
            return session.sequences[sequence]
        return Value(current, 'int8')
    value = of_type(arguments[1], 'int8', scope).run
    called = of_type(arguments[2], 'bool', scope).run if len(arguments) > 2 else lambda e: True

    def setval(e):
        sequence, new = of(e), value(e)
        if new is None:
            return None
        if not sequence.least <= new <= sequence.most:
            raise ServerError('22003', f'setval: value {new} is out of bounds for sequence "{sequence.name}" '
                              f'({sequence.least}..{sequence.most})')
        sequence.last, sequence.called = new, called(e)
        return new
    return Value(setval, 'int8')


def _serial_of(name, arguments, scope):
    plan = scope.plan
    table, column = (of_type(argument, 'text', scope).run for argument in arguments)

    def run(e):
        relation = plan.relation(*split_name(table(e)))
        sequence = relation.columns[relation.place(column(e))].sequence
        return f'{sequence.schema}.{sequence.name}' if sequence is not None else None
    return Value(run, 'text')


def _regclass(name, arguments, scope):
    plan, strict = scope.plan, name.endswith('!')
    of = of_type(arguments[0], 'text', scope).run

    def run(e):
        text = of(e)
        if text is None:
            return None
        found = plan.find(*split_name(text))
        if found is None and strict:
            raise ServerError('42P01', f'relation "{text}" does not exist')
        return found and found.name
    return Value(run, 'text')


def _extract(name, arguments, scope):
    value = compiled(arguments[1], scope)
    if value.kind == 'unknown':
        if name == 'extract' or value.number is None:
            raise ServerError('42725', 'function pg_catalog.extract(unknown, unknown) is not unique',
                              hint='Could not choose a best candidate function. You might need to add explicit type casts.')
    if value.kind not in ('date', 'time', 'timestamp', 'timestamptz', 'interval'):
        raise unknown_function('pg_catalog.extract' if name == 'extract' else name, [Value(None, 'unknown'), value])
    of, what = value.run, of_type(arguments[0], 'text', scope).run

    def run(e):
        found = of(e)
        if found is None:
            return None
        found = field(what(e), found)
        if isinstance(found, tuple):
            number = Decimal(found[0]).scaleb(-found[1], context=exact) if what(e).lower()[:3] != 'mil' else Decimal(found[0]).scaleb(-3)
        else:
            number = Decimal(found)
        return number if name == 'extract' else float(number)
    return Value(run, 'numeric' if name == 'extract' else 'float8')


def _typeof(name, arguments, scope):
    kind = shown(compiled(arguments[0], scope).kind)
    return Value(lambda e: kind, 'text')


def _concat(name, arguments, scope):
    values = [settled(compiled(argument, scope), scope) for argument in arguments]
    runs = [(value.run, value.kind) for value in values]

    def run(e):
        found = [of(e) for of, _ in runs]
        texts = [('tf'[not v] if kind == 'bool' else text_of(v, kind)) for v, (_, kind) in zip(found, runs) if v is not None]
        if name == 'concat':
            return ''.join(texts)
        return None if found[0] is None else texts[0].join(texts[1:])
    return Value(run, 'text')


def _format(name, arguments, scope):
    values = [settled(compiled(argument, scope), scope) for argument in arguments]

    def run(e):
        pattern, *rest = [None if (v := value.run(e)) is None else text_of(v, value.kind) for value in values]
        items = iter(rest)

        def one(match):
            if match[3] == '%':
                return '%'
            try:
                text = rest[int(match[1][:-1]) - 1] if match[1] else next(items)
            except (StopIteration, IndexError):
                raise ServerError('22023', 'too few arguments for format()') from None
            if match[3] == 'L':
                text = 'NULL' if text is None else "'" + text.replace("'", "''") + "'"
            elif match[3] == 'I':
                if text is None:
                    raise ServerError('22004', 'null values cannot be formatted as an SQL identifier')
                text = _quoted(text)
            text = text or ''
            width = match[2]
            return (text.ljust(int(width[1:])) if width.startswith('-') else text.rjust(int(width))) if width else text
        return None if pattern is None else re.sub(r'%(\d+\$)?(-?\d+)?([sIL%])', one, pattern)
    return Value(run, 'text')


def _quoted(text):
    return text if re.fullmatch('[a-z_][a-z0-9_$]*', text) else '"' + text.replace('"', '""') + '"'


def _notify(name, arguments, scope):
    channel, payload = (of_type(argument, 'text', scope).run for argument in arguments)
    session = scope.plan.session

    def run(e):
        session.notify(channel(e), payload(e) or '')
        return ''
    return Value(run, 'void')


def _advisory(name, arguments, scope):
    key, session = of_type(arguments[0], 'int8', scope).run, scope.plan.session
    if len(arguments) != 1 or 'shared' in name:
        missing(f'{name}(…) of two keys, or shared')
    return Value(lambda e: session.advisory(name, key(e)), 'void' if 'try' not in name and 'unlock' not in name else 'bool')


def _setting(name, arguments, scope):
    of, session = of_type(arguments[0], 'text', scope).run, scope.plan.session
    if name == 'set_config':
        value = of_type(arguments[1], 'text', scope).run
        local = of_type(arguments[2], 'bool', scope).run

        def run(e):
            session.set(of(e), value(e), local(e))
            return value(e)
        return Value(run, 'text')
    quiet = of_type(arguments[1], 'bool', scope).run if len(arguments) > 1 else lambda e: False
    return Value(lambda e: session.setting(of(e), quiet(e)), 'text')


def _interval(name, arguments, scope):
    """make_interval, whose arguments may have names."""
    words = 'years', 'months', 'weeks', 'days', 'hours', 'mins', 'secs'
    given = {tree[1] if tree[0] == 'named' else words[n]: tree[2] if tree[0] == 'named' else tree for n, tree in enumerate(arguments)}
    runs = {word: of_type(tree, 'float8' if word == 'secs' else 'int4', scope).run for word, tree in given.items()}

    def run(e):
        v = {word: one(e) for word, one in runs.items()}
        if None in v.values():
            return None
        get = v.get
        return Interval(get('years', 0) * 12 + get('months', 0), get('weeks', 0) * 7 + get('days', 0),
                        (get('hours', 0) * 60 + get('mins', 0)) * 60000000 + round(get('secs', 0) * 1000000))
    return Value(run, 'interval')


def _zone(name, arguments, scope):
    value, zone = compiled(arguments[1], scope), of_type(arguments[0], 'text', scope).run
    if value.kind == 'unknown':
        value = converted(value, 'timestamptz', scope)
    if value.kind == 'date':
        value = converted(value, 'timestamptz', scope)
    of, aware = value.run, value.kind == 'timestamptz'

    def run(e):
        from datetime import timezone
        found, name = of(e), zone(e)
        if found is None or name is None:
            return None
        if name.upper() in ('UTC', 'GMT', 'Z'):
            there = timezone.utc
        else:
            from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
            try:
                there = ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError):
                raise ServerError('22023', f'time zone "{name}" not recognized') from None
        if aware:
            return found.astimezone(there).replace(tzinfo=None)
        return found.replace(tzinfo=there).astimezone(timezone.utc)
    return Value(run, 'timestamp' if aware else 'timestamptz')


_NOW = _constant('timestamptz', lambda session: session.now())
_NAIVE = _constant('timestamp', lambda session: session.now().replace(tzinfo=None))
_USER = _constant('name', lambda session: session.user)
_SPECIAL = {
    'coalesce': _coalesce, 'greatest': _coalesce, 'least': _coalesce, 'nullif': _nullif, 'concat': _concat, 'concat_ws': _concat,
    'format': _format, 'pg_typeof': _typeof, 'extract': _extract, 'date_part': _extract, 'timezone': _zone,
    'now': _NOW, 'current_timestamp': _NOW, 'transaction_timestamp': _NOW, 'localtimestamp': _NAIVE,
    'statement_timestamp': _constant('timestamptz', lambda session: session.statement_began),
    'clock_timestamp': _constant('timestamptz', lambda session: session.moment + timedelta(seconds=session.sleeps)),
    'timeofday': _constant('text', lambda session: clock().strftime('%a %b %d %H:%M:%S.%f %Y UTC')),
    'current_date': _constant('date', lambda session: session.now().date()),
    'localtime': _constant('time', lambda session: session.now().time()),
    'current_time': lambda *rest: missing('current_time with its zone'),
    'current_user': _USER, 'session_user': _USER, 'user': _USER, 'current_role': _USER,
    'current_database': _constant('name', lambda session: session.database.name),
    'current_catalog': _constant('name', lambda session: session.database.name),
    'current_schema': _constant('name', lambda session: session.path()[0]),
    'version': _constant('text', lambda session: VERSION), 'pg_backend_pid': _constant('int4', lambda session: session.pid),
    'txid_current': _constant('int8', lambda session: session.xid()), 'pg_current_xact_id': _constant('int8', lambda session: session.xid()),
    'inet_server_port': _constant('int4', lambda session: 5432), 'pg_sleep': _sleep, 'pg_sleep_for': _sleep, 'random': _random_of,
    'setseed': _setseed, 'gen_random_uuid': _uuid, 'uuid_generate_v4': _uuid, 'nextval': _nextval, 'currval': _nextval,
    'lastval': _nextval, 'setval': _nextval, 'pg_get_serial_sequence': _serial_of, 'to_regclass': _regclass, 'to_regclass!': _regclass,
    'pg_notify': _notify, 'current_setting': _setting, 'set_config': _setting, 'make_interval': _interval, 'pg_advisory_lock': _advisory,
    'pg_advisory_xact_lock': _advisory, 'pg_try_advisory_lock': _advisory, 'pg_advisory_unlock': _advisory,
    'pg_try_advisory_xact_lock': _advisory,
}
