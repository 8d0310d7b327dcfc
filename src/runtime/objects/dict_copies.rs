//! Dicts that are filled with what others have.

use std::rc::Rc;

use super::containers::Dict;
use super::dict::DictData;
use super::exception::{PyResult, runtime_error};
use super::gc;
use super::interp::Interp;
use super::value::Value;

impl Dict {
    /// Sets what `other` has.
    pub fn update(self: &Rc<Dict>, i: &mut dyn Interp, other: &Dict) -> PyResult<()> {
        if std::ptr::eq(&**self, other) {
            return Ok(());
        }
        if self.is_empty()
            && let (DictData::Table(own), DictData::Table(table)) =
                (&mut *self.data.borrow_mut(), &*other.data.borrow())
        {
            for (key, value) in table.iter() {
                gc::link(self, key);
                gc::link(self, value);
            }
            i.charge(table.len() as u64 / 4);
            own.become_copy(table);
            return i.reserve(table.len() * 100);
        }
        let entries: Vec<(Option<i64>, Value, Value)> = match &*other.data.borrow() {
            DictData::Table(table) => table.iter_hashed().map(|(h, k, v)| (Some(h), k.clone(), v.clone())).collect(),
            DictData::View(_) => other.entries().into_iter().map(|(k, v)| (None, k, v)).collect(),
        };
        i.charge(entries.len() as u64 / 4);
        let size = entries.len();
        for (hash, key, value) in entries {
            match hash {
                Some(hash) => self.set_hashed(i, key, hash, value)?,
                None => self.set(i, key, value)?,
            }
            // A comparison of keys has changed it.
            if other.len() != size {
                return Err(runtime_error("dict mutated during update"));
            }
        }
        Ok(())
    }

    /// A dict of its own with the same entries.
    pub fn copy(&self, i: &mut dyn Interp) -> PyResult<Rc<Dict>> {
        i.charge(self.len() as u64 / 8);
        i.reserve(self.len() * 100)?;
        if let DictData::Table(table) = &*self.data.borrow() {
            return Ok(Dict::of_table(table.clone()));
        }
        let copy = Dict::new();
        copy.update(i, self)?;
        Ok(copy)
    }

    /// Has from now on the table of `other`, with the keys and values that `replaced` gives for those of it, and the
    /// keys' hashes. A view of a namespace has no table: false.
    pub fn replace(
        self: &Rc<Dict>,
        other: &Dict,
        replaced: impl FnMut(i64, &Value, &Value) -> (i64, Value, Value),
    ) -> bool {
        let DictData::Table(table) = &*other.data.borrow() else { return false };
        let table = table.replaced(replaced);
        for (key, value) in table.iter() {
            gc::link(self, key);
            gc::link(self, value);
        }
        self.data.replace(DictData::Table(table));
        true
    }
}
