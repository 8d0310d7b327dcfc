# What is wrong with the arguments of `assertRaises` and its like is told by the context, in these lines of unittest's.
import traceback
import unittest
import warnings

case = unittest.TestCase()
for method, arguments in (
        (case.assertRaises, (3,)), (case.assertRaisesRegex, (ValueError, 3)), (case.assertWarns, (ValueError,)),
        (case.assertWarnsRegex, (UserWarning, '(')), (case.assertRaises, (int, print)),
        (case.assertRaisesRegex, (ValueError, '[', int, 'x')), (case.assertWarnsRegex, (None, 'x', int))):
    try:
        method(*arguments)
    except Exception as error:
        for line in traceback.format_exception(error):
            if '/unittest/' in line or 'Error' in line or 'error' in line:
                print(line, end='')
try:
    case.assertRaises(ValueError, wrong=1)
except TypeError:
    traceback.print_exc()
with case.assertRaisesRegex(ValueError, 'literal'), warnings.catch_warnings():
    int('x')
with case.assertWarnsRegex(UserWarning, 'now') as seen:
    warnings.warn('now')
print(seen.warning, seen.lineno)
