# Reading JSON takes time in proportion to its text, and names what is wrong with it where it is.
import json
import random
import time

records = [{"a": i, "b": [1, 2.5, None, True], "c": "x" * 10} for i in range(2000)]
text = json.dumps(records)
start = time.perf_counter()
print(json.loads(text) == records, time.perf_counter() - start < 0.1)

for wrong in (
    "nul", "tru", "NaN", "-Infinity", "-", "-Inf", "01", "1.", "1e", '"a', '"a\\', '"a\\"b"', '"\\u12"', "[1,2,]", '{"a":1,}',
    '{"a"}', "", "[1 2]", '"\t"', '"a\\x"', "nullx", '"abc" "d"', '{"a":"b\\"c","d":"e"}', '["\\"","x\\\\"]', "{NaN:1}",
):
    try:
        print(repr(wrong), json.loads(wrong))
    except ValueError as error:
        print(repr(wrong), error)

random.seed(3)
whole = json.dumps({"a": [1, 2.5, None, True, 'x\\y"z\n'], "b": {"c": -1e10, "d": False}})
for _ in range(60):
    at = random.randrange(len(whole))
    changed = whole[:at] + random.choice('{}[]",:\\tnf-0 1x') + whole[at + random.randint(0, 2) :]
    try:
        print(json.loads(changed))
    except ValueError as error:
        print(error)
