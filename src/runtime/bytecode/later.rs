//! A block whose body is compiled when somebody first wants it.

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

use super::code::Code;

/// What compiles the body of a block that stands in its outline so far ([`Code::later`]).
pub struct Later {
    make: Box<dyn Fn() -> Code>,
    made: OnceCell<Rc<Code>>,
}

impl Later {
    pub fn new(make: impl Fn() -> Code + 'static) -> Rc<Later> {
        Rc::new(Later { make: Box::new(make), made: OnceCell::new() })
    }

    /// The block with its body, compiled by whoever asks first.
    pub fn code(&self) -> &Rc<Code> {
        self.made.get_or_init(|| Rc::new((self.make)()))
    }
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Later({})", if self.made.get().is_some() { "compiled" } else { "not compiled" })
    }
}
