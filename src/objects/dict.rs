//! The dict's data.

use std::rc::Rc;

use super::attrs::HasAttrs;
use super::containers::Dict;
use super::exception::PyResult;
use super::header::Header;
use super::interp::{Interp, not_supported};
use super::symbol::Symbol;
use super::value::Value;

/// Entries of a dict: a table of its own, or a view of a namespace (`obj.__dict__`, `globals()`).
#[derive(Default)]
pub enum DictData {
    #[default]
    Table,
    View(Rc<dyn HasAttrs>),
}

impl Dict {
    pub fn new() -> Rc<Dict> {
        Rc::new(Dict { header: Header::default(), data: Default::default() })
    }

    /// The dict that reads and writes the attributes of `owner`.
    pub fn view(owner: Rc<dyn HasAttrs>) -> Rc<Dict> {
        Rc::new(Dict { header: Header::default(), data: std::cell::RefCell::new(DictData::View(owner)) })
    }

    /// The value of `key`; TypeError if it is unhashable.
    pub fn get(&self, i: &mut dyn Interp, key: &Value) -> PyResult<Option<Value>> {
        let _ = key;
        Err(not_supported(i, "dict", None))
    }

    pub fn contains(&self, i: &mut dyn Interp, key: &Value) -> PyResult<bool> {
        Ok(self.get(i, key)?.is_some())
    }

    pub fn set(&self, i: &mut dyn Interp, key: Value, value: Value) -> PyResult<()> {
        let _ = (key, value);
        Err(not_supported(i, "dict", None))
    }

    /// Removes `key`; gives its value.
    pub fn remove(&self, i: &mut dyn Interp, key: &Value) -> PyResult<Option<Value>> {
        let _ = key;
        Err(not_supported(i, "dict", None))
    }

    /// The value of a name.
    pub fn get_str(&self, name: Symbol) -> Option<Value> {
        match &*self.data.borrow() {
            DictData::Table => None,
            DictData::View(owner) => owner.attrs().borrow().get(name).cloned(),
        }
    }

    /// Sets a name.
    pub fn set_str(&self, name: Symbol, value: Value) {
        if let DictData::View(owner) = &*self.data.borrow() {
            let _old = owner.attrs().borrow_mut().set(name, value);
        }
    }

    /// Removes a name; gives its value.
    pub fn remove_str(&self, name: Symbol) -> Option<Value> {
        match &*self.data.borrow() {
            DictData::Table => None,
            DictData::View(owner) => owner.attrs().borrow_mut().remove(name),
        }
    }

    pub fn len(&self) -> usize {
        match &*self.data.borrow() {
            DictData::Table => 0,
            DictData::View(owner) => owner.attrs().borrow().len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry at or after raw place `from`, with the place after it: for iteration that survives changes.
    pub fn next_entry(&self, from: usize) -> Option<(usize, Value, Value)> {
        match &*self.data.borrow() {
            DictData::Table => None,
            DictData::View(owner) => {
                owner.attrs().borrow().next_from(from).map(|(at, name, value)| (at, name.value(), value.clone()))
            }
        }
    }

    /// All entries, in order.
    pub fn entries(&self) -> Vec<(Value, Value)> {
        let mut all = Vec::with_capacity(self.len());
        let mut at = 0;
        while let Some((next, key, value)) = self.next_entry(at) {
            all.push((key, value));
            at = next;
        }
        all
    }

    pub fn keys(&self) -> Vec<Value> {
        self.entries().into_iter().map(|(key, _)| key).collect()
    }

    pub fn values(&self) -> Vec<Value> {
        self.entries().into_iter().map(|(_, value)| value).collect()
    }

    pub fn clear(&self) {
        let old = match &mut *self.data.borrow_mut() {
            DictData::View(owner) => {
                owner.attrs().borrow_mut().clear();
                DictData::Table
            }
            table => std::mem::take(table),
        };
        drop(old);
    }

    /// Sets what `other` has.
    pub fn update(&self, i: &mut dyn Interp, other: &Dict) -> PyResult<()> {
        for (key, value) in other.entries() {
            self.set(i, key, value)?;
        }
        Ok(())
    }

    /// A dict of its own with the same entries.
    pub fn copy(&self, i: &mut dyn Interp) -> PyResult<Rc<Dict>> {
        let copy = Dict::new();
        copy.update(i, self)?;
        Ok(copy)
    }
}
