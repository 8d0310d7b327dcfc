//! What the callbacks of asyncio's servers, connections and subprocesses are for: their names say it to those who know them.

use crate::scene::say::Template;
use crate::scene::texts;

/// What a callback does, by its qualified name in Lib/asyncio; `None`: it is none of these.
pub fn does(qualname: &str) -> Option<Template> {
    Some(match qualname {
        "Server._accept_connection" => texts::DOES_ACCEPT,
        "_sock_connect_cb" => texts::DOES_CONNECT,
        "_sock_ready" => texts::DOES_TRY_AGAIN,
        "BaseSelectorEventLoop._sock_read_done"
        | "BaseSelectorEventLoop._sock_write_done"
        | "_sock_connect.<locals>.<lambda>" => texts::DOES_UNWATCH,
        "_SelectorTransport._start_reading" => texts::DOES_WATCH,
        "_UnixWritePipeTransport._start_reading" => texts::DOES_WATCH_PIPE,
        "_UnixWritePipeTransport._read_ready" => texts::DOES_READ_CLOSED,
        "_SelectorSocketTransport._read_ready" | "_UnixReadPipeTransport._read_ready" => texts::DOES_READ,
        "_SelectorDatagramTransport._read_ready" => texts::DOES_READ_DATAGRAM,
        "_SelectorSocketTransport._write_ready" | "_UnixWritePipeTransport._write_ready" => texts::DOES_WRITE,
        "_SelectorSocketTransport._call_connection_lost" | "_SelectorTransport._call_connection_lost" => {
            texts::DOES_CLOSE
        }
        "_PipeTransport._call_connection_lost" => texts::DOES_CLOSE_PIPE,
        "_set_result_unless_cancelled" => texts::DOES_END_WAIT,
        "BaseSubprocessTransport._process_exited" => texts::DOES_PROCESS_EXITED,
        "BaseSubprocessTransport._call_connection_lost" => texts::DOES_PROCESS_OVER,
        "SubprocessStreamProtocol.connection_made" => texts::DOES_PROCESS_BEGUN,
        "SubprocessStreamProtocol.process_exited" => texts::DOES_TELL_EXITED,
        "SubprocessStreamProtocol.pipe_data_received" => texts::DOES_PIPE_READ,
        "SubprocessStreamProtocol.pipe_connection_lost" => texts::DOES_PIPE_LOST,
        "WriteSubprocessPipeProto.connection_made" | "ReadSubprocessPipeProto.connection_made" => texts::DOES_PIPE_MADE,
        "ReadSubprocessPipeProto.eof_received" => texts::DOES_PIPE_END,
        "StreamReaderProtocol.eof_received" => texts::DOES_END,
        "StreamReaderProtocol.connection_made" => texts::DOES_TELL_MADE,
        "StreamReaderProtocol.connection_made.<locals>.callback" => texts::DOES_LOOK_AFTER,
        _ => return None,
    })
}
