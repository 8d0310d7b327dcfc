//! The block being compiled: its assembler, its frame's slots, and the constructs that control may leave.

use std::rc::Rc;

use ruff_text_size::TextRange;

use crate::bytecode::{Code, CodeFlags, InlinedVariable, Instr, Op, Params, Position, reg};
use crate::objects::hasher::FastMap;

use super::emit::{Assembler, HandlerId, Label};
use super::errors::Result;
use super::finish::finish;
use super::scope::{Name, Place, ScopeId, ScopeKind};
use super::{Compiler, Mode};

/// A construct that `break`, `continue` and `return` leave, innermost last (CPython's `fblockinfo`).
#[derive(Clone)]
pub(super) enum Block<'a> {
    While {
        /// Where `continue` goes: the end of the turn.
        turn: Label,
        end: Label,
    },
    For {
        turn: Label,
        end: Label,
        iterator: u16,
    },
    /// The body of a `try` with `except` clauses; leaving it needs no code.
    Try {
        outer: HandlerId,
    },
    /// The body of a `try … finally`: leaving runs the `finally` body.
    Finally {
        outer: HandlerId,
        body: &'a [ruff_python_ast::Stmt],
    },
    /// A `finally` body that runs for an exception, or an `except` clause: leaving ends the handling.
    Handling {
        outer: HandlerId,
        saved: u16,
        /// Slot of the exception, when the handler still holds it.
        exception: Option<u16>,
        /// The name of `except … as name`, unbound in the end.
        name: Option<&'a ruff_python_ast::Identifier>,
    },
    With {
        outer: HandlerId,
        exit: u16,
        is_async: bool,
        position: Position,
    },
    /// A value on its way out, which a `return` or `break` of a `finally` body drops.
    Value {
        slot: u16,
    },
    /// The body of an `except*` clause, which nothing may leave.
    ExceptStar,
}

/// Names of an inlined comprehension with their slots.
pub(super) struct Inlined {
    pub scope: ScopeId,
    pub slots: FastMap<Name, u16>,
    /// Names assigned by the code emitted so far.
    pub assigned: Vec<Name>,
    /// Where it begins.
    pub start: Label,
}

/// The variables of comprehensions with their places in the finished code.
#[inline(never)]
fn inlined_variables(ended: Vec<(Name, u16, Label, Label)>, labels: &[u32], moved: &[u32]) -> Vec<InlinedVariable> {
    let place = |label: Label| moved[labels[label.0 as usize] as usize];
    let row = |(name, slot, start, end)| InlinedVariable { name, slot, start: place(start), end: place(end) };
    ended.into_iter().map(row).collect()
}

pub(super) struct Unit<'a> {
    /// The scope whose frame this is.
    pub scope: ScopeId,
    /// The scope that names are looked up in: `scope` or an inlined comprehension in it.
    pub current: ScopeId,
    pub inlined: Vec<Inlined>,
    /// The variables of comprehensions that have ended, with the labels at which they began and ended.
    pub ended: Vec<(Name, u16, Label, Label)>,
    pub asm: Assembler,
    pub name: Name,
    pub qualname: Name,
    pub flags: u32,
    pub params: Params,
    pub first_line: u32,
    pub locals: Vec<Name>,
    pub cells: Vec<Name>,
    pub free: Vec<Name>,
    pub slots: FastMap<Name, u16>,
    /// Parameters, `*args` and `**kwargs` included: bound at the start.
    pub bound: u16,
    pub next: u16,
    pub high: u16,
    pub blocks: Vec<Block<'a>>,
    pub doc: Option<Rc<str>>,
    /// Names that methods assign as `self.name` (`__static_attributes__` of a class).
    pub static_attributes: Vec<Name>,
}

impl Unit<'_> {
    /// The slot of a class's cell of that name: what its body takes from around may have the same.
    pub fn own_cell(&self, name: &str) -> Option<u16> {
        let at = self.cells.iter().position(|cell| **cell == *name)?;
        Some((self.locals.len() + at).min(u16::MAX.into()) as u16)
    }
}

impl<'a> Compiler<'a, '_> {
    /// Starts the block of a scope; what follows is emitted into it until `leave`.
    pub fn enter(&mut self, scope: ScopeId, name: &str, first_line: u32, params: Params) {
        let entry = self.scopes.get(scope);
        let qualname = self.qualname(entry.kind, name);
        let mut locals: Vec<Name> = Vec::new();
        let mut cells = Vec::new();
        let mut bound = 0;
        if entry.is_function_like() {
            let is_parameter = |n: &Name| entry.has(n, super::scope::symbol::PARAMETER);
            let (parameters, rest): (Vec<Name>, Vec<Name>) =
                entry.order.iter().filter(|n| entry.binds(n)).cloned().partition(is_parameter);
            bound = parameters.len() as u16;
            locals = parameters;
            locals.extend(rest);
        } else {
            cells = entry.cells.iter().cloned().collect();
        }
        let free: Vec<Name> = entry.free.iter().cloned().collect();
        let all = locals.iter().chain(&cells).chain(&free);
        // What has no room any more is refused where the block ends.
        let slot = |at: usize| at.min(u16::MAX.into()) as u16;
        let slots: FastMap<Name, u16> = all.cloned().enumerate().map(|(at, name)| (name, slot(at))).collect();
        let next = slot(locals.len() + cells.len() + free.len());
        let own = locals.iter().chain(&cells).enumerate().filter(|(_, n)| entry.cells.contains(*n));
        let wrapped: Vec<u16> = own.map(|(at, _)| slot(at)).collect();
        let mut flags = 0;
        if entry.is_function_like() {
            flags |= CodeFlags::OPTIMIZED | CodeFlags::NEWLOCALS;
            let nested = entry.parent.is_some_and(|p| self.inside_function(p));
            flags |= if nested { CodeFlags::NESTED } else { 0 };
            let generator = entry.is_generator;
            flags |= match (entry.is_coroutine, generator) {
                (true, true) => CodeFlags::ASYNC_GENERATOR,
                (true, false) => CodeFlags::COROUTINE,
                (false, true) => CodeFlags::GENERATOR,
                (false, false) => 0,
            };
        }
        if entry.kind == ScopeKind::Module && entry.is_coroutine {
            flags |= CodeFlags::COROUTINE;
        }
        if self.future_annotations {
            flags |= CodeFlags::FUTURE_ANNOTATIONS;
        }
        let unit = Unit {
            scope,
            current: scope,
            inlined: Vec::new(),
            ended: Vec::new(),
            asm: Assembler::default(),
            name: name.into(),
            qualname,
            flags,
            params,
            first_line,
            locals,
            cells,
            free,
            slots,
            bound,
            next,
            high: next,
            blocks: Vec::new(),
            doc: None,
            static_attributes: Vec::new(),
        };
        if let Some(outer) = self.unit.replace(unit) {
            self.outer.push(outer);
        }
        for slot in wrapped {
            self.emit(Op::MakeCell, slot, 0, 0, Position { line: 0, ..Position::default() });
        }
    }

    fn inside_function(&self, mut scope: ScopeId) -> bool {
        loop {
            let entry = self.scopes.get(scope);
            if entry.is_function_like() && entry.kind != ScopeKind::Comprehension {
                return true;
            }
            match entry.parent {
                Some(parent) => scope = parent,
                None => return false,
            }
        }
    }

    /// `Outer.<locals>.name`, as in CPython's `compiler_set_qualname`.
    pub fn qualname(&self, kind: ScopeKind, name: &str) -> Name {
        let Some(unit) = &self.unit else { return name.into() };
        let mut outer = unit;
        if self.scopes.get(outer.scope).kind == ScopeKind::TypeParams {
            match self.outer.last() {
                Some(next) => outer = next,
                None => return name.into(),
            }
        }
        let entry = self.scopes.get(outer.scope);
        if entry.kind == ScopeKind::Module {
            return name.into();
        }
        if matches!(kind, ScopeKind::Function | ScopeKind::Class) {
            let mangled = entry.mangled(name);
            if entry.has(&mangled, super::scope::symbol::GLOBAL) {
                return name.into();
            }
        }
        // A generator expression is no function that has locals for those within it.
        let locals = if entry.is_function_like() && entry.kind != ScopeKind::Generator { ".<locals>" } else { "" };
        format!("{}{locals}.{name}", outer.qualname).into()
    }

    /// Ends the block and gives its code.
    pub fn leave(&mut self) -> Result<Code> {
        let mut unit = self.unit.take().expect("a block is open");
        self.unit = self.outer.pop();
        let refused = |what: &str| Err(self.source.not_supported(what, TextRange::default()));
        if unit.high >= reg::SLOT - 1 {
            return refused("a function with more than 32,765 variables and values at a time");
        }
        let finished = finish(&mut unit.asm, unit.bound);
        if unit.asm.overflow {
            return refused("a block with more than 65,534 constants, names or attributes");
        }
        let scope = self.scopes.get(unit.scope);
        let mut named = Vec::new();
        if !unit.ended.is_empty() && scope.is_function_like() {
            let own = |name: &&Name| scope.binds(name) || scope.symbols[*name].flags == 0;
            named.extend(scope.order.iter().filter(own).cloned());
        }
        Ok(Code {
            later: None,
            name: unit.name,
            qualname: unit.qualname,
            flags: CodeFlags(unit.flags),
            file: None,
            params: unit.params,
            first_line: unit.first_line,
            instrs: finished.instrs,
            positions: finished.positions,
            handlers: finished.handlers,
            consts: unit.asm.consts,
            names: unit.asm.names,
            locals: unit.locals,
            cells: unit.cells,
            free: unit.free,
            named,
            inlined: inlined_variables(unit.ended, &unit.asm.labels, &finished.moved),
            slots: unit.high,
            doc: unit.doc,
            inverted_bools: 0,
            sites: unit.asm.sites,
        })
    }

    pub fn unit(&mut self) -> &mut Unit<'a> {
        self.unit.as_mut().expect("a block is open")
    }

    pub fn asm(&mut self) -> &mut Assembler {
        &mut self.unit().asm
    }

    pub fn emit(&mut self, op: Op, a: u16, b: u16, c: u16, position: Position) {
        self.asm().emit(Instr::new(op, a, b, c), position);
    }

    /// The end of the block with the value of a register, which is used up. It says which slots may hold something then:
    /// those before the first temporary that is not in use.
    pub fn emit_return(&mut self, value: u16, position: Position) {
        let value = value | reg::TAKE;
        let next = self.unit().next;
        let filled = if next == (value & reg::SLOT) + 1 { next - 1 } else { next };
        self.emit(Op::Return, value, filled, 0, position);
    }

    pub fn emit_flags(&mut self, op: Op, flags: u8, operands: [u16; 3], position: Position) {
        let [a, b, c] = operands;
        self.asm().emit(Instr { op, flags, a, b, c }, position);
    }

    pub fn jump(&mut self, op: Op, a: u16, target: Label, position: Position) {
        self.asm().jump(op, a, target, position);
    }

    pub fn label(&mut self) -> Label {
        self.asm().label()
    }

    pub fn bind(&mut self, label: Label) {
        self.asm().bind(label);
    }

    /// Takes the next temporary. Temporaries are a stack: the newest has the highest slot.
    pub fn alloc(&mut self) -> u16 {
        let unit = self.unit();
        let slot = unit.next;
        unit.next = unit.next.saturating_add(1);
        unit.high = unit.high.max(unit.next);
        slot
    }

    /// The slot that the next `alloc` gives.
    pub fn mark(&mut self) -> u16 {
        self.unit().next
    }

    /// Gives back all temporaries from `mark` on.
    pub fn release(&mut self, mark: u16) {
        self.unit().next = mark;
    }

    /// `dst`, or a new temporary.
    pub fn dest(&mut self, dst: Option<u16>) -> u16 {
        match dst {
            Some(slot) => slot,
            None => self.alloc(),
        }
    }

    /// Moves the newest temporary, which is all that stands from `slot` on, to where it is wanted.
    pub fn deliver(&mut self, slot: u16, dst: Option<u16>, position: Position) -> u16 {
        let Some(to) = dst else { return slot };
        self.release(slot);
        if to != slot {
            self.emit(Op::Move, to, slot | reg::TAKE, 0, position);
        }
        to
    }

    /// A name as the current class mangles it.
    pub fn mangled(&mut self, name: &str) -> Name {
        let current = self.unit().current;
        self.scopes.get(current).mangled(name)
    }

    /// Where a (mangled) name lives, and in which slot if it has one.
    pub fn place(&mut self, name: &str) -> (Place, u16) {
        let current = self.unit().current;
        let place = self.scopes.place(current, name);
        let module = self.mode == Mode::Module;
        let unit = self.unit.as_ref().expect("a block is open");
        let slot = match &place {
            Place::Local(home) | Place::Cell(home) if *home != unit.scope => {
                let inlined = unit.inlined.iter().rev().find(|i| i.scope == *home);
                inlined.and_then(|i| i.slots.get(name)).copied().unwrap_or(0)
            }
            Place::Global | Place::Name => 0,
            _ => unit.slots.get(name).copied().unwrap_or(0),
        };
        // A module's namespace is its globals.
        let in_module = self.scopes.get(unit.scope).kind == ScopeKind::Module;
        if place == Place::Name && in_module && module { (Place::Global, 0) } else { (place, slot) }
    }
}
