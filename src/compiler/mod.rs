//! AST to code objects.
