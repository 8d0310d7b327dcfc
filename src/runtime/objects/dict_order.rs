//! Moving an entry of a dict to another place, as `OrderedDict` does.

use super::containers::Dict;
use super::exception::PyResult;
use super::interp::Interp;
use super::ops;
use super::value::Value;

impl Dict {
    /// Makes the entry of `key` the last one, or the first; false if there is none. The entry keeps its own key.
    pub fn move_to_end(&self, i: &mut dyn Interp, key: &Value, last: bool) -> PyResult<bool> {
        let hash = ops::hash(i, key)?;
        let Some(at) = self.find(i, key, hash)? else { return Ok(false) };
        let moved = self.with_table_mut(|table| {
            if last {
                let (key, value) = table.remove(at)?;
                table.insert_new(hash, key, value);
            } else {
                table.move_to_front(at);
            }
            Some(())
        });
        Ok(moved.flatten().is_some())
    }
}
