//! `match`.

use ruff_python_ast as ast;

use super::Compiler;
use super::errors::Result;

impl<'a> Compiler<'a, '_> {
    pub fn match_statement(&mut self, stmt: &'a ast::StmtMatch) -> Result<()> {
        Err(self.source.not_supported("match", stmt.range))
    }
}
