import subprocess
import sys
import os

done = subprocess.run(["echo", "hello", "there"], capture_output=True, text=True)
print(done)
print(subprocess.check_output([sys.executable, "-c", "print(6 * 7)"]))
print(subprocess.call(["false"]), subprocess.call(["true"]))
try:
    subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as exc:
    print(type(exc).__name__, exc, exc.returncode)
try:
    subprocess.run(["nothing-of-the-kind"])
except FileNotFoundError as exc:
    print(exc)
try:
    subprocess.run(["echo"], cwd="/nowhere")
except FileNotFoundError as exc:
    print(exc)
done = subprocess.run([sys.executable, "-c", "import sys; data = sys.stdin.read(); print(len(data)); sys.exit(7)"],
                      input="x" * 1000, text=True, stdout=subprocess.PIPE)
print(done.stdout, done.returncode)
print(subprocess.run("echo $NAME; echo \"a  b\" 'c  $d' | cat; false || echo or; for i in 1 2 3; do echo -n $i; done",
                     shell=True, text=True, stdout=subprocess.PIPE, env={"NAME": "value", "PATH": os.environ["PATH"]}).stdout)
with subprocess.Popen([sys.executable, "-c", "print(input()[::-1]); print(input())"], stdin=subprocess.PIPE,
                      stdout=subprocess.PIPE, text=True) as process:
    print(process.poll())
    process.stdin.write("abc\n")
    process.stdin.write("def\n")
    process.stdin.close()
    print(process.stdout.read())
print(process.returncode, process.poll())
with open("/tmp/out.txt", "w") as file:
    subprocess.run(["echo", "to a file"], stdout=file)
print(open("/tmp/out.txt").read())
print(subprocess.getoutput("echo one; echo two"))
print(subprocess.getstatusoutput("exit 3"))
print(os.popen("echo popen").read(), os.system("exit 2") >> 8)
print(subprocess.run(["cat", "/no/such"], stderr=subprocess.PIPE, text=True).returncode)
print(subprocess.run([sys.executable, "-c", "import os, sys; print(os.getpid() != os.getppid(), sys.argv, __name__)", "a", "b"],
                     stdout=subprocess.PIPE, text=True).stdout)
try:
    subprocess.check_output([sys.executable, "-c", "import sys; print('partly'); sys.exit('words')"], stderr=subprocess.STDOUT)
except subprocess.CalledProcessError as exc:
    print(sorted(exc.output.splitlines()))
print(subprocess.run([sys.executable, "-c", "raise KeyError('x')"], stderr=subprocess.PIPE, text=True).stderr)
print(subprocess.run([sys.executable, "-c", "x ="], stderr=subprocess.PIPE, text=True).stderr)
