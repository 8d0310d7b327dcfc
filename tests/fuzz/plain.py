"""Makes programs of the language alone: values and their methods, functions, classes, exceptions, generators."""
import re

from program import Clauses, block

HEAD = '''import itertools, functools, collections, math, operator, re, string, json
def show(name, thunk):
    try:
        print(name, repr(thunk()))
    except Exception as e:
        print(name, type(e).__name__, e)'''

# For each kind its leaves and its rules; `<kind>` in a rule is replaced by one of that kind.
LEAVES = {
    'int': ['0', '1', '-1', '2', '3', '7', '10', '-5', '255', '10**20', '-2**63', 'True'],
    'float': ['0.0', '1.5', '-2.25', '1e100', '3.14159', '1/3', "float('inf')", '-0.0', '1e-7', '123456789.123'],
    'str': ["''", "'a'", "'abc'", "'Hello World'", "'héllo'", "'a,b,,c'", "'  pad '", "'123'", "'ß'", r"'x\ny\tz'",
            "'日本'", "'%s-%d'"],
    'bytes': ["b''", "b'abc'", r"b'\x00\xff'", "b'a b c'", "bytearray(b'xyz')"],
    'spec': ['', 'd', '5', '<8', '>8', '^9', '+', ',', '_', '.2f', '08.3f', 'x', '#x', 'b', 'e', '%', 'g', '10.4g', 's',
             'r', '=+6', 'c', 'n', '.3', '*^10'],
    'list': ['[]', '[1, 2, 3]', '[3, 1, 2]', "['b', 'a']", '[None, 0.5, "x"]', '[[1], [2, 3]]'],
    'dict': ['{}', "{'a': 1}", '{1: 2, "k": [3]}'],
    'set': ['{1, 2}', "{'a', 'b', 3}", 'set()'],
    'tuple': ['()', '(1,)', "('a', 2)"],
    'bool': ['True', 'False'],
    'call': ['f(1)', 'g()'],
    'key': ["'a'", '1', '0', "'k'", '-1', 'None', '2.0'],
    'index': ['[0]', '[-1]', '[1:]', '[:2]', '[::-1]', '[::2]', '[5]', '[-3:1]', '[1:100]', '[2:0:-1]'],
    'pattern': ["r'a'", "r'[a-c]+'", "r'(.)b'", "r'^.'", r"r'\d'", r"r'\w+'", r"r'(?P<x>l+)|o'"],
}
RULES = {
    'any': ['<int>', '<int>', '<float>', '<str>', '<str>', '<list>', '<dict>', '<tuple>', '<set>', '<bytes>', '<bool>',
            '<call>', 'None'],
    'seq': ['<list>', '<list>', '<str>', '<tuple>', '<dict>', '<set>', '<bytes>'],
    'int': ['(<int> + <int>)', '(<int> - <int>)', '(<int> * <int>)', '(<int> // <int>)', '(<int> % <int>)', '(<int> & <int>)',
            '(<int> ^ <int>)', 'len(<seq>)', 'abs(<int>)', 'divmod(<int>, <int>)', 'pow(<int>, 3)', 'pow(<int>, -1)',
            'pow(<int>, 5, <int>)', '(<int> << 3)', 'int(<str>)', 'round(<float>)', '(<int>).bit_length()',
            'math.gcd(<int>, <int>)', 'math.isqrt(<int>)', 'sum(<list>)', 'hash(<any>)', 'int(<str>, 16)', 'int(<str>, 0)',
            '(<int> if <any> else <int>)', 'ord(<str>)', 'max(<int>, <int>)', '(<any> and <any>)', '(<any> or <any>)',
            'math.factorial(<int> % 30)', 'math.comb(9, <int>)'],
    'float': ['(<float> + <int>)', '(<float> - <float>)', '(<float> * <int>)', '(<int> / <int>)', '(<float> // <int>)',
              '(<float> % <int>)', 'round(<float>, 2)', 'round(<float>, -1)', 'float(<str>)', 'math.sqrt(<int>)',
              'math.floor(<float>)', '(<float>).is_integer()', '(<float>).as_integer_ratio()', '(<float>).hex()',
              'complex(<float>, <int>)', 'math.fmod(<float>, <int>)', 'math.trunc(<float>)', 'abs(<float>)',
              'math.copysign(<float>, <int>)', 'statistics(<list>)', 'float(<int>)'],
    'bool': ['(<any> == <any>)', '(<any> < <any>)', '(<any> in <seq>)', '(not <any>)', 'isinstance(<any>, (int, list))',
             'bool(<any>)', 'all(<list>)', 'any(<list>)', '(<any> <= <any> < <any>)', 'callable(<any>)', '(<any> != <any>)'],
    'str': ['(<str> + <str>)', '(<str> * 3)', '<str><index>', 'str(<any>)', 'repr(<any>)', '(<str>).upper()', '(<str>).title()',
            '(<str>).strip()', '(<str>).swapcase()', '(<str>).capitalize()', '(<str>).casefold()', '(<str>).lstrip()',
            '(<str>).replace(<str>, <str>)', '(<str>).split()', '(<str>).split(<str>)', '(<str>).join(<list>)',
            '(<str>).join(map(str, <list>))', '(<str>).center(9)', '(<str>).zfill(6)', "(<str>).ljust(8, '.')",
            '(<str>).find(<str>)', '(<str>).isdigit()', '(<str>).isalpha()', '(<str>).isidentifier()', '(<str>).istitle()',
            '(<str>).partition(<str>)', '(<str>).encode()', "(<str>).encode('ascii')", "(<str>).encode('utf-16')",
            "format(<any>, '<spec>')", "'{:<spec>}|{!r:>6}'.format(<any>, <str>)", "'{0}{1}{0}'.format(<any>, <int>)",
            "('%d %s' % (<int>, <any>))", "('%5.2f|%-6s' % (<float>, <str>))", "('%x %r' % (<int>, <any>))",
            "('%s' % <any>)", "f'{<int>!r:>10}{<int> + 1:,}'", "f'{<float>:<spec>}'", "f'{<int> = }'", 'chr(<int>)',
            'ascii(<any>)', '(<str>).splitlines(True)', "(<str>).translate({97: 'z', 98: None})", '(<str>).startswith((<str>, <str>))',
            '(<str>).index(<str>)', '(<str>).rsplit(<str>, 1)', '(<str>).count(<str>)', '(<str>).expandtabs(4)',
            '(<str>).removeprefix(<str>)', 'json.dumps(<any>)', 're.sub(<pattern>, "X", <str>)', 're.findall(<pattern>, <str>)',
            're.split(<pattern>, <str>)', 're.match(<pattern>, <str>)', 'string.capwords(<str>)', 'min(<str>)'],
    'bytes': ['<bytes><index>', '(<bytes> + <bytes>)', '(<bytes>).decode()', "(<bytes>).decode('latin-1')", '(<bytes>).hex()',
              'list(<bytes>)', '(<bytes>).upper()', '(<bytes>).split()', 'bytes(<list>)', 'int.from_bytes(<bytes>)',
              '(<bytes>).find(98)', '(<int>).to_bytes(4)', 'bytes(memoryview(<bytes>)<index>)', '(<bytes> * 2)',
              '(<bytes>).replace(b"a", b"b")', 'bytes(<str>, "utf-8")'],
    'list': ['[<any>, <any>]', '[<any>]', '[<int>, <int>, <int>]', '(<list> + <list>)', '(<list> * 2)', 'sorted(<seq>)', '<list><index>',
             'list(<seq>)', '[x for x in <seq> if x]', '[(i, x) for i, x in enumerate(<seq>, 1)]', 'list(range(<int> % 7))',
             'list(zip(<seq>, <seq>))', 'list(map(str, <seq>))', 'list(reversed(<list>))', 'sorted(<seq>, key=str)',
             'sorted(<seq>, key=len, reverse=True)', '[x * 2 for x in <seq>]', '(<list>).index(<any>)', '(<list>).count(<any>)',
             '[*<seq>, *<seq>]', 'list(itertools.chain(<seq>, <seq>))', '(<list>).pop(0)', 'list(itertools.combinations(<seq>, 2))',
             'list(itertools.accumulate(<list>))', '[y for x in <list> for y in x]', '(lambda l: (l.append(<any>), l.sort(), l)[2])(<list>)',
             'list(filter(None, <seq>))', '[list(g) for k, g in itertools.groupby(<list>, type)]',
             'collections.Counter(<seq>).most_common(2)', 'list(itertools.islice(<seq>, 1, None, 2))',
             'list(itertools.zip_longest(<seq>, <seq>, fillvalue=0))', '(lambda a, *b: [a, b])(*<seq>)',
             'functools.reduce(operator.add, <list>)', '(lambda d: (d.rotate(1), list(d)))(collections.deque(<seq>, maxlen=3))',
             'list(itertools.pairwise(<seq>))', '[<any> for _ in range(2)]', 'list(itertools.batched(<seq>, 2))'],
    'tuple': ['(<any>, <any>)', '(<any>,)', 'tuple(<seq>)', '(<any>, <any>)<index>', '(<tuple> + <tuple>)'],
    'set': ['{<key>, <key>}', '(<set> & {1, 2, "a"})', '(<set> | {3})', '(<set> - {1})', '(<set> ^ {"a"})', '(<set> < <set>)',
            'frozenset(<seq>)', 'set(<seq>)', '(<set>).union(<seq>)', '{x for x in <seq>}', 'sorted(<set>, key=str)',
            '(<set>).issubset(<seq>)', '(<set>).isdisjoint(<seq>)'],
    'dict': ['{<key>: <any>, <key>: <any>}', 'list((<dict>).items())', '(<dict>).get(<key>, 5)', '(<dict> | {1: 2})',
             'dict(zip(<seq>, <seq>))', '{v: k for k, v in (<dict>).items()}', '(<dict>)[<key>]', '(<dict>).pop(<key>)',
             'dict(<list>)', '(<dict>).popitem()', 'collections.defaultdict(int, <dict>)', 'collections.OrderedDict(<dict>)',
             'dict.fromkeys(<seq>, 0)', 'sorted(<dict>)', '(<dict> == <dict>)', '(lambda **k: k)(**<dict>)',
             'json.loads(json.dumps(<dict>))', 'collections.ChainMap(<dict>, <dict>)', '(<dict>).setdefault(<key>, <any>)',
             '(<dict>).keys() & {"a", 1}', 'collections.Counter(<seq>) + collections.Counter(<seq>)'],
    'call': ['f(<args>)', 'g(<args>)', 'list(gen(<any>))', 'C(<any>).get(<args>)', 'C(<any>)', 'C(<int>) + <any>', 'C(<int>)[<any>]',
             'D(<args>)', '(<any> + C(1))', 'C(1) < C(<any>)', 'len(C(<any>))', 'max(<seq>)', 'min(<seq>, default=None)',
             'type(<any>).__name__', 'kind(<any>)', 'P(<args>)', 'C(<any>).nothing', 'dict(<args>)', 'C(<any>) == C(<any>)',
             'sum(<seq>, <any>)', 'getattr(C(1), <str>)', 'next(iter(<seq>))', 'isinstance(1, <any>)', 'int(<any>)', 'round(<any>)'],
    'args': ['', '<any>', '<any>, <any>', '<any>, <any>, <any>', '*<seq>', 'a=<any>', '<any>, b=<any>', '<any>, a=<any>', 'key=<any>',
             '<any>, *<seq>, key=<any>', '**<dict>', 'b=<any>, a=<any>'],
}
PLACE = re.compile('<([a-z]+)>')


def grown(rng, kind, depth=0):
    """A text of that kind."""
    leaves = LEAVES.get(kind, [])
    rules = RULES.get(kind, [])
    if not rules or leaves and (depth > 3 or rng.random() < 0.25):
        return rng.choice(leaves)
    if depth > 5:
        return grown(rng, 'int', 9) if kind != 'args' else ''
    return PLACE.sub(lambda found: grown(rng, found[1], depth + 1), rng.choice(rules))


def function(rng):
    pick = rng.choice
    head = pick(['def f(a, b=2, *args, key=None):', 'def f(a, /, b=1, **rest):', 'def f(*, a=1, b):', 'def f(a=[], *args, b=0, **rest):'])
    return block(head, pick(['a.append(b)', f'a = {grown(rng, "any")}', 'a += b', 'pass']), Clauses([
        ('try:', [pick(['return a + b', 'return a * 2', f'return ({grown(rng, "any", 2)}, a)', 'raise ValueError(a)'])]),
        (f'except {pick(["TypeError", "ValueError", "Exception"])} as e:',
         [pick(['return repr(e)', 'raise KeyError(b) from e', 'raise', 'return sorted(locals())'])]),
        ('finally:', [pick(["print('finally', a)", "print('finally')", "print('f', end=' ')"])])]))


def make(rng):
    def some(kind, depth=0):
        return grown(rng, kind, depth)
    program = [
        HEAD, function(rng),
        'def g(*args, **rest):\n    return args, rest',
        f'def gen(n):\n    try:\n        x = yield n\n        yield x, {some("any", 2)}\n        yield from {some("seq", 2)}\n'
        '    finally:\n        print("closed")',
        f'''class C:
    kind = {some('any', 3)}
    def __init__(self, value): self.value = value
    def __repr__(self): return f'C({{self.value!r}})'
    def __add__(self, other): return C(self.value + getattr(other, 'value', other))
    def __radd__(self, other): return NotImplemented
    def __eq__(self, other): return isinstance(other, C) and self.value == other.value
    def __lt__(self, other): return self.value < other.value
    def __len__(self): return {some('int', 2)}
    def __getitem__(self, key): return self.value[key]
    def get(self, key=None, *rest): return self.value, key, rest, self.kind''',
        'class D(C):\n    def __init__(self, a=0, b=1, **rest):\n        super().__init__(a)\n'
        '        self.__dict__.update(rest, b=b)\n    def __getattr__(self, name):\n        return name.upper()',
        "P = collections.namedtuple('P', 'a b', defaults=[9])",
        '''def kind(x):
    match x:
        case int() | float() if x: return 'number'
        case [a, *rest]: return 'list', a, len(rest)
        case {'a': value, **rest}: return 'dict', value, rest
        case C(value=str() as s): return 'C', s
        case str(s): return 'str', s[:1]
        case None | True: return 'none'
        case _: return 'other' ''']
    for number in range(rng.randint(15, 30)):
        program.append(f'show({number}, lambda: {some("any")})')
    if rng.random() < 0.5:
        program.append(block('def last(x):', f'y = {some("any")}', f'return {some("any")}'))
        program.append(f'print(last({some("any")}))')
    return program
