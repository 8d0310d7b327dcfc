# Members of enums that are text or numbers, and other kinds of text, are written by their values; reports come in parts.
import enum
import io
import json
import traceback


class Kind(str, enum.Enum):
    TOOL = 'tool'


class Level(int, enum.Enum):
    LOW = 1


class Share(float, enum.Enum):
    HALF = 0.5


class Word(enum.StrEnum):
    SHOWN = enum.auto()


class Loud(str):
    def __str__(self):
        return self.upper()


class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o)


data = {'kind': Kind.TOOL, Kind.TOOL: Level.LOW, 'share': Share.HALF, Word.SHOWN: Loud('quiet'), Level.LOW: [Kind.TOOL]}
print(json.dumps(data))
print(json.dumps(data, indent=1, ensure_ascii=False))
print(json.dumps({**data, 'set': {2, 1}}, cls=Encoder, sort_keys=False))
json.dump(data, out := io.StringIO(), separators=(',', ':'))
print(out.getvalue(), Kind(json.loads(json.dumps(Kind.TOOL))))


def parts(exc):
    return [part for part in traceback.format_exception(exc) if not part.startswith('  File ')]


try:
    try:
        {}['key']
    except KeyError as exc:
        raise ValueError('two\nlines') from exc
except ValueError as exc:
    exc.add_note('a note\nof two')
    print(parts(exc), traceback.format_exception_only(exc))
try:
    compile('a b', 'f.py', 'exec')
except SyntaxError as exc:
    print(parts(exc))
first, second = KeyError(1), KeyError(2)
first.__context__, second.__context__ = second, first
print(parts(first))
