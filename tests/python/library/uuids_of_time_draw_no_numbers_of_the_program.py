# uuid1 asks the system's generator first; only with a node, a sequence of one's own, or without that generator it draws
# from random.
import random
import uuid

random.seed(5)
expected = [random.getrandbits(14) for _ in range(3)]
random.seed(5)
first, second = uuid.uuid1(), uuid.uuid1()
print(first.version, first.variant, first.is_safe, first != second, uuid._last_timestamp)
print(random.getrandbits(14) == expected[0])
made = uuid.uuid1(node=7)
print(made.node, made.clock_seq == expected[1], made.is_safe, uuid._last_timestamp == made.time)
made = uuid.uuid1(clock_seq=9)
print(made.clock_seq, random.getrandbits(14) == expected[2])
print(uuid._generate_time_safe.__name__, uuid._UuidCreate, [type(part).__name__ for part in uuid._generate_time_safe()])
uuid._generate_time_safe = None
random.seed(5)
made = uuid.uuid1()
print(made.clock_seq == expected[0], made.is_safe)
