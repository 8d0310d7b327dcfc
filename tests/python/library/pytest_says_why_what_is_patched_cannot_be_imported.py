# recorded by hand: pytest is none of CPython's libraries
"""What monkeypatch says of modules that are not there, and approx of tolerances that are no numbers."""
import datetime
import pytest

with pytest.MonkeyPatch.context() as patch:
    for name in 'json.nothere.x', 'os.nothere.x', 'os.path.nothere', 'nothere':
        try:
            patch.setattr(name, 1)
        except Exception as e:
            print(type(e).__name__, e, '| by', repr(e.__cause__), '| after', repr(e.__context__))

for given in {'rel': float('nan')}, {'rel': -1}, {'rel': 'a'}, {'abs': datetime.timedelta(-1)}:
    try:
        pytest.approx(datetime.timedelta(1), **given)
    except Exception as e:
        print(type(e).__name__, e)
