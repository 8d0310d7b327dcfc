//! The texts of which the program has made code, by which the library tells what CPython would have made of them.

use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use crate::bytecode::{Code, Const};
use crate::compiler::Mode;
use crate::objects::args::Args;
use crate::objects::code::CodeObject;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::hasher::FastMap;
use crate::objects::interp::Interp;
use crate::objects::value::Value;

enum Kept {
    Always(Rc<CodeObject>),
    WhileThere(Weak<CodeObject>),
}

impl Kept {
    fn code(&self) -> Option<Rc<CodeObject>> {
        match self {
            Kept::Always(code) => Some(code.clone()),
            Kept::WhileThere(code) => code.upgrade(),
        }
    }
}

/// What `compile`, `exec` and `eval` have made code of, if it is compiled as it stands: the latest texts, and all since `dis` or
/// `marshal` was imported.
#[derive(Default)]
pub struct CompiledTexts {
    texts: VecDeque<(Kept, Rc<str>, Mode)>,
    /// How many have gone before the first of them: its number.
    gone: usize,
    /// The number of the text of which a block is, as far as somebody has asked. Code that is there keeps its blocks.
    blocks: FastMap<*const Code, usize>,
    /// The number of the first text whose blocks are not among them.
    unknown: usize,
}

impl CompiledTexts {
    const MOST_KEPT: usize = 100;
    const LONGEST_KEPT: usize = 100_000;

    pub fn keep(&mut self, code: &Rc<CodeObject>, source: &str, mode: Mode, all: bool) {
        if all || source.len() <= Self::LONGEST_KEPT {
            if !all && self.texts.len() >= Self::MOST_KEPT {
                self.texts.pop_front();
                self.gone += 1;
            }
            let kept = if all { Kept::Always(code.clone()) } else { Kept::WhileThere(Rc::downgrade(code)) };
            self.texts.push_back((kept, source.into(), mode));
        }
    }

    /// `code`, if it was made last, stays: the program cannot have it itself, but functions that are made in it.
    pub fn hold(&mut self, code: &Rc<CodeObject>) {
        if let Some((kept @ Kept::WhileThere(_), ..)) = self.texts.back_mut()
            && matches!(kept, Kept::WhileThere(last) if last.as_ptr() == Rc::as_ptr(code))
        {
            *kept = Kept::Always(code.clone());
        }
    }

    fn find(&mut self, code: &Code) -> Option<(Rc<CodeObject>, &str, Mode)> {
        if self.unknown < self.gone {
            self.unknown = self.gone;
        }
        while let Some((kept, ..)) = self.texts.get(self.unknown - self.gone) {
            let outer = kept.code();
            let mut left: Vec<&Code> = outer.iter().map(|outer| &*outer.code).collect();
            while let Some(block) = left.pop() {
                self.blocks.insert(std::ptr::from_ref(block), self.unknown);
                left.extend(block.consts.iter().filter_map(|constant| match constant {
                    Const::Code(inner) => Some(&**inner),
                    _ => None,
                }));
            }
            self.unknown += 1;
        }
        let number = self.blocks.get(&std::ptr::from_ref(code))?.checked_sub(self.gone)?;
        let (kept, text, mode) = self.texts.get(number)?;
        Some((kept.code()?, text, *mode))
    }
}

/// `_frames.compiled_text(code)`: the whole text's code, the text and its mode; None: it is not known.
pub fn compiled_text(i: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.exactly("compiled_text")?;
    let Value::Code(code) = &given else { return Err(type_error("expected a code object")) };
    let found = i.states().get::<CompiledTexts>().find(&code.code);
    Ok(found.map_or(Value::None, |(outer, text, mode)| {
        let mode = match mode {
            Mode::Module | Mode::Exec => "exec",
            Mode::Eval => "eval",
            Mode::Single => "single",
        };
        Value::tuple([Value::Code(outer), Value::from(text), Value::from(mode)])
    }))
}
