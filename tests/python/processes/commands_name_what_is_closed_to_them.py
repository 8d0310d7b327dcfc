"""What programs of the machine say of folders and files that may not be read or written."""
import os, subprocess, tempfile
if os.getuid() == 0:
    os.setgroups([]); os.setgid(1000); os.setuid(1000)
d = tempfile.mkdtemp(); os.chdir(d)
def sh(c):
    r = subprocess.run(c, shell=True, capture_output=True, text=True)
    print('$', c, '->', r.returncode); print(r.stdout + r.stderr, end='')
sh('mkdir closed shut open; echo a > closed/f; echo b > shut/g; mkdir closed/sub; echo s > closed/sub/h; echo x > x; echo y > y; echo n > n; chmod 555 closed; chmod 000 shut; chmod 000 n; chmod 444 y')
for c in ['rm -r closed', 'rm -f closed/f', 'rm -rf shut', 'rmdir closed/sub', 'mkdir -p closed/a/b', 'mkdir -p shut/a/b', 'mkdir -p x/a', 'mkdir -p open/a/b && find open', 'cp x closed', 'cp n z', 'cp x y', 'cp -r open closed', 'cp -r closed open/', 'mv closed/f .', 'find closed | sort', 'find shut', 'ls shut', 'cat shut/g', 'test -r n; echo $?', 'test -w y; echo $?', 'test -w x; echo $?']:
    sh(c)
subprocess.run('chmod -R 777 .', shell=True); subprocess.run(['rm', '-rf', d])
