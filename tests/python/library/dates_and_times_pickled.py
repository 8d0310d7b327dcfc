"""Dates and times are pickled as the bytes that CPython makes of them, and read from them."""
import copy
import datetime as dt
import pickle

zone = dt.timezone(dt.timedelta(hours=2), "X")
for moment in dt.date(2020, 2, 3), dt.time(1, 2, 3, 4), dt.time(1, fold=1), dt.timedelta(1, 2, 3):
    for protocol in 0, 2, 5:
        made = pickle.dumps(moment, protocol)
        print(protocol, len(made), made, repr(pickle.loads(made)))
for moment in (dt.datetime(2020, 2, 3, 4, 5, 6, 70000), dt.datetime(2020, 1, 1, fold=1), dt.time(1, tzinfo=zone),
               dt.datetime(2020, 2, 3, 4, tzinfo=zone)):
    for protocol in 0, 2, 5:
        print(repr(pickle.loads(pickle.dumps(moment, protocol))), copy.deepcopy(moment) == moment)
    print(moment.__reduce__(), moment.__reduce_ex__(4))


class Day(dt.date):
    pass


made = pickle.loads(pickle.dumps(Day(2020, 1, 1)))
print(type(made), made, pickle.loads(pickle.dumps(dt.timezone.utc)) is dt.timezone.utc)
print(dt.date(b"\x07\xe4\x01\x01"), dt.datetime(b"\x07\xe4\x81\x01\x01\x02\x03\x00\x00\x05").fold,
      dt.time(b"\x01\x02\x03\x00\x00\x05", zone))
