# Errors of json, with the frames of CPython's.
import json, io, traceback, enum, statistics, fractions
def show(f):
    try: print(f())
    except BaseException: traceback.print_exc()
for t in ('', '[1,]', '{"a" 1}', '{"a": }', '[1 2]', '"abc', '{"a":1}x', 'nul', '{a: 1}', "{'a': 1}", '"\\x"', '"\n"', '[', '-', '01', '1.', '{"a":1,}', ' [1, {"b": [tru]}] ', '"\\u12"'):
    show(lambda: json.loads(t))
show(lambda: json.loads(None)); show(lambda: json.loads(b'\xff')); show(lambda: json.loads('1e5', parse_float=str)); show(lambda: json.loads('{"a": x}', object_hook=dict))
show(lambda: json.dumps({1, 2})); show(lambda: json.dumps({'a': {'b': object}}, indent=2)); show(lambda: json.dumps(float('nan'), allow_nan=False)); show(lambda: json.dumps({(1,): 2}))
a = []; a.append(a); show(lambda: json.dumps(a)); show(lambda: json.dump({'x': [1, 2.5, None, True, 'é']}, io.StringIO()))
show(lambda: json.load(io.StringIO('[oops]'))); show(lambda: json.dumps({'x': [1, 2.5, None, True, 'é', {}, []]}, indent=2, sort_keys=True)); show(lambda: json.JSONDecoder().raw_decode('{"a": 1} tail')); show(lambda: json.JSONEncoder(separators=(',', ':')).encode({'a': [1]}))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
show(lambda: json.dumps(2+1j, cls=E)); show(lambda: json.dumps(object, cls=E)); print(json.JSONDecodeError.__module__, json.decoder.JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder)
from json.decoder import JSONDecodeError
try: json.loads('{')
except JSONDecodeError as e: print(e, e.msg, e.doc, e.pos, e.lineno, e.colno)
