//! What functions are called, and the generators and coroutines that they make.

use std::cell::RefCell;
use std::rc::Rc;

use super::look::look;
use super::symbol::Symbol;
use super::value::Value;

/// `__name__` and `__qualname__`, each a str.
pub struct Names {
    pub name: Value,
    pub qualname: Value,
}

/// The names of one object: a function's are those of its code, its generators' are the function's, until another name
/// is given.
pub struct Naming(RefCell<Kept>);

#[derive(Clone)]
enum Kept {
    /// Those of native code.
    Fixed(&'static str, &'static str),
    Shared(Rc<Names>),
}

impl Naming {
    /// `name` and `qualname` of what native code has made.
    pub fn fixed(name: &'static str, qualname: &'static str) -> Naming {
        Naming(RefCell::new(Kept::Fixed(name, qualname)))
    }

    pub fn name(&self) -> Value {
        match &*look(&self.0) {
            Kept::Fixed(name, _) => Symbol::fixed(name).value(),
            Kept::Shared(names) => names.name.clone(),
        }
    }

    pub fn qualname(&self) -> Value {
        match &*look(&self.0) {
            Kept::Fixed(_, qualname) => Symbol::fixed(qualname).value(),
            Kept::Shared(names) => names.qualname.clone(),
        }
    }

    /// Whether it is native code's that is called so.
    pub fn is_fixed(&self, name: &str) -> bool {
        matches!(&*look(&self.0), Kept::Fixed(own, _) if *own == name)
    }

    /// Whether they are these names.
    #[inline]
    pub fn is(&self, names: &Rc<Names>) -> bool {
        matches!(&*look(&self.0), Kept::Shared(own) if Rc::ptr_eq(own, names))
    }

    /// `__name__ = name`
    pub fn set_name(&self, name: Value) {
        self.replace(Names { name, qualname: self.qualname() });
    }

    /// `__qualname__ = qualname`
    pub fn set_qualname(&self, qualname: Value) {
        self.replace(Names { name: self.name(), qualname });
    }

    fn replace(&self, names: Names) {
        self.0.replace(Kept::Shared(Rc::new(names)));
    }
}

impl From<Rc<Names>> for Naming {
    fn from(names: Rc<Names>) -> Naming {
        Naming(RefCell::new(Kept::Shared(names)))
    }
}

impl Clone for Naming {
    #[inline]
    fn clone(&self) -> Naming {
        Naming(RefCell::new(look(&self.0).clone()))
    }
}
