//! `_processes.split`, of which `os.fork` is made: a process with a copy of what this one has, that goes on where this
//! one stands.

use super::fork::Copier;
use super::processes::{forked_child, member};
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::interp::not_supported;
use crate::objects::{Args, Flow, Interp, PyResult, Value};
use crate::vm::{Standing, vm_of};

/// `split(command, settings)`: the child's pid; 0 in the child.
pub fn split(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [command, settings] = args.exactly::<2>("split")?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        cx.enter(|i| {
            let frames = match vm_of(i).standing() {
                Ok(frames) => frames,
                Err(among) => {
                    return Err(not_supported(i, &format!("os.fork inside {among}"), Some("multiprocessing")));
                }
            };
            forked_child(i, command.text_or_empty(), settings, |vm, parent, main| {
                let mut copier = Copier::new(vm, parent, main);
                copier.copy_main();
                let frames = frames.into_iter().map(|frame| AnyFrame::Python(copied(&mut copier, frame))).collect();
                copier.finish();
                let set_up = member(vm, "_child", "set_up")?;
                vm.call(&set_up, Args::none())?;
                vm.take_up(frames, Value::Int(0));
                Ok(())
            })
        })
    }))
}

/// The same frame of the forked process.
pub(super) fn copied(copier: &mut Copier, frame: Standing) -> Box<Frame> {
    Box::new(Frame {
        slots: frame.slots.iter().map(|value| copier.copy(value)).collect(),
        globals: copier.namespace(&frame.globals),
        namespace: frame.namespace.map(|namespace| copier.copy(&namespace)),
        instance: copier.copy(&frame.instance),
        then: None,
        code: frame.code,
        pc: frame.pc,
        line: frame.line,
        after: frame.after,
        handled: frame.handled,
        generator: None,
        object: None,
        running: None,
        holds_more: true,
        next: None,
    })
}
