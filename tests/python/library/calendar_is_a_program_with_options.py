import calendar
import hmac
import hashlib
import shelve
import subprocess
import sys
import warnings

for options in (['2026', '2'], ['-w', '3', '-l', '2', '2026', '12'], ['-f', '6', '-m', '6', '-s', '2', '2024'], ['-t', 'html', '2023'],
                ['-e', 'utf-16', '2026', '1'], ['-L', 'de_DE'], ['-t', 'html', '2026', '1'], ['x']):
    done = subprocess.run([sys.executable, '-m', 'calendar', *options], capture_output=True)
    print(options, done.returncode, len(done.stdout), done.stdout[:300], done.stderr.splitlines()[-1:])
calendar.main(['2026', '3'])


class Plain:
    digest_size = 32

    def __init__(self, data=b''):
        self.made = hashlib.sha256(data)

    def update(self, data):
        self.made.update(data)

    def digest(self):
        return self.made.digest()

    def copy(self):
        made = Plain()
        made.made = self.made.copy()
        return made


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(hmac.new(b'key', b'text', Plain).digest() == hmac.new(b'key', b'text', 'sha256').digest())
    print([(warning.category.__name__, str(warning.message)) for warning in caught])
print(shelve.Shelf({})._protocol)
