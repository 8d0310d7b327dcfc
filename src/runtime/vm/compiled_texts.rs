//! The texts of which programs have had code made: for who wants to know what CPython would have made of one.

use std::rc::Rc;

use crate::bytecode::{Code, Const};
use crate::compiler::Mode;
use crate::objects::args::Args;
use crate::objects::code::CodeObject;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::hasher::FastMap;
use crate::objects::interp::Interp;
use crate::objects::value::Value;

/// The texts of which `compile`, `exec` and `eval` have made code for the program since `dis` or `marshal` was imported, if compiled
/// as they stand.
#[derive(Default)]
pub struct CompiledTexts {
    texts: Vec<(Rc<CodeObject>, Rc<str>, Mode)>,
    /// Which text a block is of, as far as somebody has asked; the texts keep the blocks.
    blocks: FastMap<*const Code, usize>,
    /// How many texts' blocks are among them.
    known: usize,
}

impl CompiledTexts {
    pub fn push(&mut self, code: Rc<CodeObject>, text: Rc<str>, mode: Mode) {
        self.texts.push((code, text, mode));
    }

    fn find(&mut self, code: &Code) -> Option<&(Rc<CodeObject>, Rc<str>, Mode)> {
        while let Some((outer, ..)) = self.texts.get(self.known) {
            let mut left = vec![&*outer.code];
            while let Some(block) = left.pop() {
                self.blocks.insert(std::ptr::from_ref(block), self.known);
                left.extend(block.consts.iter().filter_map(|constant| match constant {
                    Const::Code(inner) => Some(&**inner),
                    _ => None,
                }));
            }
            self.known += 1;
        }
        self.blocks.get(&std::ptr::from_ref(code)).map(|number| &self.texts[*number])
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
        Value::tuple([Value::Code(outer.clone()), Value::from(&**text), Value::from(mode)])
    }))
}
