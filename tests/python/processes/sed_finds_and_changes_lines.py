import subprocess

TEXT = 'one\ntwo\nthree\nfour\n'
SCRIPTS = r'''
s/o/0/g
-n 2p
/t/d
2,3d
-n $p
/two/,/four/s/o/X/
s/\(.\)\(.\)/\2\1/
-E s/(t)(.)/[\2&\1]/
s|o|/|;s/e/3/
-e 1!d -e s/n/N/
2q
s/O/x/I
s/e/E/2
y/abco/ABCO/
1i\first
$a last
2c changed
1~2d
2,+1d
-n /one/p;/four/=
$!N;s/\n/ /
n;d
G
/two/{s/t/T/;s/w/W/}
s/\bt\w*/\U&/
s/x*/-/g
:a;s/e/_/;ta
1!G;h;$!d
0,/o/d
s/a/b
k
/two
'''
for script in SCRIPTS.strip().split('\n'):
    words = ['sed', *(script.split(' ') if script[0] == '-' else [script])]
    done = subprocess.run(words, input=TEXT, capture_output=True, text=True)
    print(script, done.returncode, repr(done.stdout), done.stderr.strip())
print(subprocess.getoutput("printf 'a\\nb' > /tmp/sed.txt; sed -i.old s/a/Z/ /tmp/sed.txt; cat /tmp/sed.txt /tmp/sed.txt.old"))
print(subprocess.getoutput('sed p /tmp/no-such-file'))
