import subprocess


def tell(command):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    print(command, done.returncode, sorted(done.stdout.split('\n')[:-1]), done.stderr.strip())


subprocess.run('rm -rf /tmp/found; mkdir -p /tmp/found/a/b; cd /tmp/found; touch x.py a/y.py a/b/z.txt; echo hi > a/N.TXT', shell=True)
for test in ('', '-name "*.py"', '-type d', '-iname "*.txt"', '-maxdepth 1', '-mindepth 2 -type f', '! -name "*.py"',
             r'\( -name x.py -o -name z.txt \) -print', '-path "*/a/*" -empty', '-name b -prune -o -print', '-size +0 -type f',
             r'-name "*.py" -exec basename {} \;', '-type f -exec cat {} +', '-name N.TXT -delete', '-nothing', '-type'):
    tell(f'find /tmp/found {test}')
tell('cd /tmp/found && find . -name "*.py"')
tell('find /tmp/no-such-folder')
for question in ('1 + 2', r'7 / 2 \* 2', '-7 % 3', '2 - 2', r'10 \< 9', r'a \< b', r'\( 1 + 2 \) \* 3', r'abc : "a\(.\)c"',
                 'abc : b', 'length hello', 'substr hello 2 3', 'index hello l', r'"" \| b', r'0 \& 1', '1 / 0', '1 + a', '1 +'):
    tell(f'expr {question}')
tell('i=1; i=$(expr $i + 1); echo $i')
