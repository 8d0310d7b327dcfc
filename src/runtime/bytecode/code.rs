//! A compiled code block: instructions with constants, names, slots, the exception table and source positions.

use std::rc::Rc;

use num_bigint::BigInt;

use super::later::Later;
use super::op::{Instr, Op, flag};

/// A literal of the source. `Code` stands for a nested block (function, class body, lambda, comprehension).
#[derive(Clone, Debug)]
pub enum Const {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    BigInt(Rc<BigInt>),
    Float(f64),
    /// The imaginary part of `1j`.
    Imaginary(f64),
    /// A str literal; code points, because a literal may hold lone surrogates.
    Str(Rc<str>),
    /// A str literal that holds lone surrogates and so is no UTF-8.
    Surrogates(Rc<[u32]>),
    Bytes(Rc<[u8]>),
    Tuple(Rc<[Const]>),
    /// `x in {1, 2}` folded as CPython does.
    FrozenSet(Rc<[Const]>),
    Code(Rc<Code>),
}

/// What kind of block this is; the bits of CPython's `co_flags` under their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeFlags(pub u32);

impl CodeFlags {
    pub const OPTIMIZED: u32 = 0x1;
    pub const NEWLOCALS: u32 = 0x2;
    pub const VARARGS: u32 = 0x4;
    pub const VARKEYWORDS: u32 = 0x8;
    pub const NESTED: u32 = 0x10;
    pub const GENERATOR: u32 = 0x20;
    pub const COROUTINE: u32 = 0x80;
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    pub const ASYNC_GENERATOR: u32 = 0x200;
    pub const FUTURE_ANNOTATIONS: u32 = 0x100_0000;
    /// The library's text for what is C in CPython: it shows in no traceback and is nobody's place.
    pub const HIDDEN: u32 = 0x8000_0000;
    pub fn has(self, bit: u32) -> bool {
        self.0 & bit != 0
    }
}

/// The parameters, in slot order: positional (positional-only first), keyword-only, then `*args`, then `**kwargs`,
/// as in CPython's `co_varnames`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Params {
    /// Positional parameters, positional-only ones included.
    pub positional: u16,
    pub positional_only: u16,
    pub keyword_only: u16,
}

/// Source range of an instruction: lines from 1, columns in UTF-8 bytes from 0, as `co_positions()` gives them.
/// `line == 0`: the instruction has no place of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u16,
    pub end_column: u16,
}

/// One row of the exception table. Rows do not overlap partially; the innermost one that holds the pc is found first
/// (they are ordered innermost first for equal starts, and the search takes the first row that matches).
///
/// When an exception is raised at `start <= pc < end`: slots from `depth` up are emptied, highest first, the exception
/// is stored in slot `depth`, and execution goes on at `target`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u16,
    /// The row is a compiler's clean-up (it re-raises): it does not count as the program handling the exception.
    pub cleanup: bool,
}

/// A comprehension's variable: it has a temporary of the frame around (PEP 709) from one instruction to another.
#[derive(Clone, Debug)]
pub struct InlinedVariable {
    pub name: Rc<str>,
    pub slot: u16,
    pub start: u32,
    pub end: u32,
}

/// A compiled block. Slots of a frame: `locals` (parameters first), then `cells` that are no locals, then `free`
/// variables, then temporaries up to `slots`.
#[derive(Clone, Debug, Default)]
pub struct Code {
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    /// Of a text of the library that stands for another file of CPython's: that file.
    pub file: Option<Rc<str>>,
    pub flags: CodeFlags,
    pub params: Params,
    pub first_line: u32,
    pub instrs: Vec<Instr>,
    /// One for each instruction.
    pub positions: Vec<Position>,
    pub handlers: Vec<Handler>,
    pub consts: Vec<Const>,
    /// Names of attributes, globals, imports and keywords used by the instructions.
    pub names: Vec<Rc<str>>,
    /// Slot names, parameters first. A local that is also a cell keeps its slot: `MakeCell` wraps it at the start.
    pub locals: Vec<Rc<str>>,
    /// Names of slots `locals.len()..`: cells of this block that are not among `locals` (such as `__class__`).
    pub cells: Vec<Rc<str>>,
    /// Names of slots `locals.len() + cells.len()..`: cells taken from the enclosing function's closure, in order.
    pub free: Vec<Rc<str>>,
    /// The names of locals and of those comprehensions together, as the source mentions them; empty without the latter.
    pub named: Vec<Rc<str>>,
    /// The variables of comprehensions that run in this block's frame.
    pub inlined: Vec<InlinedVariable>,
    /// Number of slots of a frame.
    pub slots: u16,
    /// The docstring, if the body begins with one.
    pub doc: Option<Rc<str>>,
    /// Constant `~`s of a bool in the whole text: of each, who had it compiled is to be warned.
    pub inverted_bools: u16,
    /// Number of inline-cache sites (operand `site` of `LoadAttr` … and of `LoadGlobal` counts these).
    pub sites: Vec<u16>,
    /// The block with its body, where this is but its outline: names, parameters, what it takes of its closure.
    pub later: Option<Rc<Later>>,
}

impl Code {
    /// The slot of the first free variable.
    pub fn first_free(&self) -> usize {
        self.locals.len() + self.cells.len()
    }

    /// The slot of the first temporary.
    pub fn first_temp(&self) -> usize {
        self.first_free() + self.free.len()
    }

    /// The same code, looked at before each instruction as where a line begins, so that threads can be switched there.
    /// No line begins by that: the instructions are those of the line that has begun.
    pub fn interruptible(mut self) -> Code {
        let mut line = 0;
        for (instr, position) in self.instrs.iter_mut().zip(&self.positions) {
            if instr.flags & flag::LINE != 0 {
                line = position.line;
            } else if position.line == line && line > 0 && instr.op != Op::JumpBack {
                instr.flags |= flag::LINE;
            }
        }
        self.with_inner(Code::interruptible)
    }

    /// The same block with those directly inside it (functions, class bodies) changed.
    pub fn with_inner(mut self, change: impl Fn(Code) -> Code) -> Code {
        for constant in &mut self.consts {
            if matches!(constant, Const::Code(_))
                && let Const::Code(code) = std::mem::replace(constant, Const::None)
            {
                *constant = Const::Code(Rc::new(change(Rc::unwrap_or_clone(code))));
            }
        }
        self
    }

    /// The handler of an exception raised at instruction `pc`, if the block has one.
    pub fn handler_at(&self, pc: u32) -> Option<&Handler> {
        self.handlers.iter().find(|h| h.start <= pc && pc < h.end)
    }
}
