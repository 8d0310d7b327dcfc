//! What every heap object carries: its identity.

use std::cell::Cell;

/// The identity of an object. Dealt when first asked for (`id()`, default reprs), so that it depends on the program
/// alone and never on an allocator; kept when an object is resurrected.
#[derive(Default, Debug)]
pub struct Header {
    id: Cell<u32>,
}

thread_local! {
    static LAST_ID: Cell<u32> = const { Cell::new(0) };
}

/// The count of identities dealt in this run; a session sets it when its turn to run comes and keeps it afterwards.
pub fn swap_id_counter(count: u32) -> u32 {
    LAST_ID.replace(count)
}

impl Header {
    /// `id()`: looks like an address of a 64-bit CPython, 16-byte aligned, unique within the run.
    pub fn address(&self) -> i64 {
        if self.id.get() == 0 {
            let id = LAST_ID.get() + 1;
            LAST_ID.set(id);
            self.id.set(id);
        }
        0x7f00_0000_0000 + self.id.get() as i64 * 48
    }

    /// Whether both have been given the same identity.
    #[inline]
    pub fn is_same(&self, other: &Header) -> bool {
        self.id.get() != 0 && self.id.get() == other.id.get()
    }

    /// Takes the identity over from a predecessor (resurrection).
    pub fn adopt(&self, other: &Header) {
        self.id.set(other.id.get());
    }
}
