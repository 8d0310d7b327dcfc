//! The assembler of one block: instructions with labels and positions, constants, names, inline-cache sites, and the
//! exception handler that is active where each instruction stands. `finish` (finish.rs) makes the final tables of it.

use std::rc::Rc;

use crate::bytecode::{Const, Instr, Op, Position};
use crate::objects::hasher::FastMap;

/// A place in the code, bound by [`Assembler::bind`]. Jumps carry its number until the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(pub u32);

/// Number of a handler plus one; 0: none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct HandlerId(pub u32);

/// Where an exception goes: see [`crate::bytecode::Handler`].
#[derive(Clone, Copy, Debug)]
pub(super) struct HandlerEntry {
    pub target: Label,
    pub depth: u16,
    pub cleanup: bool,
}

#[derive(Default)]
pub(super) struct Assembler {
    pub instrs: Vec<Instr>,
    pub positions: Vec<Position>,
    /// The handler active at each instruction.
    pub active: Vec<HandlerId>,
    /// Where each label stands; `u32::MAX`: not bound yet.
    pub labels: Vec<u32>,
    pub handlers: Vec<HandlerEntry>,
    /// The handler that instructions emitted now stand under.
    pub current: HandlerId,
    pub consts: Vec<Const>,
    const_index: FastMap<Vec<u8>, u32>,
    pub names: Vec<Rc<str>>,
    name_index: FastMap<Rc<str>, u16>,
    pub sites: Vec<u16>,
    /// A table outgrew its 16-bit index.
    pub overflow: bool,
}

impl Assembler {
    pub fn emit(&mut self, instr: Instr, position: Position) -> usize {
        self.instrs.push(instr);
        self.positions.push(position);
        self.active.push(self.current);
        self.instrs.len() - 1
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(u32::MAX);
        Label(self.labels.len() as u32 - 1)
    }

    pub fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.instrs.len() as u32;
    }

    /// A label at this place.
    pub fn here(&mut self) -> Label {
        let label = self.label();
        self.bind(label);
        label
    }

    pub fn jump(&mut self, op: Op, a: u16, target: Label, position: Position) {
        self.emit(Instr::wide(op, a, target.0), position);
    }

    /// A new handler; instructions stand under it while `current` says so.
    pub fn handler(&mut self, target: Label, depth: u16, cleanup: bool) -> HandlerId {
        self.handlers.push(HandlerEntry { target, depth, cleanup });
        HandlerId(self.handlers.len() as u32)
    }

    pub fn constant(&mut self, constant: Const) -> u32 {
        let mut key = Vec::new();
        if !write_key(&constant, &mut key) {
            self.consts.push(constant);
            return self.consts.len() as u32 - 1;
        }
        if let Some(index) = self.const_index.get(&key) {
            return *index;
        }
        let index = self.consts.len() as u32;
        self.consts.push(constant);
        self.const_index.insert(key, index);
        index
    }

    /// A constant whose index must fit 16 bits.
    pub fn short_constant(&mut self, constant: Const) -> u16 {
        let index = self.constant(constant);
        self.overflow |= index >= 0xffff;
        index as u16
    }

    pub fn name(&mut self, name: &str) -> u16 {
        if let Some(index) = self.name_index.get(name) {
            return *index;
        }
        self.overflow |= self.names.len() >= 0xffff;
        let index = self.names.len() as u16;
        let name: Rc<str> = name.into();
        self.names.push(name.clone());
        self.name_index.insert(name, index);
        index
    }

    /// A new inline-cache site for a name.
    pub fn site(&mut self, name: &str) -> u16 {
        let name = self.name(name);
        self.overflow |= self.sites.len() >= 0xffff;
        self.sites.push(name);
        (self.sites.len() as u16).wrapping_sub(1)
    }
}

/// Writes what tells one constant from another (`1`, `1.0`, `True`, `-0.0` differ); false: code, which is never shared.
fn write_key(constant: &Const, key: &mut Vec<u8>) -> bool {
    let (tag, bytes): (u8, Vec<u8>) = match constant {
        Const::None => (0, Vec::new()),
        Const::Ellipsis => (1, Vec::new()),
        Const::Bool(value) => (2, vec![*value as u8]),
        Const::Int(value) => (3, value.to_le_bytes().to_vec()),
        Const::BigInt(value) => (4, value.to_signed_bytes_le()),
        Const::Float(value) => (5, value.to_bits().to_le_bytes().to_vec()),
        Const::Imaginary(value) => (6, value.to_bits().to_le_bytes().to_vec()),
        Const::Str(value) => (7, value.as_bytes().to_vec()),
        Const::Surrogates(value) => (8, value.iter().flat_map(|c| c.to_le_bytes()).collect()),
        Const::Bytes(value) => (9, value.to_vec()),
        Const::Tuple(items) | Const::FrozenSet(items) => {
            key.push(if matches!(constant, Const::Tuple(_)) { 10 } else { 11 });
            key.extend((items.len() as u32).to_le_bytes());
            return items.iter().all(|item| write_key(item, key));
        }
        Const::Code(_) => return false,
    };
    key.push(tag);
    key.extend((bytes.len() as u32).to_le_bytes());
    key.extend(bytes);
    true
}
