//! A code object ready to run: constants as values, names interned, inline caches empty.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use super::containers::{Complex, Set};
use super::function_code::{LazyCode, names_of};
use super::header::Header;
use super::interp::Interp;
use super::naming::Names;
use super::set::SetData;
use super::symbol::Symbol;
use super::value::Value;
use crate::bytecode::{Code, CodeFlags, Const, Instr, Op, flag, fuse};

/// What an inline cache remembers. It holds for one class in one epoch.
#[derive(Clone, Copy, Default)]
pub struct Cached {
    /// Serial of the instance's class; 0: nothing is cached.
    pub class: u32,
    pub epoch: u32,
    /// Place of the attribute in the instance's (or the module's) map.
    pub position: u32,
}

/// One place in the code that looks a name up.
pub struct Site {
    pub name: Symbol,
    pub cached: Cell<Cached>,
    /// The function found by `LoadMethod`, or the builtin found by `LoadGlobal`.
    pub value: RefCell<Value>,
}

impl Site {
    /// Empties the cache.
    pub(super) fn forget(&self) {
        self.cached.set(Cached::default());
        drop(self.value.take());
    }
}

/// What a function of the library does natively in its common case, with the arguments in place; `None`: nothing has
/// happened, and its code is to run. The arguments are positional ones as they were given; then, where it did not know
/// those, one for each parameter, as for the code.
pub type Shortcut = fn(&mut dyn Interp, &mut [Value]) -> Option<Value>;

/// A code object.
pub struct CodeObject {
    pub header: Header,
    pub code: Rc<Code>,
    pub instrs: Box<[Instr]>,
    /// The same with `Line` wherever a line begins, once the block has run with lines recorded.
    marked: OnceCell<Box<[Instr]>>,
    /// What frames run instead that a profile function is told of ([`CodeObject::stopping_at_calls`]); None: this is it.
    stopping: OnceCell<Option<Rc<CodeObject>>>,
    pub filename: Rc<str>,
    /// Unset where a block stands ([`CodeObject::block`]).
    pub consts: Box<[Value]>,
    /// The blocks among the constants, with their numbers.
    blocks: Box<[(usize, Rc<LazyCode>)]>,
    pub names: Box<[Symbol]>,
    pub locals: Box<[Symbol]>,
    pub sites: Box<[Site]>,
    pub slots: usize,
    pub first_free: usize,
    /// Positional parameters, of a function without `*args`, `**kwargs` and keyword-only ones; `u16::MAX` otherwise:
    /// such a call needs no binding.
    pub simple_arity: u16,
    /// The block makes a generator, coroutine or async generator when called.
    pub suspends: bool,
    /// With so many positional arguments a call needs but a frame; `u16::MAX`: never, since the block suspends, has a
    /// shortcut, or its arguments need binding.
    pub enters_with: Cell<u16>,
    /// As `enters_with`, of a coroutine function whose call is awaited where it stands.
    pub awaits_with: Cell<u16>,
    /// What a call does instead of running the code, where it can.
    pub shortcut: Cell<Option<Shortcut>>,
    /// Its number in the trace, once it has one; 0: none yet.
    pub trace_id: Cell<u16>,
    /// What functions of the code are called, once there has been one.
    naming: OnceCell<Rc<Names>>,
    /// The names of calls' keyword arguments by the number of their constant, as far as such calls have been made.
    keyword_names: RefCell<Vec<(u32, Rc<[Symbol]>)>>,
    /// Of a copy (`code.replace()`): what it is one of.
    pub copied: Option<Box<Copied>>,
}

/// What a code object has been copied of: never a copy itself.
#[derive(Clone)]
pub struct Copied {
    pub of: Rc<CodeObject>,
    /// `co_consts`, if the copy has been given others.
    pub constants: Option<Value>,
}

impl Drop for CodeObject {
    fn drop(&mut self) {
        self.header.tell();
    }
}

impl CodeObject {
    /// It is C in CPython, or not there at all.
    pub fn is_hidden(&self) -> bool {
        self.code.flags.has(CodeFlags::HIDDEN)
    }

    pub fn new(code: Rc<Code>, filename: &Rc<str>) -> Rc<CodeObject> {
        CodeObject::named(code, filename, OnceCell::new())
    }

    /// With what its functions are called, if there has been one.
    pub(super) fn named(code: Rc<Code>, filename: &Rc<str>, naming: OnceCell<Rc<Names>>) -> Rc<CodeObject> {
        use CodeFlags as F;
        let names: Box<[Symbol]> = code.names.iter().map(|n| Symbol::new(n)).collect();
        let plain = !code.flags.has(F::VARARGS) && !code.flags.has(F::VARKEYWORDS) && code.params.keyword_only == 0;
        let mut instrs: Box<[Instr]> = code.instrs.clone().into();
        fuse(&mut instrs, &code.sites);
        let suspends = [F::GENERATOR, F::COROUTINE, F::ASYNC_GENERATOR].iter().any(|bit| code.flags.has(*bit));
        Rc::new(CodeObject {
            header: Header::default(),
            instrs,
            marked: OnceCell::new(),
            stopping: OnceCell::new(),
            filename: code.file.as_ref().unwrap_or(filename).clone(),
            consts: code.consts.iter().map(constant).collect(),
            blocks: blocks(&code.consts, filename),
            locals: code.locals.iter().map(|n| Symbol::new(n)).collect(),
            sites: code
                .sites
                .iter()
                .map(|&n| Site { name: names[n as usize], cached: Cell::default(), value: RefCell::default() })
                .collect(),
            names,
            slots: code.slots as usize,
            first_free: code.first_free(),
            simple_arity: if plain { code.params.positional } else { u16::MAX },
            suspends,
            enters_with: Cell::new(if plain && !suspends { code.params.positional } else { u16::MAX }),
            awaits_with: Cell::new(if plain && code.flags.has(F::COROUTINE) {
                code.params.positional
            } else {
                u16::MAX
            }),
            shortcut: Cell::new(None),
            trace_id: Cell::new(0),
            naming,
            keyword_names: RefCell::default(),
            copied: None,
            code,
        })
    }

    /// `__name__` and `__qualname__` of its functions.
    #[inline]
    pub fn naming(&self) -> &Rc<Names> {
        self.naming.get_or_init(|| names_of(&self.code))
    }

    pub fn set_shortcut(&self, shortcut: Shortcut) {
        self.shortcut.set(Some(shortcut));
        self.enters_with.set(u16::MAX);
        self.awaits_with.set(u16::MAX);
    }

    /// Whether the block, called with so many positional arguments and no keywords, needs no binding.
    pub fn takes_exactly(&self, count: usize) -> bool {
        self.simple_arity as usize == count && self.simple_arity != u16::MAX
    }

    /// The instructions with `Line` in place of those at which a line begins, once they are made.
    #[inline(always)]
    pub fn marked(&self) -> Option<&[Instr]> {
        self.marked.get().map(|marked| &**marked)
    }

    /// Makes them if they are not there, with what `line` gives in place of an instruction at which that line begins.
    #[inline(never)]
    pub fn mark(&self, line: impl Fn(u32) -> Option<Instr>) -> &[Instr] {
        self.marked.get_or_init(|| {
            let mark = |(pc, i): (usize, &Instr)| match i.flags & flag::LINE {
                flag::LINE => line(self.line(pc)).unwrap_or(*i),
                _ => *i,
            };
            self.instrs.iter().enumerate().map(mark).collect()
        })
    }

    /// The same code with `Line` in place of each call as well, and of what follows one; None: this is it already.
    #[cold]
    pub fn stopping_at_calls(&self) -> Option<&Rc<CodeObject>> {
        let made = || {
            let asked = Instr::wide(Op::LineAsked, 0, 0);
            let mut marked: Box<[Instr]> = self.mark(|_| Some(asked)).into();
            for (pc, i) in self.instrs.iter().enumerate() {
                let next = match i.op {
                    Op::Call | Op::CallAwait | Op::CallEx => pc + 1,
                    Op::CallKw => pc + 2,
                    _ => continue,
                };
                for pc in [pc, next].into_iter().filter(|pc| *pc < self.instrs.len()) {
                    marked[pc] = asked;
                }
            }
            let site = |site: &Site| Site { name: site.name, cached: Cell::default(), value: RefCell::default() };
            Some(Rc::new(CodeObject {
                header: Header::default(),
                code: self.code.clone(),
                instrs: self.instrs.clone(),
                marked: OnceCell::from(marked),
                stopping: OnceCell::from(None),
                filename: self.filename.clone(),
                consts: self.consts.clone(),
                blocks: self.blocks.clone(),
                names: self.names.clone(),
                locals: self.locals.clone(),
                sites: self.sites.iter().map(site).collect(),
                slots: self.slots,
                first_free: self.first_free,
                simple_arity: self.simple_arity,
                suspends: self.suspends,
                enters_with: self.enters_with.clone(),
                awaits_with: self.awaits_with.clone(),
                shortcut: Cell::new(None),
                trace_id: self.trace_id.clone(),
                naming: self.naming.clone(),
                keyword_names: RefCell::default(),
                copied: self.copied.clone(),
            }))
        };
        self.stopping.get_or_init(made).as_ref()
    }

    /// The block that is a constant.
    pub fn block(&self, constant: usize) -> &Rc<LazyCode> {
        let found = self.blocks.binary_search_by_key(&constant, |(number, _)| *number);
        &self.blocks[found.expect("a block's number")].1
    }

    /// `co_consts`
    pub fn constants(&self) -> Vec<Value> {
        let mut all = self.consts.to_vec();
        for (number, block) in &self.blocks {
            all[*number] = Value::Code(block.get().clone());
        }
        all
    }

    /// Puts constants in place of those it has, as many and of the same kinds.
    pub fn set_constants(&mut self, mut all: Box<[Value]>) {
        for (number, block) in &mut self.blocks {
            if let Value::Code(code) = std::mem::replace(&mut all[*number], Value::Unset) {
                *block = Rc::new(code.into());
            }
        }
        self.consts = all;
    }

    /// The names in a constant, a tuple of str, as symbols.
    pub fn keyword_names(&self, constant: u32) -> Rc<[Symbol]> {
        let mut known = self.keyword_names.borrow_mut();
        if let Some((_, names)) = known.iter().find(|(number, _)| *number == constant) {
            return names.clone();
        }
        let names: Rc<[Symbol]> = match &self.consts[constant as usize] {
            Value::Tuple(names) => names.items.iter().filter_map(|n| n.as_str().and_then(Symbol::of)).collect(),
            _ => Rc::default(),
        };
        known.push((constant, names.clone()));
        names
    }

    /// `async def`
    pub fn is_coroutine(&self) -> bool {
        self.has(CodeFlags::COROUTINE)
    }

    /// A generator that `types.coroutine` has marked.
    pub fn is_iterable_coroutine(&self) -> bool {
        self.has(CodeFlags::ITERABLE_COROUTINE)
    }

    pub fn has(&self, flag: u32) -> bool {
        self.code.flags.has(flag)
    }

    /// The line of instruction `pc`; 0 if it has none.
    pub fn line(&self, pc: usize) -> u32 {
        self.code.positions.get(pc).map_or(0, |p| p.line)
    }

    /// The name of a slot, for messages.
    pub fn slot_name(&self, slot: usize) -> Rc<str> {
        let code = &self.code;
        let names = code.locals.iter().chain(&code.cells).chain(&code.free);
        names.clone().nth(slot).cloned().unwrap_or_else(|| "".into())
    }
}

/// The blocks among constants, with their numbers, as what is in a file.
fn blocks(constants: &[Const], filename: &Rc<str>) -> Box<[(usize, Rc<LazyCode>)]> {
    let block = |(number, constant): (usize, &Const)| match constant {
        Const::Code(code) => Some((number, LazyCode::new(code.clone(), filename))),
        _ => None,
    };
    constants.iter().enumerate().filter_map(block).collect()
}

/// CPython interns constants that look like names, and has each of Latin-1's characters once.
fn is_interned(text: &str) -> bool {
    let mut characters = text.chars();
    let is_one = matches!((characters.next(), characters.next()), (Some('\0'..='\u{ff}'), None));
    is_one || text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
}

/// A literal as a value; Unset: it is a block.
pub fn constant(literal: &Const) -> Value {
    match literal {
        Const::None => Value::None,
        Const::Ellipsis => Value::Ellipsis,
        Const::Bool(b) => Value::Bool(*b),
        Const::Int(n) => Value::Int(*n),
        Const::BigInt(n) => Value::BigInt(n.clone()),
        Const::Float(x) => Value::Float(*x),
        Const::Imaginary(x) => Value::Complex(Rc::new(Complex { header: Header::default(), real: 0.0, imag: *x })),
        Const::Str(s) if is_interned(s) => Symbol::new(s).value(),
        Const::Str(s) => Value::from(&**s),
        Const::Surrogates(points) => Value::from(super::str::PyStr::from_points(points.iter().copied())),
        Const::Bytes(b) => Value::bytes(&**b),
        Const::Tuple(items) => Value::tuple(items.iter().map(constant).collect::<Vec<_>>()),
        Const::FrozenSet(items) => Value::Set(Set::of_data(true, SetData::of_constants(items.iter().map(constant)))),
        Const::Code(_) => Value::Unset,
    }
}
