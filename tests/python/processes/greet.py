import sys
print('hello', *sys.argv[1:], __name__)
sys.exit(3)
