//! The code of functions, made ready to run when one is first called or looked at.

use std::cell::{Cell, OnceCell};
use std::ops::Deref;
use std::rc::Rc;

use super::code::{CodeObject, Shortcut};
use super::naming::Names;
use super::symbol::Symbol;
use crate::bytecode::Code;

/// A block within another one: most of a library's are never run.
pub struct LazyCode {
    /// In its outline, if its body is not compiled yet.
    code: Rc<Code>,
    filename: Rc<str>,
    naming: OnceCell<Rc<Names>>,
    shortcut: Cell<Option<Shortcut>>,
    made: OnceCell<Rc<CodeObject>>,
}

impl LazyCode {
    pub fn new(code: Rc<Code>, filename: &Rc<str>) -> Rc<LazyCode> {
        Rc::new(LazyCode {
            code,
            filename: filename.clone(),
            naming: OnceCell::new(),
            shortcut: Cell::new(None),
            made: OnceCell::new(),
        })
    }

    /// The code object: all functions of the block share it.
    pub fn get(&self) -> &Rc<CodeObject> {
        self.made.get_or_init(|| {
            let code = self.code.later.as_ref().map_or(&self.code, |later| later.code());
            let made = CodeObject::named(code.clone(), &self.filename, self.naming.clone());
            if let Some(shortcut) = self.shortcut.get() {
                made.set_shortcut(shortcut);
            }
            made
        })
    }

    /// `__name__` and `__qualname__` of its functions.
    pub fn naming(&self) -> &Rc<Names> {
        self.naming.get_or_init(|| names_of(&self.code))
    }
}

impl From<Rc<CodeObject>> for LazyCode {
    fn from(made: Rc<CodeObject>) -> LazyCode {
        LazyCode {
            code: made.code.clone(),
            filename: made.filename.clone(),
            naming: made.naming().clone().into(),
            shortcut: Cell::new(None),
            made: made.into(),
        }
    }
}

/// What functions of a block are called.
pub(super) fn names_of(code: &Code) -> Rc<Names> {
    let value = |text: &str| Symbol::new(text).value();
    Rc::new(Names { name: value(&code.name), qualname: value(&code.qualname) })
}

/// The code of a function: what it was made with, or what `__code__` was set to last.
pub struct FunctionCode {
    /// Empty until somebody wants it.
    made: OnceCell<Rc<CodeObject>>,
    /// What makes it then.
    of: Option<Rc<LazyCode>>,
    /// What it was set to afterwards. Nothing goes while the function lives: whoever runs it borrows its code.
    set_to: OnceCell<Box<FunctionCode>>,
}

impl FunctionCode {
    #[cold]
    #[inline(never)]
    fn latest(&self) -> &Rc<CodeObject> {
        let last = self.last();
        last.made.get_or_init(|| last.of.as_ref().expect("there is what makes it").get().clone())
    }

    fn last(&self) -> &FunctionCode {
        let mut last = self;
        while let Some(next) = last.set_to.get() {
            last = next;
        }
        last
    }

    /// The file of the text in which a `def` has made the function, whatever its code says.
    pub fn text(&self) -> Option<&Rc<str>> {
        self.of.as_ref().map(|lazy| &lazy.filename)
    }

    /// `function.__code__ = code`
    pub fn set(&self, code: Rc<CodeObject>) {
        _ = self.last().set_to.set(Box::new(code.into()));
    }

    /// That of another function of the same code.
    pub fn share(&self) -> FunctionCode {
        let last = self.last();
        FunctionCode { made: last.made.clone(), of: last.of.clone(), set_to: OnceCell::new() }
    }

    /// What calls do instead of running the code, where they can.
    pub fn set_shortcut(&self, shortcut: Shortcut) {
        match &self.of {
            Some(lazy) if self.made.get().is_none() && lazy.made.get().is_none() => lazy.shortcut.set(Some(shortcut)),
            _ => self.latest().set_shortcut(shortcut),
        }
    }
}

impl From<Rc<CodeObject>> for FunctionCode {
    fn from(code: Rc<CodeObject>) -> FunctionCode {
        FunctionCode { made: code.into(), of: None, set_to: OnceCell::new() }
    }
}

impl From<&Rc<LazyCode>> for FunctionCode {
    fn from(lazy: &Rc<LazyCode>) -> FunctionCode {
        match lazy.made.get() {
            Some(code) => code.clone().into(),
            None => FunctionCode { made: OnceCell::new(), of: Some(lazy.clone()), set_to: OnceCell::new() },
        }
    }
}

impl Deref for FunctionCode {
    type Target = Rc<CodeObject>;

    #[inline(always)]
    fn deref(&self) -> &Rc<CodeObject> {
        match (self.set_to.get(), self.made.get()) {
            (None, Some(code)) => code,
            _ => self.latest(),
        }
    }
}
