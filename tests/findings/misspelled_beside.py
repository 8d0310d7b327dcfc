from helper import go
go(1)
-- helper.py --
def go(n):
    value = n
    return vaule
# found: misspelled@6, repaired
