import helper
try:
    helper.go(1)
except NameError as error:
    print(error)
helper.go(1)
-- helper.py --
def go(n):
    value = n
    print(vaule)
def vaule():
    pass
del vaule
# found: 
