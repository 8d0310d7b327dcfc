"""`raise` alone may end in a semicolon, and stands so in the tree."""
import ast


def fail(value):
    try:
        return 1 / value
    except ZeroDivisionError: print("again"); raise ; print("never")
    finally: print("done"); value = 1; pass


for _ in range(2):
    try:
        fail(0)
    except ZeroDivisionError as error:
        print(repr(error), error.__traceback__.tb_next.tb_lineno)
try:
    exec("raise; raise")
except RuntimeError as error:
    print(error)
print(ast.dump(ast.parse("raise ; x\nif y: raise;")))
