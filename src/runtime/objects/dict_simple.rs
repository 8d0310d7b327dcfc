//! What a dict does with keys that are a str or an int, without running Python.

use std::rc::Rc;

use super::containers::Dict;
use super::dict::{DictData, growth, same};
use super::dict_table::Found;
use super::finalizer;
use super::gc;
use super::value::Value;

/// The hash of a str or an int.
#[inline(always)]
fn simple_hash(key: &Value) -> Option<i64> {
    match key {
        Value::Str(s) => Some(s.data.hash()),
        Value::Int(n) => Some(super::hash::hash_int(*n)),
        _ => None,
    }
}

impl Dict {
    /// As [`Dict::get`] of a str or an int, without running Python; `None` if it would have to.
    pub fn get_simple(&self, key: &Value) -> Option<Option<Value>> {
        let hash = simple_hash(key)?;
        let DictData::Table(table) = &*self.data.borrow() else { return None };
        match table.find(hash, |other| same(other, key)) {
            Found::At(at) => Some(table.value(at).cloned()),
            Found::Absent => Some(None),
            Found::Ask(_) => None,
        }
    }

    /// Removes a str or an int and gives its value; `None`: nothing has happened.
    pub fn pop_simple(&self, key: &Value) -> Option<Value> {
        let hash = simple_hash(key)?;
        let DictData::Table(table) = &mut *self.data.borrow_mut() else { return None };
        match table.find(hash, |other| same(other, key)) {
            Found::At(at) => table.remove(at).map(|(_, value)| value),
            _ => None,
        }
    }

    /// As [`Dict::set`] of a str or an int, without running Python. Err: both, which are not set.
    pub fn set_simple(self: &Rc<Dict>, key: Value, value: Value) -> Result<(), (Value, Value)> {
        let Some(hash) = simple_hash(&key) else { return Err((key, value)) };
        gc::link(self, &value);
        let old = {
            let DictData::Table(table) = &mut *self.data.borrow_mut() else { return Err((key, value)) };
            match table.find(hash, |other| same(other, &key)) {
                Found::At(at) => {
                    let Some(place) = table.value_mut(at) else { return Err((key, value)) };
                    std::mem::replace(place, value)
                }
                Found::Absent if growth(table.len() + 1) == 0 => {
                    table.insert_new(hash, key, value);
                    return Ok(());
                }
                _ => return Err((key, value)),
            }
        };
        finalizer::release(old);
        Ok(())
    }
}
