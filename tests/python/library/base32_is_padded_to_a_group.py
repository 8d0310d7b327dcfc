# Of a text in base 32 at most one group may be filled up, and by as much as bytes leave.
import base64

for text in ('', 'ME======', 'MFRA====', 'MFRGG===', 'MFRGGZA=', 'MFRGGZDF', '========', 'MFRGGZDF========', 'M=======',
             'MFR=====', 'MFRGGZ==', 'ME', 'M1======', 'ME======ME======', 'me======'):
    for decode in (base64.b32decode, base64.b32hexdecode):
        try:
            print(repr(text), decode(text))
        except ValueError as e:
            print(repr(text), type(e).__name__, e)
