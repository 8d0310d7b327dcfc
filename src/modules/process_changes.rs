//! What becomes of a process by signals, and by becoming another program; how others hear of it.

use std::rc::Rc;

use super::process_pipes::watcher;
use super::processes::process_of;
use crate::machine::pipe::os_error;
use crate::machine::signals::SIGKILL;
use crate::machine::{Process, machine};
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
    let (process, signal) = (known(i, &pid)?, ops::index(i, &signal)? as i32);
    send(i, &process, signal)
}

/// `kill_group(group, signal)`: sends it to the others; whether the process that asks is in the group.
fn kill_group(i: &mut dyn Interp, args: Args) -> PyResult {
    let [group, signal] = args.exactly::<2>("kill_group")?;
    let (group, signal) = (ops::index(i, &group)?, ops::index(i, &signal)? as i32);
    let own = machine(i).process().id;
    let processes = machine(i).processes_of_group(group);
    if processes.is_empty() {
        return Err(os_error(i, 3, "No such process"));
    }
    for process in processes.iter().filter(|p| p.id != own) {
        send(i, process, signal)?;
    }
    Ok(Value::Bool(processes.iter().any(|p| p.id == own)))
}

/// The process of a pid that the system still knows.
fn known(i: &mut dyn Interp, pid: &Value) -> PyResult<Rc<Process>> {
    let process = process_of(i, pid)?;
    // Until its parent has asked for its end, a signal reaches it and does nothing.
    if process.exit_code().is_some() && process.is_collected(&machine(i)) {
        return Err(os_error(i, 3, "No such process"));
    }
    Ok(process)
}

fn send(i: &mut dyn Interp, process: &Rc<Process>, signal: i32) -> PyResult {
    if process.exit_code().is_some() {
        return Ok(Value::None);
    }
    match signal {
        SIGCONT | SIGKILL => process.set_stopped(i, None),
        SIGSTOP if process.id != machine(i).process().id => {
            process.set_stopped(i, Some(signal));
            return Ok(Value::None);
        }
        _ => {}
    }
    if signal == 0 {
        return Ok(Value::None);
    }
    if process.id == machine(i).process().id && machine(i).in_main_thread() {
        return crate::vm::signals::handle(vm_of(i), signal).map(|()| Value::None);
    }
    process.signals.send(signal);
    Ok(Value::None)
}

/// Functions of `_processes`.
pub(super) const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("kill", kill),
    ("kill_group", kill_group),
    ("exit_code", |i, args| {
        let [pid] = args.exactly::<1>("exit_code")?;
        Ok(process_of(i, &pid)?.exit_code().map(|code| Value::Int(code.into())).into())
    }),
    ("forgotten", |i, args| {
        let [pid] = args.exactly::<1>("forgotten")?;
        Ok(Value::Bool(process_of(i, &pid)?.is_forgotten()))
    }),
    ("group", |i, args| {
        let [pid] = args.exactly::<1>("group")?;
        Ok(Value::Int(known(i, &pid)?.group.get().into()))
    }),
    ("session", |i, args| {
        let [pid] = args.exactly::<1>("session")?;
        Ok(Value::Int(known(i, &pid)?.session.get().into()))
    }),
    ("set_group", |i, args| {
        let [pid, group] = args.exactly::<2>("set_group")?;
        let (process, group) = (known(i, &pid)?, ops::index(i, &group)?);
        process.group.set(group as i32);
        Ok(Value::None)
    }),
    ("begin_session", |i, args| {
        let [pid] = args.exactly::<1>("begin_session")?;
        let process = known(i, &pid)?;
        process.group.set(process.pid.get());
        process.session.set(process.pid.get());
        Ok(Value::None)
    }),
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
