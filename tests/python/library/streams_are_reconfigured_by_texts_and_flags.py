"""`reconfigure` refuses what is no text and no flag before it looks whether there has been reading."""
import io

stream = io.TextIOWrapper(io.BytesIO(b'a\nb'), 'utf-8')
for _ in range(2):
    for given in ({'encoding': 5}, {'errors': b'strict'}, {'newline': 5}, {'newline': 'x'}, {'encoding': 'nope'}, {'line_buffering': 'x'},
                  {'line_buffering': None}, {'line_buffering': 2}, {'write_through': []}, {'write_through': False}):
        try:
            stream.reconfigure(**given)
            print(given, stream.encoding, stream.errors, stream.line_buffering, stream.write_through)
        except (TypeError, ValueError, LookupError) as e:
            print(given, type(e).__name__, e)
    print(repr(stream.read(1)))
