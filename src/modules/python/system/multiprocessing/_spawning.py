"""The steps of a spawned process to the program's module, as tracebacks show them."""
import _processes


def command(handle):  #: -
    """Runs the program's module; `handle`: the number by which the new process has what it is to do."""
    (_command if handle < 10 else _command_with_longer_handle)()


def _command():  #: in <string> <module>
    spawn_main()  #: 1 from multiprocessing.spawn import spawn_main; «spawn_main(tracker_fd=4, pipe_handle=6)»


def _command_with_longer_handle():  #: in <string> <module>
    spawn_main()  #: 1 from multiprocessing.spawn import spawn_main; «spawn_main(tracker_fd=4, pipe_handle=10)»


def spawn_main():  #: in multiprocessing/spawn.py spawn_main
    _main()  #: 122 exitcode = «_main(fd, parent_sentinel)»


def _main():  #: in multiprocessing/spawn.py _main
    prepare()  #: 131 prepare(preparation_data)


def prepare():  #: in multiprocessing/spawn.py prepare
    _fixup_main_from_path()  #: 246 _fixup_main_from_path(data['init_main_from_path'])


def _fixup_main_from_path():  #: in multiprocessing/spawn.py _fixup_main_from_path
    _run_path()  #: 297 main_content = «runpy.run_path(main_path,⏎                              run_name="__mp_main__")»


def _run_path():  #: in <frozen runpy> run_path
    _run_module_code()  #: 287


def _run_module_code():  #: in <frozen runpy> _run_module_code
    _run_code()  #: 98


def _run_code():  #: in <frozen runpy> _run_code
    _processes.run_main('__mp_main__')  #: 88


def check_bootstrapped(process):  #: in multiprocessing/spawn.py get_preparation_data
    if getattr(process, '_inheriting', False):
        _not_importing_main()  #: 164 _check_not_importing_main()


def _not_importing_main():  #: in multiprocessing/spawn.py _check_not_importing_main
    raise RuntimeError(_BOOTSTRAPPING)  #: 140 raise RuntimeError('''⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎''')


_BOOTSTRAPPING = '''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        '''
