"""Named pipes: who opens one waits until somebody opens its other side."""
import _files
import _pipes
import _processes

O_NONBLOCK = 0o4000


class Fifo:
    """What stands under the name, for all processes."""

    def __init__(self):
        # Closed ends of the pipe, of which those that are open are made; who waits to read, and who to write.
        self._ends, self._waiting = None, ([], [])

    def __len__(self):
        return 0


def _open_end(fifo, writes, waits):
    """An end; None: it must not wait, and nobody reads. No method: the process that has made the pipe may be gone."""
    if fifo._ends is None or not any(end.others for end in fifo._ends):
        fifo._ends = _processes.pipe()
        for end in fifo._ends:
            end.close()
    if writes and not waits and not fifo._ends[1].others:
        return None
    end = fifo._ends[writes].duplicate()
    for gate in fifo._waiting[not writes]:
        gate.release()
    if waits and not end.others:
        gate = _processes.Semaphore(0, 1 << 20)
        fifo._waiting[writes].append(gate)
        try:
            gate.acquire(True, None)
        except BaseException:
            end.close()
            raise
        finally:
            fifo._waiting[writes].remove(gate)
    return end


class _Opened(_pipes.Descriptor):
    """What is open to read, or to write."""
    is_inherited = True

    def inherit(self):
        """It is the copy of what the process has that has forked this one off."""
        self._watched = None


class _Both(_Opened):
    """What is open to read and to write."""

    def __init__(self, reader, writer, number):
        super().__init__(reader, number)
        self._writer = writer

    def write(self, data):
        self._writer.write(data)
        return len(data)

    def close(self):
        self._writer.close()
        super().close()


def make(path, mode=0o666, *, dir_fd=None):
    """`os.mkfifo`"""
    if dir_fd is not None:
        path = _files.seen_from(dir_fd, path)
    try:
        node, here, name = _files.walk_to(_files._text(path, 'mkfifo'))
    except OSError as err:
        raise OSError(err.errno, err.strerror) from None
    if node is not None:
        raise FileExistsError(17, 'File exists')
    if not here.mode & 0o200:
        raise PermissionError(13, 'Permission denied')
    here.entries[name] = _files.Node(0o010000 | mode & 0o7777 & ~_files.masked, None, Fifo())


def open_fifo(node, flags, path):
    """The number of an end."""
    way, waits, fifo = flags & 3, not flags & O_NONBLOCK, node.data
    if way == 2:
        ends = _open_end(fifo, False, False), _open_end(fifo, True, False)
    else:
        ends = _open_end(fifo, way == 1, waits),
    if ends[0] is None:
        raise OSError(6, 'No such device or address', path)
    number = _files.new_descriptor(node)
    opened = (_Opened if way < 2 else _Both)(*ends, number)
    opened.options['blocking'] = waits
    return number
