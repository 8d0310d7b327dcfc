//! Checks that CPython's compiler makes on the tree before it translates it.

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::errors::Result;

impl<'a> Compiler<'a, '_> {
    /// `__debug__` is no parameter's name.
    pub fn check_parameters(&self, parameters: &'a ast::Parameters) -> Result<()> {
        for parameter in parameters.iter() {
            let range = TextRange::new(parameter.name().start(), parameter.as_parameter().range.end());
            self.check_assignable(parameter.name(), range)?;
        }
        Ok(())
    }
}
