import enum
import traceback

try:
    raise ValueError("bad \ud800 surrogate")
except ValueError as error:
    print(ascii(traceback.format_exception(error)[-1]), ascii(traceback.format_exception_only(error)))
    traceback.print_exc()
try:
    type("Sub", (enum.Enum("Animal", "ANT BEE"),), {})
except AttributeError as error:
    print(error)
raise RuntimeError("\udcff end")
