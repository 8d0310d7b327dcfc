//! The str object: immutable text with its interned symbol, once it has been used as a name.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use super::header::Header;
use super::str::PyStr;
use super::symbol::Symbol;
use super::value::Value;

/// A str object.
pub struct Str {
    pub header: Header,
    pub data: PyStr,
    symbol: Cell<Option<Symbol>>,
}

impl Str {
    pub fn new(data: PyStr) -> Str {
        Str { header: Header::default(), data, symbol: Cell::new(None) }
    }

    pub(super) fn interned(text: &str, symbol: Symbol) -> Str {
        Str { header: Header::default(), data: PyStr::from(text), symbol: Cell::new(Some(symbol)) }
    }

    /// The text for display; lone surrogates show as U+FFFD.
    pub fn text(&self) -> Cow<'_, str> {
        self.data.to_text()
    }

    /// The text as stderr shows it: what UTF-8 has no bytes for as an escape (`backslashreplace`).
    pub fn escaped(&self) -> Cow<'_, str> {
        self.data.to_utf8().unwrap_or_else(|_| {
            let shown = |point| char::from_u32(point).map_or_else(|| format!("\\u{point:04x}"), String::from);
            Cow::Owned(self.data.points().map(shown).collect())
        })
    }

    /// The symbol, if this str has been used as a name before.
    pub fn symbol(&self) -> Option<Symbol> {
        self.symbol.get()
    }

    /// Whether two texts, made apart, are one object: interned ones are, and the empty one is.
    pub(super) fn is_one_with(&self, other: &Str) -> bool {
        match (self.symbol(), other.symbol()) {
            (Some(one), Some(another)) => one == another,
            _ => self.data.is_empty() && other.data.is_empty(),
        }
    }

    pub(super) fn symbol_or_intern(&self) -> Option<Symbol> {
        if self.symbol.get().is_none() {
            let symbol = Symbol::new(&self.data.to_utf8().ok()?);
            self.symbol.set(Some(symbol));
        }
        self.symbol.get()
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Str(Rc::new(Str::new(PyStr::from(text))))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Str(Rc::new(Str::new(PyStr::from_string(text))))
    }
}

impl From<PyStr> for Value {
    fn from(data: PyStr) -> Value {
        Value::Str(Rc::new(Str::new(data)))
    }
}
