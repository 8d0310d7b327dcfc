"""Commands of sorted sets."""
from bisect import bisect_left, insort
from math import isnan

from _redis_keys import scanned
from _redis_lists import many, seconds
from _redis_server import Blocked, command
from _redis_values import SYNTAX, WRONG_TYPE, Options, ReplyError, Set, bounds, flattened, integer, paired, real, real_text


class SortedSet:
    """Members with scores, in the order of the scores, then of the members."""
    kind = b'zset'

    def __init__(self, scores=()):
        self.scores = dict(scores)
        self.order = sorted((score, member) for member, score in self.scores.items())

    def __len__(self):
        return len(self.scores)

    def members(self):
        return [member for _, member in self.order]

    def add(self, member, score):
        self.remove(member)
        self.scores[member] = score
        insort(self.order, (score, member))

    def remove(self, member):
        score = self.scores.pop(member, None)
        if score is not None:
            del self.order[self.rank(score, member)]
        return score is not None

    def rank(self, score, member):
        return bisect_left(self.order, (score, member))


def _sorted(session, key):
    return session.database.find(key, SortedSet)


def _shown(entries, scores=True):
    """The reply for (score, member)."""
    return flattened((member, real_text(score)) for score, member in entries) if scores else [member for _, member in entries]


@command('ZADD', -4, 'w')
def _zadd(session, words):
    at, marks = 1, set()
    while at < len(words) and words[at].upper() in (b'NX', b'XX', b'GT', b'LT', b'CH', b'INCR'):
        marks.add(words[at].upper().decode())
        at += 1
    pairs = words[at:]
    if not pairs or len(pairs) % 2:
        raise ReplyError(SYNTAX)
    if {'NX', 'XX'} <= marks:
        raise ReplyError('ERR XX and NX options at the same time are not compatible')
    if len(marks & {'NX', 'GT', 'LT'}) > 1:
        raise ReplyError('ERR GT, LT, and/or NX options at the same time are not compatible')
    if 'INCR' in marks and len(pairs) > 2:
        raise ReplyError('ERR INCR option supports a single increment-element pair')
    given = [(real(score), member) for score, member in paired(pairs)]
    value = _sorted(session, words[0])
    if value is None:
        if 'XX' in marks:
            return None if 'INCR' in marks else 0
        value = session.database.make(words[0], SortedSet)
    fresh = moved = 0
    for score, member in given:
        old = value.scores.get(member)
        if old is None and 'XX' in marks or old is not None and 'NX' in marks:
            result = None
            continue
        result = score
        if 'INCR' in marks and old is not None:
            result = old + score
            if isnan(result):
                raise ReplyError('ERR resulting score is not a number (NaN)')
        if old is not None and ('GT' in marks and result <= old or 'LT' in marks and result >= old):
            result = None
            continue
        fresh += old is None
        moved += old is not None and old != result
        if old != result:
            value.add(member, result)
    session.database.changed(words[0])
    if 'INCR' in marks:
        return None if result is None else real_text(result)
    return fresh + moved if 'CH' in marks else fresh


@command('ZINCRBY', 4, 'w')
def _zincrby(session, words):
    return _zadd(session, [words[0], b'INCR', words[1], words[2]])


@command('ZREM', -3, 'w')
def _zrem(session, words):
    value = _sorted(session, words[0])
    gone = sum([value.remove(member) for member in words[1:]]) if value else 0
    if gone:
        session.database.changed(words[0])
    return gone


@command('ZCARD', 2)
def _zcard(session, words):
    return len(_sorted(session, words[0]) or ())


@command('ZSCORE', 3)
def _zscore(session, words):
    value = _sorted(session, words[0])
    score = value.scores.get(words[1]) if value else None
    return None if score is None else real_text(score)


@command('ZMSCORE', -3)
def _zmscore(session, words):
    return [_zscore(session, [words[0], member]) for member in words[1:]]


def _ranking(name, backward):
    @command(name, -3)
    def rank(session, words):
        with_score = len(words) == 3 and words[2].upper() == b'WITHSCORE'
        if len(words) > 2 and not with_score:
            raise ReplyError(SYNTAX)
        value = _sorted(session, words[0])
        score = value.scores.get(words[1]) if value else None
        if score is None:
            return None
        place = value.rank(score, words[1])
        place = len(value) - 1 - place if backward else place
        return [place, real_text(score)] if with_score else place


_ranking('ZRANK', False)
_ranking('ZREVRANK', True)


def _score_end(text):
    """(score, whether it is left out)."""
    return real(text[1:] if text[:1] == b'(' else text, 'ERR min or max is not a float'), text[:1] == b'('


def _by_score(value, low, high):
    (low, without_low), (high, without_high) = low, high
    return [entry for entry in value.order
            if (entry[0] > low if without_low else entry[0] >= low) and (entry[0] < high if without_high else entry[0] <= high)]


def _lex_end(text):
    if text in (b'-', b'+'):
        return text
    if text[:1] not in (b'(', b'['):
        raise ReplyError('ERR min or max not valid string range item')
    return text


def _by_lex(value, low, high):
    def within(member):
        above = low == b'-' or low != b'+' and (member > low[1:] if low[:1] == b'(' else member >= low[1:])
        return above and (high == b'+' or high != b'-' and (member < high[1:] if high[:1] == b'(' else member <= high[1:]))
    return [entry for entry in value.order if within(entry[1])]


_EMPTY = SortedSet()
_ENDS = {'SCORE': _score_end, 'LEX': _lex_end}


def _ranged(session, key, first, last, options, how=None, backward=False, stored=False):
    """(entries, whether their scores are asked for) of a range."""
    scores, limit = False, None
    while options:
        word = options.word()
        if word == 'WITHSCORES' and not stored:
            scores = True
        elif word == 'LIMIT' and how != 'RANK':
            limit = [integer(one) for one in options.take(2)]
        elif word in ('BYSCORE', 'BYLEX') and how is None:
            how = word[2:]
        elif word == 'REV' and how in (None, 'SCORE', 'LEX'):
            backward = True
        else:
            raise ReplyError(SYNTAX)
    if limit is not None and how is None:
        raise ReplyError('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX')
    if scores and how == 'LEX':
        raise ReplyError('ERR syntax error, WITHSCORES not supported in combination with BYLEX')
    read = _ENDS.get(how, integer)
    first, last = read(first), read(last)
    value = _sorted(session, key) or _EMPTY
    if how in ('SCORE', 'LEX'):
        low, high = (last, first) if backward else (first, last)
        entries = (_by_score if how == 'SCORE' else _by_lex)(value, low, high)
        if backward:
            entries.reverse()
        if limit is not None:
            start, count = limit
            entries = [] if start < 0 else entries[start:start + count if count >= 0 else None]
        return entries, scores
    order = value.order[::-1] if backward else value.order
    start, stop = bounds(first, last, len(order))
    return order[start:stop], scores


def _ranging(name, how, backward):
    @command(name, -4)
    def give(session, words):
        return _shown(*_ranged(session, *words[:3], Options(words[3:]), how, backward))


_ranging('ZRANGE', None, False)
_ranging('ZREVRANGE', 'RANK', True)
_ranging('ZRANGEBYSCORE', 'SCORE', False)
_ranging('ZREVRANGEBYSCORE', 'SCORE', True)
_ranging('ZRANGEBYLEX', 'LEX', False)
_ranging('ZREVRANGEBYLEX', 'LEX', True)


def _stored(session, key, scores):
    if scores:
        session.database.store(key, SortedSet(scores))
    else:
        session.database.drop(key)
    return len(scores)


@command('ZRANGESTORE', -5, 'w')
def _zrangestore(session, words):
    entries, _ = _ranged(session, *words[1:4], Options(words[4:]), stored=True)
    return _stored(session, words[0], {member: score for score, member in entries})


@command('ZCOUNT', 4)
def _zcount(session, words):
    ends = [_score_end(word) for word in words[1:]]
    return len(_by_score(_sorted(session, words[0]) or _EMPTY, *ends))


@command('ZLEXCOUNT', 4)
def _zlexcount(session, words):
    ends = [_lex_end(word) for word in words[1:]]
    return len(_by_lex(_sorted(session, words[0]) or _EMPTY, *ends))


def _removing(name, how):
    @command(name, 4, 'w')
    def remove(session, words):
        entries, _ = _ranged(session, *words, Options([]), how)
        return _zrem(session, [words[0], *(member for _, member in entries)])


_removing('ZREMRANGEBYRANK', 'RANK')
_removing('ZREMRANGEBYSCORE', 'SCORE')
_removing('ZREMRANGEBYLEX', 'LEX')


def _popped(session, key, most, count=1):
    """The entries that were first or last."""
    value = _sorted(session, key)
    entries = (value.order[::-1] if most else value.order)[:count] if value else []
    for _, member in entries:
        value.remove(member)
    if entries:
        session.database.changed(key)
    return entries


def _popping(name, most):
    @command(name, -2, 'w')
    def pop(session, words):
        if len(words) > 2:
            raise ReplyError(SYNTAX)
        count = integer(words[1], 'ERR value is out of range, must be positive') if len(words) > 1 else 1
        if count < 0:
            raise ReplyError('ERR value is out of range, must be positive')
        return _shown(_popped(session, words[0], most, count))

    @command(f'B{name}', -3, 'w')
    def wait(session, words):
        *keys, timeout = words
        limit = seconds(timeout)
        for key in keys:
            entries = _popped(session, key, most)
            if entries:
                return [key, *_shown(entries)]
        raise Blocked(keys, limit, words)


_popping('ZPOPMIN', False)
_popping('ZPOPMAX', True)


def _most(word):
    if word.upper() not in (b'MIN', b'MAX'):
        raise ReplyError(SYNTAX)
    return word.upper() == b'MAX'


@command('ZMPOP', -4, 'w')
def _zmpop(session, words):
    keys, most, count = many(words, _most)
    for key in keys:
        entries = _popped(session, key, most, count)
        if entries:
            return [key, [[member, real_text(score)] for score, member in entries]]


@command('BZMPOP', -5, 'w')
def _bzmpop(session, words):
    limit = seconds(words[0])
    found = _zmpop(session, words[1:])
    if found is None:
        raise Blocked(many(words[1:], _most)[0], limit, words)
    return found


_TOTALS = {'SUM': lambda a, b: a + b, 'MIN': min, 'MAX': max}


def _combined(session, how, words, name, stored=False):
    """(scores by member, whether they are asked for)."""
    size = integer(words[0])
    if size <= 0:
        raise ReplyError(f"ERR at least 1 input key is needed for '{name}' command")
    keys, options = words[1:size + 1], Options(words[size + 1:])
    if len(keys) < size:
        raise ReplyError(SYNTAX)
    found = [session.database.find(key) for key in keys]
    if any(value is not None and type(value) not in (Set, SortedSet) for value in found):
        raise ReplyError(WRONG_TYPE)
    weights, total, scores = [1.0] * size, 'SUM', False
    while options:
        word = options.word()
        if word == 'WEIGHTS' and how != 'DIFF':
            given = options.take(size)
            weights = [real(one, 'ERR weight value is not a float') for one in (given if size > 1 else [given])]
        elif word == 'AGGREGATE' and how != 'DIFF':
            total = options.take().upper().decode()
            if total not in _TOTALS:
                raise ReplyError(SYNTAX)
        elif word == 'WITHSCORES' and not stored:
            scores = True
        else:
            raise ReplyError(SYNTAX)
    sets = []
    for value, weight in zip(found, weights):
        scored = dict.fromkeys(value, 1.0) if type(value) is Set else value.scores if value else {}
        sets.append({member: score * weight for member, score in scored.items()})
    if how == 'DIFF':
        return {member: score for member, score in sets[0].items() if not any(member in one for one in sets[1:])}, scores
    found = dict(sets[0]) if how == 'UNION' else {member: score for member, score in sets[0].items() if all(member in one for one in sets)}
    for one in sets[1:]:
        for member, score in one.items():
            if member in found:
                found[member] = _TOTALS[total](found[member], score)
            elif how == 'UNION':
                found[member] = score
    return found, scores


def _combining(how):
    @command(f'Z{how}', -3)
    def combine(session, words):
        found, scores = _combined(session, how, words, f'z{how}')
        return _shown(SortedSet(found).order, scores)

    @command(f'Z{how}STORE', -4, 'w')
    def store(session, words):
        return _stored(session, words[0], _combined(session, how, words[1:], f'z{how}store', True)[0])


_combining('UNION')
_combining('INTER')
_combining('DIFF')


@command('ZINTERCARD', -3)
def _zintercard(session, words):
    size = integer(words[0])
    limit = words[size + 1:]
    if limit and (len(limit) != 2 or limit[0].upper() != b'LIMIT'):
        raise ReplyError(SYNTAX)
    found, most = len(_combined(session, 'INTER', words[:size + 1], 'zintercard')[0]), integer(limit[1]) if limit else 0
    return min(found, most) if most else found


@command('ZRANDMEMBER', -2)
def _zrandmember(session, words):
    value, random = _sorted(session, words[0]) or _EMPTY, session.server.random
    if len(words) == 1:
        return random.choice(value.order)[1] if value else None
    scores = len(words) == 3 and words[2].upper() == b'WITHSCORES'
    if len(words) > 2 and not scores:
        raise ReplyError(SYNTAX)
    count = integer(words[1])
    if count < 0:
        chosen = [random.choice(value.order) for _ in range(-count)] if value else []
    else:
        chosen = value.order if count >= len(value) else random.sample(value.order, count)
    return _shown(chosen, scores)


@command('ZSCAN', -3)
def _zscan(session, words):
    value = _sorted(session, words[0]) or _EMPTY
    cursor, members = scanned(value.members(), words[1:], 128)
    return [cursor, flattened((member, real_text(value.scores[member])) for member in members)]
