"""`__all__` of modules that do not have theirs by themselves: what CPython lists, but for what is not here."""
LISTS = {
    '__future__':
        'all_feature_names nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL '
        'generator_stop annotations',
    'asyncio.base_events': 'BaseEventLoop Server',
    'asyncio.coroutines': 'iscoroutinefunction iscoroutine',
    'asyncio.events':
        'AbstractEventLoopPolicy AbstractEventLoop AbstractServer Handle TimerHandle get_event_loop_policy set_event_loop_policy get_event_loop '
        'set_event_loop new_event_loop get_child_watcher set_child_watcher _set_running_loop get_running_loop _get_running_loop',
    'asyncio.exceptions':
        'BrokenBarrierError CancelledError InvalidStateError TimeoutError IncompleteReadError LimitOverrunError SendfileNotAvailableError',
    'asyncio.futures': 'Future wrap_future isfuture',
    'asyncio.locks': 'Lock Event Condition Semaphore BoundedSemaphore Barrier',
    'asyncio.protocols': 'BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol',
    'asyncio.queues': 'Queue PriorityQueue LifoQueue QueueFull QueueEmpty QueueShutDown',
    'asyncio.runners': 'Runner run',
    'asyncio.streams': 'StreamReader StreamWriter StreamReaderProtocol open_connection start_server open_unix_connection start_unix_server',
    'asyncio.subprocess': 'create_subprocess_exec create_subprocess_shell',
    'asyncio.taskgroups': 'TaskGroup',
    'asyncio.tasks':
        'Task create_task FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED wait wait_for as_completed sleep gather shield ensure_future '
        'run_coroutine_threadsafe current_task all_tasks create_eager_task_factory eager_task_factory _register_task _unregister_task '
        '_enter_task _leave_task',
    'asyncio.threads': 'to_thread',
    'asyncio.timeouts': 'Timeout timeout timeout_at',
    'asyncio.transports': 'BaseTransport ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport',
    'asyncio.unix_events':
        'SelectorEventLoop AbstractChildWatcher SafeChildWatcher FastChildWatcher PidfdChildWatcher MultiLoopChildWatcher ThreadedChildWatcher '
        'DefaultEventLoopPolicy EventLoop',
    'base64':
        'encode decode encodebytes decodebytes b64encode b64decode b32encode b32decode b32hexencode b32hexdecode b16encode b16decode b85encode '
        'b85decode a85encode a85decode z85encode z85decode standard_b64encode standard_b64decode urlsafe_b64encode urlsafe_b64decode',
    'inspect':
        'AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgInfo Arguments Attribute BoundArguments CORO_CLOSED CORO_CREATED CORO_RUNNING '
        'CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED '
        'CO_VARARGS CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING '
        'GEN_SUSPENDED Parameter Signature TPFLAGS_IS_ABSTRACT Traceback classify_class_attrs cleandoc currentframe findsource formatannotation '
        'formatannotationrelativeto formatargvalues get_annotations getabsfile getargs getargvalues getasyncgenlocals getasyncgenstate '
        'getattr_static getblock getcallargs getclasstree getclosurevars getcomments getcoroutinelocals getcoroutinestate getdoc getfile '
        'getframeinfo getfullargspec getgeneratorlocals getgeneratorstate getinnerframes getlineno getmembers getmembers_static getmodule '
        'getmodulename getmro getouterframes getsource getsourcefile getsourcelines indentsize isabstract isasyncgen isasyncgenfunction '
        'isawaitable isbuiltin isclass iscode iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction isgenerator '
        'isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor ismethodwrapper ismodule isroutine istraceback '
        'markcoroutinefunction signature stack trace unwrap walktree',
    'linecache': 'getline clearcache checkcache lazycache',
    'locale':
        'getlocale getdefaultlocale getpreferredencoding Error setlocale localeconv strcoll strxfrm str atof atoi format_string currency '
        'LC_CTYPE LC_COLLATE LC_TIME LC_MONETARY LC_NUMERIC LC_ALL CHAR_MAX getencoding LC_MESSAGES',
    'multiprocessing.connection': 'Client Listener Pipe wait',
    'multiprocessing.context': '',
    'multiprocessing.process': 'BaseProcess current_process active_children parent_process',
    'multiprocessing.queues': 'Queue SimpleQueue JoinableQueue',
    'multiprocessing.reduction': 'ForkingPickler register',
    'multiprocessing.synchronize': 'Lock RLock Semaphore BoundedSemaphore Condition Event',
    'os':
        'altsep curdir pardir sep pathsep linesep defpath name path devnull SEEK_SET SEEK_CUR SEEK_END fsencode fsdecode get_exec_path fdopen '
        'extsep _exit CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED CLONE_FILES CLONE_FS CLONE_NEWCGROUP CLONE_NEWIPC '
        'CLONE_NEWNET CLONE_NEWNS CLONE_NEWPID CLONE_NEWTIME CLONE_NEWUSER CLONE_NEWUTS CLONE_SIGHAND CLONE_SYSVSEM CLONE_THREAD CLONE_VM '
        'DirEntry EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER '
        'EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK '
        'GRND_RANDOM MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB '
        'MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT NGROUPS_MAX O_ACCMODE '
        'O_APPEND O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW '
        'O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL '
        'POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_CLOSEFROM POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN '
        'PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_PGID P_PID P_PIDFD RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD '
        'RTLD_NOW RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK '
        'SCHED_RR SEEK_DATA SEEK_HOLE SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME '
        'ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TFD_CLOEXEC TFD_NONBLOCK TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET '
        'TMP_MAX WCONTINUED WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG '
        'WTERMSIG WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK abort access chdir chmod chown chroot close closerange '
        'copy_file_range cpu_count ctermid device_encoding dup dup2 environ error eventfd eventfd_read eventfd_write execv execve fchdir fchmod '
        'fchown fdatasync fork forkpty fspath fstat fstatvfs fsync ftruncate get_blocking get_inheritable get_terminal_size getcwd getcwdb '
        'getegid geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid getpriority getrandom getresgid '
        'getresuid getsid getuid getxattr grantpt initgroups isatty kill killpg lchown link listdir listxattr lockf login_tty lseek lstat major '
        'makedev memfd_create minor mkdir mkfifo mknod nice open openpty pidfd_open pipe pipe2 posix_fadvise posix_fallocate posix_openpt '
        'posix_spawn posix_spawnp pread preadv ptsname putenv pwrite pwritev read readlink readv register_at_fork remove removexattr rename '
        'replace rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler '
        'sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid '
        'seteuid setgid setgroups setns setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr splice stat '
        'stat_result statvfs statvfs_result strerror symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size timerfd_create '
        'timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns times times_result truncate ttyname umask uname uname_result '
        'unlink unlockpt unsetenv unshare urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode write writev '
        'makedirs removedirs renames walk fwalk execl execle execlp execlpe execvp execvpe getenv supports_bytes_environ environb getenvb P_WAIT '
        'P_NOWAIT P_NOWAITO spawnv spawnve spawnvp spawnvpe spawnl spawnle spawnlp spawnlpe popen',
    'posixpath':
        'normcase isabs join splitdrive splitroot split splitext basename dirname commonprefix getsize getmtime getatime getctime islink exists '
        'lexists isdir isfile ismount expanduser expandvars normpath abspath samefile sameopenfile samestat curdir pardir sep pathsep defpath '
        'altsep extsep devnull realpath supports_unicode_filenames relpath commonpath isjunction isdevdrive',
    'trace': 'Trace CoverageResults',
    'urllib.error': 'URLError HTTPError ContentTooShortError',
    'xml': 'dom parsers sax etree',
}


def of(module):
    names = LISTS[module.__name__].split()
    return tuple(names) if module.__name__.startswith('asyncio.') else names
