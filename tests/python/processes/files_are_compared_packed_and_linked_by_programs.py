import subprocess, os, shutil
os.chdir('/tmp'); shutil.rmtree('cmd', ignore_errors=True); os.mkdir('cmd'); os.chdir('cmd')
open('a','w').write('apple\nbanana\ncherry\n'); open('b','w').write('banana\ncherry\ndate\n'); open('e','w').write(''); os.makedirs('d1/s'); os.makedirs('d2/s'); open('d1/x','w').write('1\n'); open('d2/x','w').write('2\n'); open('d1/only','w').write('q'); open('d1/s/y','w').write('same'); open('d2/s/y','w').write('same'); open('long','w').write('the quick brown fox jumps over the lazy dog '*5+'\nshort\n\nlast'); open('bin','wb').write(bytes(range(256)))
for t in ('a','b','d1/x','d2/x'): os.utime(t,(1700000000,1700000000))
def sh(c):
    p=subprocess.run(c,shell=True,capture_output=True,text=True,errors='replace'); print('$',c,'->',p.returncode); print(p.stdout,end=''); print(p.stderr.replace('/bin/sh','sh'),end='')
for c in '''diff a b
diff -u a b
diff -q a b
diff -s a a
diff a nope
diff -r d1 d2
diff -rq d1 d2
diff -ru d1 d2
diff a
diff -i a b
diff a e
diff -N a nope
diff --brief a b
diff bin a
cat a | diff - b
cmp a b
cmp a a
cmp -s a b; echo $?
cmp -l a b
cmp a e
head -c 7 a > p; cmp p a
comm a b
comm -12 a b
comm -23 a b
comm a
nl a
nl -ba long
nl -w3 -s: -v10 -i5 a
fold -w 30 long
fold -s -w 30 long
gzip -k a; ls; gzip -dc a.gz; zcat a.gz | wc -c
gzip a
gzip -f a; ls; gunzip a.gz; ls; gunzip nope
gzip -c b | gunzip
echo hi | gzip | zcat
gunzip b
echo x > n.gz; gunzip n.gz
gzip -n -c bin | md5sum
gzip -v -k b
gzip -t b.gz; echo $?
ln -s a lk; readlink lk; readlink a; readlink -f lk; realpath lk nope d1/../a; realpath nope/x; ln a hl; stat -c %h a; ln -s a lk; ln -sf b lk; readlink lk; ln nope z
ln -v a hl2
stat -c '%n %s %a %A %F' d1/x; stat -c '%y' a; stat -c %s nope; stat -c '%N' lk; stat -c %Y a
basename $(mktemp -u /tmp/foo.XXXXXX) | cut -c1-4; test -d $(mktemp -d) && echo dir; mktemp -u aXX
echo -n abc | openssl dgst -sha256
openssl dgst -md5 a
openssl sha1 a b
echo -n abc | openssl dgst -sha256 -hmac key
echo -n abc | openssl dgst -r -sha512
openssl rand -hex 8 | wc -c; openssl rand -base64 60 | wc -l
openssl base64 -in bin; openssl enc -base64 -in a; echo aGk= | openssl base64 -d
openssl enc -base64 -A -in bin
du -sb d1; du -a d1/s; du -sh d1; du -c d1 d2; du nope
arch; shuf -e x; shuf -i 3-3; seq 5 | shuf | sort | tr -d '\\n'
'''.strip().split('\n'): sh(c)
