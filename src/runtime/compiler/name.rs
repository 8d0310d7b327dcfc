//! Names: how each is read, written and deleted where it lives.

use ruff_text_size::TextRange;

use crate::bytecode::{Op, Position, reg};

use super::Compiler;
use super::errors::Result;
use super::resolve::CLASS_DICT;
use super::scope::{Place, symbol};

impl Compiler<'_, '_> {
    /// A name's value as an operand: a local's own slot, else a temporary.
    pub fn name_operand(&mut self, name: &str, range: TextRange) -> Result<u16> {
        let name = self.mangled(name);
        match self.place(&name) {
            (Place::Local(home), slot) if !self.changes_in_expressions(&name) => {
                self.check_bound(&name, home, slot, self.source.position(range));
                Ok(slot)
            }
            _ => Ok(self.load_mangled(&name, None, self.source.position(range)) | reg::TAKE),
        }
    }

    /// May an assignment expression change the name while an expression that read it goes on?
    fn changes_in_expressions(&mut self, name: &str) -> bool {
        let scope = self.unit().scope;
        self.scopes.get(scope).has(name, symbol::WALRUS)
    }

    /// A local that may be unbound is checked; finish.rs drops the checks that are not needed.
    fn check_bound(&mut self, name: &str, home: super::scope::ScopeId, slot: u16, position: Position) {
        if home == self.unit().scope {
            return self.emit(Op::CheckLocal, slot, 0, 0, position);
        }
        // A comprehension's variable lives in a temporary. Its code runs in the order in which it is emitted.
        let inlined = self.unit().inlined.iter().rev().find(|i| i.scope == home);
        if inlined.is_some_and(|i| !i.assigned.iter().any(|n| **n == *name)) {
            let index = self.asm().name(name);
            self.emit(Op::CheckNamed, slot, index, 0, position);
        }
    }

    pub fn load_name(&mut self, name: &str, dst: Option<u16>, position: Position) -> u16 {
        let name = self.mangled(name);
        self.load_mangled(&name, dst, position)
    }

    fn load_mangled(&mut self, name: &str, dst: Option<u16>, position: Position) -> u16 {
        let dst = self.dest(dst);
        let current = self.unit().current;
        if !self.scopes.seen_in_class(current, name) {
            self.load_placed(name, dst, position);
            return dst;
        }
        let (otherwise, end) = (self.label(), self.label());
        let key = self.load_str(name, position);
        let namespace = self.load_name(CLASS_DICT, None, position);
        let found = self.alloc();
        self.emit(Op::In, found, key, namespace, position);
        self.jump(Op::JumpIfFalse, found | reg::TAKE, otherwise, position);
        self.emit(Op::LoadSubscr, dst, namespace | reg::TAKE, key | reg::TAKE, position);
        self.jump(Op::Jump, 0, end, position);
        self.bind(otherwise);
        self.emit(Op::Drop, key, 0, 0, position);
        self.emit(Op::Drop, namespace, 0, 0, position);
        let site = self.asm().site(name);
        self.emit(Op::LoadGlobal, dst, site, 0, position);
        self.bind(end);
        self.release(key);
        dst
    }

    fn load_placed(&mut self, name: &str, dst: u16, position: Position) {
        let (place, slot) = self.place(name);
        if let Place::Local(home) = place {
            self.check_bound(name, home, slot, position);
        }
        match place {
            Place::Local(_) => self.emit(Op::Move, dst, slot, 0, position),
            // A comprehension's cell stands in a temporary.
            Place::Cell(home) if home != self.unit().scope => {
                let index = self.asm().name(name);
                self.emit(Op::LoadDeref, dst, slot, index + 1, position);
            }
            Place::Cell(_) | Place::Free => self.emit(Op::LoadDeref, dst, slot, 0, position),
            Place::ClassFree => {
                let index = self.asm().name(name);
                self.emit(Op::LoadClassDeref, dst, slot, index, position);
            }
            Place::Global => {
                let site = self.asm().site(name);
                self.emit(Op::LoadGlobal, dst, site, 0, position);
            }
            Place::Name => {
                let index = self.asm().name(name);
                self.emit(Op::LoadName, dst, index, 0, position);
            }
        }
    }

    /// The name gets the value of a register.
    pub fn store_name(&mut self, name: &str, value: u16, position: Position) {
        let name = self.mangled(name);
        let (place, slot) = self.place(&name);
        match place {
            Place::Local(home) => {
                self.note_assigned(&name, home);
                if value & reg::SLOT != slot {
                    self.emit(Op::Move, slot, value, 0, position);
                }
            }
            Place::Cell(_) | Place::Free | Place::ClassFree => self.emit(Op::StoreDeref, slot, value, 0, position),
            Place::Global => {
                let site = self.asm().site(&name);
                self.emit(Op::StoreGlobal, value, site, 0, position);
            }
            Place::Name => {
                let index = self.asm().name(&name);
                self.emit(Op::StoreName, value, index, 0, position);
            }
        }
    }

    /// A local that code may write directly, as an instruction's destination.
    pub fn direct_slot(&mut self, name: &str) -> Option<u16> {
        let name = self.mangled(name);
        let (place, slot) = self.place(&name);
        match place {
            Place::Local(home) => {
                self.note_assigned(&name, home);
                Some(slot)
            }
            _ => None,
        }
    }

    fn note_assigned(&mut self, name: &str, home: super::scope::ScopeId) {
        if let Some(inlined) = self.unit().inlined.iter_mut().find(|i| i.scope == home) {
            inlined.assigned.push(name.into());
        }
    }

    pub fn delete_name(&mut self, name: &str, position: Position) {
        let name = self.mangled(name);
        let (place, slot) = self.place(&name);
        match place {
            Place::Local(_) => self.emit(Op::DeleteLocal, slot, 0, 0, position),
            Place::Cell(_) | Place::Free | Place::ClassFree => self.emit(Op::DeleteDeref, slot, 0, 0, position),
            Place::Global => {
                let site = self.asm().site(&name);
                self.emit(Op::DeleteGlobal, 0, site, 0, position);
            }
            Place::Name => {
                let index = self.asm().name(&name);
                self.emit(Op::DeleteName, 0, index, 0, position);
            }
        }
    }
}
