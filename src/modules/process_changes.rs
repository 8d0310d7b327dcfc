//! What becomes of a process by signals, and by becoming another program; how others hear of it.

use super::processes::{process_of, watcher};
use crate::machine::machine;
use crate::machine::pipe::os_error;
use crate::objects::exception::PyResult;
use crate::objects::function::SyncFn;
use crate::objects::interp::Stop;
use crate::objects::{Args, Interp, Value, ops};
use crate::vm::vm_of;

const SIGCONT: i32 = 18;
const SIGSTOP: i32 = 19;

/// `kill(pid, signal)`
fn kill(i: &mut dyn Interp, args: Args) -> PyResult {
    let [pid, signal] = args.exactly::<2>("kill")?;
    let (process, signal) = (process_of(i, &pid)?, ops::index(i, &signal)? as i32);
    if process.exit_code().is_some() {
        return Err(os_error(i, 3, "No such process"));
    }
    match signal {
        SIGCONT => process.set_stopped(i, None),
        SIGSTOP if process.id != machine(i).process().id => {
            process.set_stopped(i, Some(signal));
            return Ok(Value::None);
        }
        _ => {}
    }
    if process.id == machine(i).process().id {
        if machine(i).in_main_thread() {
            return crate::vm::signals::handle(vm_of(i), signal).map(|()| Value::None);
        }
        process.signals.send(signal);
    } else if signal == 9 {
        vm_of(i).end_process(&process, -signal);
    } else if signal != 0 {
        process.signals.send(signal);
    }
    Ok(Value::None)
}

/// Functions of `_processes`.
pub(super) const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("kill", kill),
    ("take_place_of", |i, args| {
        let [pid] = args.exactly::<1>("take_place_of")?;
        process_of(i, &pid)?.take_place_of(&machine(i).process());
        Ok(Value::None)
    }),
    ("end_as", |i, args| {
        let [code] = args.exactly::<1>("end_as")?;
        let code = ops::index(i, &code)? as i32;
        Err(i.stop(if code < 0 { Stop::Killed(-code) } else { Stop::Exited(code) }))
    }),
    ("watch_changes", |i, args| {
        let [pid, source] = args.exactly::<2>("watch_changes")?;
        process_of(i, &pid)?.watch_changes(watcher(&source)?);
        Ok(Value::None)
    }),
    ("change", |i, args| {
        let [pid, stopped, continued] = args.exactly::<3>("change")?;
        let (stopped, continued) = (ops::is_true(i, &stopped)?, ops::is_true(i, &continued)?);
        let status = process_of(i, &pid)?.take_change(stopped, continued);
        Ok(status.map(|status| Value::Int(status.into())).into())
    }),
];
