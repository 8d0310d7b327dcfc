//! The builtins module: one file a group of functions.

use std::rc::Rc;

use crate::objects::module::Module;

/// Fills the module with the built-in functions, classes and constants.
pub fn install(module: &Rc<Module>) {
    let _ = module;
}
