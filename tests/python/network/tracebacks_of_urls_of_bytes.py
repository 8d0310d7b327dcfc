import traceback
import urllib.parse

for url in b'\xe9', 3:
    try:
        urllib.parse.urlparse(url)
    except (UnicodeDecodeError, AttributeError) as e:
        for frame in traceback.format_tb(e.__traceback__.tb_next):
            print(frame[frame.index('parse.py'):], end='')
        print(e)
