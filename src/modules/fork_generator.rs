//! What a forked process has of the generators of its parent: its own, where they stand.

use std::rc::Rc;

use super::fork::Copier;
use super::fork_here::copied;
use crate::objects::Value;
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState};
use crate::vm::Standing;

impl Copier<'_> {
    /// A generator with a frame of its own that nobody runs, or none any more. None: it runs, or is in the midst of
    /// something that only one process can go on with.
    pub(super) fn copy_generator(&mut self, generator: &Rc<Generator>, address: usize) -> Option<Value> {
        if generator.kind != GeneratorKind::Generator {
            return None;
        }
        let (frame, has_begun) = match &*generator.state.borrow() {
            GeneratorState::Created(AnyFrame::Python(frame)) => (Some(standing(frame)?), false),
            GeneratorState::Suspended(frames) => match &frames[..] {
                [AnyFrame::Python(frame)] => (Some(standing(frame)?), true),
                _ => return None,
            },
            GeneratorState::Closed => (None, true),
            _ => return None,
        };
        let (naming, code) = (generator.naming.clone(), generator.code.clone());
        let copy = Generator::in_state(generator.kind, naming, code, GeneratorState::Closed);
        copy.origin_line.set(generator.origin_line.get());
        // What its frame holds may lead back to it.
        self.know(address, &Value::Generator(generator.clone()), Value::Generator(copy.clone()));
        if let Some(frame) = frame {
            let frame = AnyFrame::Python(copied(self, frame));
            copy.state.replace(match has_begun {
                true => GeneratorState::Suspended(vec![frame]),
                false => GeneratorState::Created(frame),
            });
        }
        Some(Value::Generator(copy))
    }
}

fn standing(frame: &Frame) -> Option<Standing> {
    frame.then.is_none().then(|| Standing {
        code: frame.code.clone(),
        pc: frame.pc,
        line: frame.line,
        slots: frame.slots.clone(),
        globals: frame.globals.clone(),
        namespace: frame.namespace.clone(),
        after: frame.after,
        handled: frame.handled.clone(),
        instance: frame.instance.clone(),
    })
}
