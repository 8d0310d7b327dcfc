"""What the compiler warns of stands in the module that is imported, and its line is shown, with and without `warnings`."""
import sys
with open('/tmp/odd_pattern.py', 'w') as file:
    file.write("word = 'a'\n\nif word:\n    pattern = '\\w'\n")
with open('/tmp/odd_test.py', 'w') as file:
    file.write("value = 3\nprint(value is 3)\n")
sys.path.insert(0, '/tmp')
sys.dont_write_bytecode = True
import odd_pattern
import warnings
import odd_test
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    compile("'\\d'", '/tmp/odd_test.py', 'exec')
print(caught[0].lineno, caught[0].filename, caught[0].category.__name__)
