//! The texts of which the program has made code, by which the library tells what CPython would have made of them.

use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use crate::compiler::Mode;
use crate::objects::code::CodeObject;

enum Kept {
    Always(Rc<CodeObject>),
    WhileThere(Weak<CodeObject>),
}

/// What `compile`, `exec` and `eval` have made code of, if it is compiled as it stands: the latest texts, and all since `dis` or
/// `marshal` was imported.
#[derive(Default)]
pub struct CompiledTexts(VecDeque<(Kept, Rc<str>, Mode)>);

impl CompiledTexts {
    const MOST_KEPT: usize = 100;
    const LONGEST_KEPT: usize = 100_000;

    pub fn keep(&mut self, code: &Rc<CodeObject>, source: &str, mode: Mode, all: bool) {
        if all || source.len() <= Self::LONGEST_KEPT {
            if !all && self.0.len() >= Self::MOST_KEPT {
                self.0.pop_front();
            }
            let kept = if all { Kept::Always(code.clone()) } else { Kept::WhileThere(Rc::downgrade(code)) };
            self.0.push_back((kept, source.into(), mode));
        }
    }

    /// `code`, if it was made last, stays: the program cannot have it itself, but functions that are made in it.
    pub fn hold(&mut self, code: &Rc<CodeObject>) {
        if let Some((kept @ Kept::WhileThere(_), ..)) = self.0.back_mut()
            && matches!(kept, Kept::WhileThere(last) if last.as_ptr() == Rc::as_ptr(code))
        {
            *kept = Kept::Always(code.clone());
        }
    }

    /// What is still there, the latest first.
    pub fn rows(&self) -> impl Iterator<Item = (Rc<CodeObject>, &str, Mode)> {
        self.0.iter().rev().filter_map(|(kept, text, mode)| {
            let code = match kept {
                Kept::Always(code) => code.clone(),
                Kept::WhileThere(code) => code.upgrade()?,
            };
            Some((code, &**text, *mode))
        })
    }
}
