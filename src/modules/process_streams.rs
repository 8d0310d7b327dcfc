//! Where the standard streams of processes go, and how a process leads its own elsewhere (`os.dup2`).

use std::cell::RefCell;
use std::rc::Rc;

use super::process_pipes::end_of;
use super::processes::classes;
use crate::machine::pipe::{PipeEnd, hold};
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::{Args, Interp, Value, ops};
use crate::trace::Stream;
use crate::vm::{Output, Vm, vm_of};

/// Where a standard stream went before it was led elsewhere.
struct Former(RefCell<Output>);

impl Native for Former {}

pub(super) fn stream_class() -> Rc<Class> {
    NativeClass::new("Stream", "_processes", &[], |_, _, _| Err(type_error("cannot create 'Stream' instances")))
        .sync("close", |i, args| {
            let former = receiver::<Former>(&args.values[0], "Stream", "close")?;
            if let Output::Pipe { end, .. } = former.0.replace(Output::Nowhere) {
                end.close(i);
            }
            Ok(Value::None)
        })
        .finish()
}

/// `redirect(number, given)`: leads one of the process's own streams where [`output`] says; gives where it went.
pub(super) fn redirect(i: &mut dyn Interp, args: Args) -> PyResult {
    let [number, given] = args.exactly::<2>("redirect")?;
    let stream = if ops::index(i, &number)? == 1 { Stream::Stdout } else { Stream::Stderr };
    i.flush(stream);
    let new = output(i, &given, stream, true)?;
    let former = std::mem::replace(&mut vm_of(i).outputs[stream as usize], new);
    hold_outputs(vm_of(i));
    Ok(Object::with_native(classes(i).stream.clone(), Former(RefCell::new(former))))
}

/// Where a child's stream goes: None as the parent's, False nowhere, a pipe's end, or the place of a file.
pub(super) fn output(i: &mut dyn Interp, given: &Value, stream: Stream, unbuffered: bool) -> PyResult<Output> {
    let piped = |end: Rc<PipeEnd>| {
        let buffer = (stream == Stream::Stdout && !unbuffered).then(Vec::new);
        Output::Pipe { end: end.duplicate(), buffer }
    };
    let inherited = match given {
        Value::None => Some(stream as usize),
        // The other one of this process's own.
        Value::Int(number @ 1..=2) => Some(*number as usize - 1),
        _ => None,
    };
    Ok(match given {
        Value::None | Value::Int(_) => same_as(&vm_of(i).outputs[inherited.unwrap_or(stream as usize)], piped),
        Value::Bool(false) => Output::Nowhere,
        given if given.native::<Former>().is_some() => {
            same_as(&receiver::<Former>(given, "Stream", "redirect")?.0.borrow(), piped)
        }
        given if given.native::<Rc<PipeEnd>>().is_some() => piped(end_of(given)?),
        file => Output::File(file.clone()),
    })
}

/// Another holder of where a stream goes.
fn same_as(output: &Output, piped: impl FnOnce(Rc<PipeEnd>) -> Output) -> Output {
    match output {
        Output::Terminal(own) => Output::Terminal(*own),
        Output::Nowhere => Output::Nowhere,
        Output::File(file) => Output::File(file.clone()),
        Output::Pipe { end, .. } => piped(end.clone()),
    }
}

/// Where the output of a process goes is closed with it.
pub(super) fn hold_outputs(vm: &mut Vm) {
    for stream in [Stream::Stdout, Stream::Stderr] {
        if let Output::Pipe { end, .. } = &vm.outputs[stream as usize] {
            let end = end.clone();
            hold(vm, &end);
        }
    }
}
