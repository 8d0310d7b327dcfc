# EXCLUDE in a window's frame, and frames of RANGE by which rows without a value are the least.
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table t(g, x)")
rows = [("a", 1), ("a", 2), ("a", 3), ("b", 4), ("b", 5), ("a", 6), ("b", None), ("a", 2)]
db.executemany("insert into t values(?, ?)", rows)
functions = ["sum(x)", "count(*)", "group_concat(x)", "first_value(x)", "last_value(x)", "nth_value(x, 2)", "max(x)"]
frames = [
    "rows between 1 following and 1 following exclude current row",
    "rows between 1 preceding and 2 following exclude current row",
    "rows between unbounded preceding and unbounded following exclude ties",
    "rows between 0 following and 1 following exclude group",
    "rows 2 preceding exclude no others",
    "groups between 1 preceding and 1 following exclude ties",
    "range between 1 preceding and 1 following exclude group",
    "range between 1 following and unbounded following",
    "range between unbounded preceding and 1 preceding",
    "range between 2 preceding and 1 preceding",
]
for frame in frames:
    for order in "order by x", "order by x desc", "partition by g order by x":
        print(frame, "|", order)
        for function in functions:
            print("   ", function, [row[0] for row in db.execute(f"select {function} over ({order} {frame}) from t")])
query = "select sum(x) over w, count(*) filter (where x > 1) over w, lead(x) over w from t window w as (order by x {})"
print(db.execute(query.format("rows between 1 preceding and 1 following exclude current row")).fetchall())
for wrong in "exclude", "exclude rows", "exclude current", "exclude no":
    try:
        db.execute(query.format(f"rows 1 preceding {wrong}"))
    except sqlite3.OperationalError as error:
        print(error)


class Longest:
    def __init__(self):
        self.seen = []

    def step(self, value):
        self.seen.append(value)

    def inverse(self, value):
        self.seen.remove(value)

    def value(self):
        return repr(self.seen)

    def finalize(self):
        return f"at last {self.seen}"


db.create_window_function("longest", 1, Longest)
frame = "order by x rows between 1 preceding and 1 following exclude current row"
print(db.execute(f"select longest(x) over ({frame}) from t").fetchall())
