"""What CPython's parser finds odd it says even if the source then turns out to be wrong."""
import traceback

for text in ("a = '\\d'\nprint 'x\\d'\n", "x = ['\\d',\n     '\\e' '\\f\\g',\n     '\\h' 5]\n",
             "x = '\\d'\nif x is 5: pass\nreturn x\ny = '\\e'\n", "x = '\\d'\ny = '\\q\n"):
    try:
        exec(text)
    except SyntaxError:
        traceback.print_exc()
