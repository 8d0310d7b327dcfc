//! The page's one state. An action takes effect before `dispatch` returns; the drawing follows at the next microtask.

use super::state::{Action, Page};
use std::cell::RefCell;
use std::rc::Rc;

struct Inner {
    page: RefCell<Page>,
    /// Called after each change.
    changed: RefCell<Option<Box<dyn Fn()>>>,
}

#[derive(Clone)]
pub struct Store(Rc<Inner>);

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    pub fn new(page: Page) -> Store {
        Store(Rc::new(Inner { page: RefCell::new(page), changed: RefCell::new(None) }))
    }

    /// The page as it is now.
    pub fn page(&self) -> Page {
        self.0.page.borrow().clone()
    }

    pub fn dispatch(&self, action: Action) {
        let after = self.0.page.borrow().after(action);
        *self.0.page.borrow_mut() = after;
        if let Some(changed) = &*self.0.changed.borrow() {
            changed();
        }
    }

    /// Who is told of changes; there is one drawing.
    pub fn on_change(&self, changed: impl Fn() + 'static) {
        *self.0.changed.borrow_mut() = Some(Box::new(changed));
    }
}
