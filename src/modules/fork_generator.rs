//! What a forked process has of the generators of its parent: its own, where they stand.

use std::rc::Rc;

use super::fork::Copier;
use super::fork_here::copied;
use crate::objects::Value;
use crate::objects::frame::AnyFrame;
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState};
use crate::vm::Standing;

impl Copier<'_> {
    /// A generator that nobody runs, with those that it delegates to. None: it runs, or is in the midst of something that
    /// only one process can go on with.
    pub(super) fn copy_generator(&mut self, generator: &Rc<Generator>, address: usize) -> Option<Value> {
        if generator.kind != GeneratorKind::Generator {
            return None;
        }
        let (frames, has_begun) = match &*generator.state.borrow() {
            GeneratorState::Created(frame) => (vec![standing(frame)?], false),
            GeneratorState::Suspended(frames) => (frames.iter().map(standing).collect::<Option<Vec<_>>>()?, true),
            GeneratorState::Closed => (Vec::new(), true),
            // Its copy is made with that of the one that delegates to it.
            GeneratorState::Chained(root) => {
                let root = root.upgrade()?;
                self.copy(&Value::Generator(root));
                return self.known.get(&address).cloned();
            }
            _ => return None,
        };
        if frames.iter().skip(1).any(|(_, own)| own.as_ref().is_none_or(|own| own.kind != GeneratorKind::Generator)) {
            return None;
        }
        let root = self.twin(generator, GeneratorState::Closed);
        // What its frames hold may lead back to it, and to those that it delegates to.
        let chained =
            |own: Option<Rc<Generator>>| own.map(|own| self.twin(&own, GeneratorState::Chained(Rc::downgrade(&root))));
        let (frames, owners): (Vec<Standing>, Vec<_>) = frames.into_iter().unzip();
        let owners: Vec<_> = owners.into_iter().map(chained).collect();
        let mut copies = Vec::new();
        for (frame, owner) in frames.into_iter().zip(owners) {
            let mut copy = copied(self, frame);
            copy.generator = owner;
            copies.push(AnyFrame::Python(copy));
        }
        if has_begun && !copies.is_empty() {
            root.state.replace(GeneratorState::Suspended(copies));
        } else if let Some(frame) = copies.pop() {
            root.state.replace(GeneratorState::Created(frame));
        }
        Some(Value::Generator(root))
    }

    fn twin(&mut self, generator: &Rc<Generator>, state: GeneratorState) -> Rc<Generator> {
        let twin = Generator::in_state(generator.kind, generator.naming.clone(), generator.code.clone(), state);
        twin.origin_line.set(generator.origin_line.get());
        let (original, copy) = (Value::Generator(generator.clone()), Value::Generator(twin.clone()));
        self.know(Rc::as_ptr(generator) as usize, &original, copy);
        twin
    }
}

/// What a frame goes on with, and the generator whose frame it is, unless that is the outermost.
fn standing(frame: &AnyFrame) -> Option<(Standing, Option<Rc<Generator>>)> {
    let AnyFrame::Python(frame) = frame else { return None };
    Some((Standing::of(frame)?, frame.generator.clone()))
}
