//! Type parameters and type aliases (PEP 695).

use ruff_python_ast as ast;

use crate::bytecode::Position;

use super::Compiler;
use super::errors::Result;

impl<'a> Compiler<'a, '_> {
    pub fn generic_function(
        &mut self,
        _def: &'a ast::StmtFunctionDef,
        params: &'a ast::TypeParams,
        _at: Position,
    ) -> Result<u16> {
        Err(self.source.not_supported("type parameters", params.range))
    }

    pub fn generic_class(
        &mut self,
        _def: &'a ast::StmtClassDef,
        params: &'a ast::TypeParams,
        _at: Position,
    ) -> Result<u16> {
        Err(self.source.not_supported("type parameters", params.range))
    }

    pub fn type_alias(&mut self, stmt: &'a ast::StmtTypeAlias) -> Result<()> {
        Err(self.source.not_supported("the type statement", stmt.range))
    }
}
