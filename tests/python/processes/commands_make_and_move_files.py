# mkdir, touch, cp, mv, rm and their kin, started as programs and from the shell.
import os
import subprocess
import tempfile

os.environ["LC_ALL"] = "C.UTF-8"
os.chdir(tempfile.mkdtemp())


def run(command):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    print(f"$ {command}\n{done.stdout}{done.stderr}[{done.returncode}]")


for line in """\
mkdir a
mkdir a
mkdir b/c
mkdir
mkdir -p a/b/c a
mkdir -v n
touch x y
touch no/z
touch
ls
cp x
cp zz q
cp a q
cp -r a q
ls q
echo text > x
cp x y a
cat a/x
cp x no/q
mv x moved
mv zz q
mv moved a
ls a
rm zz
rm -f zz
rm a
rm
rm -v y
rmdir a
rmdir n
rm -r a q
ls
basename /a/b.txt .txt; basename a/; basename
dirname /a/b; dirname a; dirname /
which no_such_program
echo one two | tee copy
cat copy
printf 'a\\na\\nb\\n' | uniq -c
printf 'a\\na\\nb\\n' | uniq -d
printf 'abc\\nde\\n' | rev
""".splitlines():
    run(line)

try:
    subprocess.run(["rm", "gone"], check=True, capture_output=True)
except subprocess.CalledProcessError as error:
    print(error, error.stderr)
