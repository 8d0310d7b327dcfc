from helper import go
print(go(1))
-- helper.py --
def go(n):
    return n * math.pi
# found: not-imported@5, repaired
