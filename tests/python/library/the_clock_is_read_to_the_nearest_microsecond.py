import random
import time
from datetime import date, datetime, timezone

for pause in 0.1, 1 / 3, 2 / 7, 0.0000007, 0.9999999, *(random.random() for _ in range(12)):
    time.sleep(pause)
    print(datetime.now(), datetime.now(timezone.utc).microsecond, datetime.today().microsecond, date.today())
