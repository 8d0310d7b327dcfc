import hashlib
import os
import subprocess
import tempfile

os.chdir(tempfile.mkdtemp())
with open('words.txt', 'w') as file:
    file.write('one\ntwo\n')
with open('raw', 'wb') as file:
    file.write(bytes(range(90)))


def shell(text, given=None):
    done = subprocess.run(text, shell=True, input=given, capture_output=True)
    print(f'$ {text}')
    print(done.returncode, done.stdout, done.stderr)


for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    out = subprocess.check_output([f'{name}sum'], input=b'abc')
    print(name, out == hashlib.new(name, b'abc').hexdigest().encode() + b'  -\n')
# A pipe from one child to another, without a shell.
cat = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
total = subprocess.Popen(['md5sum'], stdin=cat.stdout, stdout=subprocess.PIPE)
cat.stdin.write(b'through two')
cat.stdin.close()
cat.stdout.close()
print(total.communicate()[0].split())
shell('md5sum words.txt none - </dev/null')
shell('md5sum -b words.txt; md5sum --tag words.txt; md5sum .')
shell('md5sum -q')
shell('md5sum words.txt raw >sums; md5sum -c sums; md5sum --quiet -c <sums')
shell('echo changed >>words.txt; rm raw; md5sum -c sums; md5sum --status -c sums')
shell('md5sum -c', b'no digest\n')
shell('(cat sums; echo one; echo two) | md5sum -c')
shell('base64', bytes(range(90)))
shell('base64 -w 20 | tail -n 1; base64 -w0', b'x' * 70)
shell('base64 -d', b'aGVs\nbG8K')
shell('base64 --decode', b'aGVsb*8K')
shell('base64 -di', b'aGVs*bG8K')
shell('base64 one two; base64 -w many')
