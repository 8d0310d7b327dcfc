# recorded by hand: processes
# The frames that errors in what a process is given and gives have.
import subprocess
import sys
import traceback


def show(ask):
    try:
        print(repr(ask()))
    except Exception as e:
        e.__traceback__ = e.__traceback__.tb_next.tb_next
        traceback.print_exception(e, file=sys.stdout)


BAD = ['printf', r'\377']
show(lambda: subprocess.run(BAD, capture_output=True, text=True))
show(lambda: subprocess.check_output(BAD, text=True, encoding='utf-8'))
show(lambda: subprocess.run([sys.executable, '-c', 'import sys; sys.stderr.buffer.write(bytes([255]))'], capture_output=True, text=True))
show(lambda: subprocess.run(BAD, stdout=subprocess.PIPE, encoding='ascii'))
show(lambda: subprocess.run(BAD, capture_output=True, text=True, errors='replace').stdout)
show(lambda: subprocess.run(['cat'], input='\udcff', text=True, capture_output=True))
show(lambda: subprocess.run(['printf', r'a\r\nb\rc\n'], capture_output=True, text=True).stdout)
